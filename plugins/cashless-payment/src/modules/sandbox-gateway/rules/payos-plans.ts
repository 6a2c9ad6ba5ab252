/**
 * What the simulated payOS does with transfers to an account.
 * `timeout`, `lost` and `busy` happen once, then it pays: taken but hung up, hung up before it was taken, 503.
 * `reverse` pays, and takes it back when it is asked once more.
 * `refuse` and `insufficient` answer 400 each time; `reject` takes the order and fails it; `hold` keeps it until changed.
 */
export const PAYOS_PLANS = ["pay", "slow", "reject", "reverse", "refuse", "insufficient", "hold", "timeout", "lost", "busy"] as const
export type PayosPlan = (typeof PAYOS_PLANS)[number]

export const ONCE: PayosPlan[] = ["timeout", "lost", "busy"]

/** A step further each time it is asked about: received, in process, and its end. */
export function payosProgress(plan: string, asked: number): { approval: string; transaction: string } {
  if (plan === "hold") return { approval: "PROCESSING", transaction: asked < 1 ? "RECEIVED" : "ON_HOLD" }
  const slowness = plan === "slow" ? 3 : 0
  if (asked < 1) return { approval: "APPROVED", transaction: "RECEIVED" }
  if (asked < 2 + slowness) return { approval: "PROCESSING", transaction: "PROCESSING" }
  if (plan === "reverse" && asked > 2) return { approval: "COMPLETED", transaction: "REVERSED" }
  return plan === "reject" ? { approval: "FAILED", transaction: "FAILED" } : { approval: "COMPLETED", transaction: "SUCCEEDED" }
}
