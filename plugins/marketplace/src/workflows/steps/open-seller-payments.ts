import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import type OrderGroupModuleService from "../../modules/order-group/service"
import type { CartSeller } from "../../queries/checkout-cart"
import { cashlessPayment, PAYMENT_PROVIDER, PAYMENT_WINDOW_MINUTES, type PaymentIntent, type Rail } from "../cashless"
import type { PlacedOrder } from "./verify-order-totals"

type Input = {
  order_group_id: string
  cart_id: string
  rail: Rail
  total_vnd: number
  sellers: CartSeller[]
  payments: (PlacedOrder & { payment_collection_id: string; display_id: number })[]
}
type Opened = { intentIds: string[]; sessionIds: string[]; paymentIds: string[] }

/**
 * Asks for the money: VietQR one intent per seller order, to the seller's own account; VNPay one intent for the
 * whole group, collected by the operator. Each order gets a payment session that waits for its intent.
 */
export const openSellerPaymentsStep = createStep(
  "open-seller-payments",
  async (input: Input, { container }) => {
    const opened: Opened = { intentIds: [], sessionIds: [], paymentIds: [] }
    const payments = container.resolve(Modules.PAYMENT)
    const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    const expiresAt = new Date(Date.now() + PAYMENT_WINDOW_MINUTES[input.rail] * 60_000)
    const shared = input.rail === "vnpay" ? await createIntent(container, input, null, expiresAt, opened) : null
    try {
      for (const payment of input.payments) {
        const intent = shared ?? (await createIntent(container, input, payment, expiresAt, opened))
        const session = await payments.createPaymentSession(payment.payment_collection_id, {
          provider_id: PAYMENT_PROVIDER[input.rail],
          currency_code: "vnd",
          amount: payment.total_vnd,
          data: { intent_id: intent.id },
        })
        opened.sessionIds.push(session.id)
        // The provider answers pending_authorization: order first, money later.
        await payments.authorizePaymentSession(session.id, {})
        const row = await groups.createSellerPayments({
          order_group_id: input.order_group_id,
          seller_id: payment.seller_id,
          order_id: payment.order_id,
          payment_collection_id: payment.payment_collection_id,
          payment_session_id: session.id,
          intent_id: intent.id,
          rail: input.rail,
          amount_vnd: payment.total_vnd,
          expires_at: expiresAt,
        })
        opened.paymentIds.push(row.id)
      }
    } catch (error) {
      await closeAll(container, opened)
      throw error
    }
    return new StepResponse(undefined, opened)
  },
  async (opened, { container }) => {
    if (opened) await closeAll(container, opened)
  },
)

async function createIntent(container: MedusaContainer, input: Input, payment: Input["payments"][number] | null, expiresAt: Date, opened: Opened): Promise<PaymentIntent> {
  const seller = payment && input.sellers.find((candidate) => candidate.id === payment.seller_id)
  const intent = await cashlessPayment(container).createIntent({
    amountVnd: payment?.total_vnd ?? input.total_vnd,
    rail: input.rail,
    ...(seller && { payee: { bin: seller.bank_bin!, accountNumber: seller.bank_account_number!, accountName: seller.bank_account_name!, bankName: seller.bank_name ?? "" } }),
    description: payment ? `Cho Phien don ${payment.display_id}` : `Cho Phien ${input.payments.map((p) => `don ${p.display_id}`).join(" ")}`,
    metadata: { order_group_id: input.order_group_id, cart_id: input.cart_id, ...(payment && { order_id: payment.order_id, seller_id: payment.seller_id }) },
    expiresAt,
    idempotencyKey: payment ? `seller-order:${payment.order_id}` : `order-group:${input.order_group_id}`,
  })
  opened.intentIds.push(intent.id)
  return intent
}

async function closeAll(container: MedusaContainer, opened: Opened): Promise<void> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  if (opened.paymentIds.length > 0) await groups.deleteSellerPayments(opened.paymentIds)
  for (const id of opened.sessionIds) await container.resolve(Modules.PAYMENT).deletePaymentSession(id)
  for (const id of opened.intentIds) await cashlessPayment(container).cancelIntent(id, "checkout_failed")
}
