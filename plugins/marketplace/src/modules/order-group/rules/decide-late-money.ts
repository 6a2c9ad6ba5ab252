import type { PaymentState } from "./decide-payment"

type Rail = "vietqr" | "vnpay" | "cod"

export type LateMoneyFacts = {
  /** The order the money was once asked for. `intentId` is what asks for it now. */
  order: { state: PaymentState; rail: Rail; intentId: string | null; amountVnd: number }
  /** The canceled VietQR payment the money came for. */
  intentId: string
  /** All that lies at the desk for it. */
  lateVnd: number
}

/**
 * - `pays`: the order stands, went over to cash or VNPay, and nobody has paid it: the transfer does.
 * - `goes_back`: it was paid another way; nobody needs to decide anything.
 * - `not_now`: somebody is at it; in a moment it is one of the others.
 * - `desk`: the order is closed, or this is too little: a person decides.
 */
export type LateMoneyDecision = "pays" | "goes_back" | "not_now" | "desk"

/** What to do with a transfer to a QR that its order no longer shows, because the buyer chose another way to pay. */
export function decideLateMoney({ order, intentId, lateVnd }: LateMoneyFacts): LateMoneyDecision {
  // While it goes over to another payment its row still names the old one: only afterwards is it known what asks for it.
  if (order.state === "applying" || order.state === "reopening") return "not_now"
  // The same payment as ever: it lapsed or was cancelled with its order.
  if (order.intentId === intentId) return "desk"
  if (lateVnd <= 0) return "desk"
  if (order.state === "paid" || order.state === "refunded") return "goes_back"
  if (order.state !== "pending") return "desk"
  // On VietQR again, with another code: that one took over what had come, and what comes now finds it.
  if (order.rail === "vietqr") return "desk"
  return lateVnd >= order.amountVnd ? "pays" : "desk"
}
