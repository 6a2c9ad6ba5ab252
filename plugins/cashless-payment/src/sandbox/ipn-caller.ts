import type { SandboxGatewayService } from "../modules/sandbox-gateway/service"

const MAX_CALLS = 10
/** VNPay waits 5 minutes between calls; here time runs faster. */
const RETRY_MS = 2_000
const TIMEOUT_MS = 10_000

/** How the gateway tells the merchant, in the order of the calls. */
export const IPN_PLANS = ["before", "after", "twice", "late", "out_of_order", "never"] as const
export type IpnPlan = (typeof IPN_PLANS)[number]
const DELAY_MS: Partial<Record<IpnPlan, number>> = { after: 2_000, late: 10_000 }

type Notice = { url: string; query: string; at: Date }

/**
 * Writes down what is to be told and calls at once what is due. Whatever is not answered 00 or 02 is called again, at
 * most ten times, also after a restart: VNPay does not forget because we did.
 */
export async function tell(gateway: SandboxGatewayService, plan: IpnPlan, url: string, result: string, earlierFailure: string): Promise<void> {
  const now = Date.now()
  const at = new Date(now + (DELAY_MS[plan] ?? 0))
  const notices: Notice[] = []
  if (plan !== "never") notices.push({ url, query: result, at })
  if (plan === "twice") notices.push({ url, query: result, at })
  // A first try that failed is told after the success of the second.
  if (plan === "out_of_order") notices.push({ url, query: earlierFailure, at: new Date(now + RETRY_MS) })
  for (const { at: next_call_at, ...notice } of notices) await gateway.createSandboxIpns({ ...notice, next_call_at })
  await callDueIpns(gateway, new Date(now))
}

/** Calls every notice that is due, one after another, as many as one claim takes. */
export async function callDueIpns(gateway: SandboxGatewayService, now: Date): Promise<void> {
  for (const { id, url, query, calls } of await gateway.claimDueIpns(now)) {
    const answer = await oneCall(`${url}?${query}`)
    const over = answer === "00" || answer === "02" || calls + 1 >= MAX_CALLS
    await gateway.updateSandboxIpns({ id, calls: calls + 1, last_answer: answer, next_call_at: over ? null : new Date(Date.now() + RETRY_MS) })
  }
}

/** The RspCode, or what went wrong. */
async function oneCall(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: "error" })
    const body: unknown = await response.json()
    return typeof body === "object" && body !== null && "RspCode" in body ? String(body.RspCode) : `HTTP ${response.status}`
  } catch (error) {
    return (error as Error).message
  }
}
