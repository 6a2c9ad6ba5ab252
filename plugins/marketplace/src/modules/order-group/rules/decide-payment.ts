export type PaymentState = "pending" | "applying" | "reopening" | "paid" | "expired" | "canceled" | "refunded"

export type PaymentFacts = {
  state: PaymentState
  /** Null unless the state is `applying`. */
  applyingSince: Date | null
  intent: { status: string; amountVnd: number; amountReceivedVnd: number }
  /** What the intent was made for: the sum over all seller payments that share it. */
  owedVnd: number
  now: Date
}

export type PaymentDecision = "apply" | "busy" | "already_paid" | "late" | "amount_mismatch" | "not_paid"

/** How long another run may hold `applying` before it is taken for dead. */
export const APPLYING_LEASE_MS = 60_000

/**
 * What to do with a notice that an intent was paid. The intent's own record decides, never the notice:
 * notices come twice, late and out of order.
 */
export function decidePayment({ state, applyingSince, intent, owedVnd, now }: PaymentFacts): PaymentDecision {
  if (state === "paid" || state === "refunded") return "already_paid"
  if (intent.status !== "succeeded") return "not_paid"
  if (intent.amountVnd !== owedVnd || intent.amountReceivedVnd < owedVnd) return "amount_mismatch"
  if (state === "expired" || state === "canceled") return "late"
  // Another rail is being opened: it asks the intent itself who was first, and answers in a moment.
  if (state === "reopening") return "busy"
  if (state === "applying" && applyingSince && now.getTime() - applyingSince.getTime() < APPLYING_LEASE_MS) return "busy"
  return "apply"
}
