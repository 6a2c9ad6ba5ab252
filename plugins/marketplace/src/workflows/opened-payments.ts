import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type { Rail } from "../modules/order-group/operations/rows"
import type OrderGroupModuleService from "../modules/order-group/service"
import type { CartSeller } from "../queries/checkout-cart"
import { cashlessPayment, type PaymentIntent } from "./cashless"
import type { PlacedOrder } from "./steps/verify-order-totals"

export type PaymentsToOpen = {
  order_group_id: string
  rail: Rail
  total_vnd: number
  sellers: CartSeller[]
  payments: (PlacedOrder & { payment_collection_id: string; display_id: number })[]
}

/** What was made so far, so that a failure in the middle can take all of it back. */
export type OpenedPayments = { intentIds: string[]; sessionIds: string[]; paymentIds: string[] }

/** The intent of one seller order, or with `payment` null the one of the whole group. */
export async function createPaymentIntent(
  container: MedusaContainer,
  input: PaymentsToOpen,
  payment: PaymentsToOpen["payments"][number] | null,
  expiresAt: Date,
  opened: OpenedPayments,
): Promise<PaymentIntent> {
  const rail = payment ? "vietqr" : "vnpay"
  const seller = payment && input.sellers.find((candidate) => candidate.id === payment.seller_id)
  const intent = await cashlessPayment(container).createIntent({
    amountVnd: payment?.total_vnd ?? input.total_vnd,
    rail,
    ...(seller && {
      payee: { bin: seller.bank_bin!, accountNumber: seller.bank_account_number!, accountName: seller.bank_account_name!, bankName: seller.bank_name! },
    }),
    description: payment ? `Cho Phien don ${payment.display_id}` : `Cho Phien ${input.payments.map((p) => `don ${p.display_id}`).join(" ")}`,
    // Read by everybody who holds a return address of the gateway: never the cart's id, which opens the order's page.
    metadata: { order_group_id: input.order_group_id, ...(payment && { order_id: payment.order_id, seller_id: payment.seller_id }) },
    expiresAt,
    idempotencyKey: payment ? `seller-order:${payment.order_id}` : `order-group:${input.order_group_id}`,
  })
  opened.intentIds.push(intent.id)
  return intent
}

export async function closeOpenedPayments(container: MedusaContainer, opened: OpenedPayments): Promise<void> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  for (const id of opened.intentIds) await cashlessPayment(container).cancelIntent(id, "checkout_failed")
  if (opened.paymentIds.length > 0) await groups.deleteSellerPayments(opened.paymentIds)
  for (const id of opened.sessionIds) await container.resolve(Modules.PAYMENT).deletePaymentSession(id)
}
