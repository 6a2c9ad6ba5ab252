/** The key under which a refund of Medusa's Payment module is queued: found again whoever passes it on. */
export const medusaRefundKey = (refundId: string): string => `medusa:${refundId}`

/** The refund of Medusa's that a key belongs to; null: another's. */
export const refundIdOfKey = (key: string): string | null => (key.startsWith("medusa:") ? key.slice("medusa:".length) : null)

/** What a session or payment of Medusa's says about its intent. Several sessions can ask for a part of one intent each. */
export type IntentSession = { intent_id: string; amount_vnd: number; session_id?: string }

export function readIntentSession(data: Record<string, unknown> | null | undefined): IntentSession | null {
  const { intent_id, amount_vnd, session_id } = data ?? {}
  if (typeof intent_id !== "string" || typeof amount_vnd !== "number") return null
  return { intent_id, amount_vnd, ...(typeof session_id === "string" && { session_id }) }
}

/** What is queued for one refund of Medusa's; `amountVnd` in whole đồng. */
export function medusaRefund({ session, amountVnd, refundId }: { session: IntentSession; amountVnd: number; refundId: string }) {
  const share = session.session_id === undefined ? undefined : { sessionId: session.session_id, amountVnd: session.amount_vnd }
  return { intentId: session.intent_id, amountVnd, reason: "requested", idempotencyKey: medusaRefundKey(refundId), share }
}
