import type { PaymentState } from "./decide-payment"

export type SellerOrderState = "pending_payment" | "paid" | "shipped" | "delivered" | "canceled" | "expired"
export type ShownPaymentState = "pending" | "paid" | "expired" | "canceled" | "refunded"

export type OrderFacts = {
  orderStatus: string
  payment: PaymentState
  shippedAt: Date | string | null
  deliveredAt: Date | string | null
}

/** The one word a buyer, a seller and an official read for an order. */
export function sellerOrderState({ orderStatus, payment, shippedAt, deliveredAt }: OrderFacts): SellerOrderState {
  if (payment === "expired") return "expired"
  if (orderStatus === "canceled" || payment === "canceled") return "canceled"
  if (deliveredAt) return "delivered"
  if (shippedAt) return "shipped"
  return payment === "paid" || payment === "refunded" ? "paid" : "pending_payment"
}

/** `applying` is a matter of milliseconds inside the house: outside it is still pending. */
export function shownPaymentState(state: PaymentState): ShownPaymentState {
  return state === "applying" ? "pending" : state
}
