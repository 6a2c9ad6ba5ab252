import type { PaymentState } from "./decide-payment"

export type SellerOrderState = "pending_payment" | "to_confirm" | "to_ship" | "paid" | "shipped" | "delivered" | "canceled" | "expired"
export type ShownPaymentState = "pending" | "paid" | "expired" | "canceled" | "refunded"

export type OrderFacts = {
  orderStatus: string
  payment: PaymentState
  rail: "vietqr" | "vnpay" | "cod"
  /** Cash on delivery: when the seller said yes. */
  confirmedAt: Date | string | null
  shippedAt: Date | string | null
  deliveredAt: Date | string | null
}

/** The one word a buyer, a seller and an official read for an order. */
export function sellerOrderState({ orderStatus, payment, rail, confirmedAt, shippedAt, deliveredAt }: OrderFacts): SellerOrderState {
  if (payment === "expired") return "expired"
  if (orderStatus === "canceled" || payment === "canceled") return "canceled"
  if (deliveredAt) return "delivered"
  if (shippedAt) return "shipped"
  if (payment === "paid" || payment === "refunded") return "paid"
  if (rail === "cod") return confirmedAt ? "to_ship" : "to_confirm"
  return "pending_payment"
}

/** `applying` and `reopening` are a matter of milliseconds inside the house: outside it is still pending. */
export function shownPaymentState(state: PaymentState): ShownPaymentState {
  return state === "applying" || state === "reopening" ? "pending" : state
}
