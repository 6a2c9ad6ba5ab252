import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import type OrderGroupModuleService from "../../modules/order-group/service"
import { PAYMENT_PROVIDER, PAYMENT_WINDOW_MINUTES } from "../cashless"
import { closeOpenedPayments, createPaymentIntent, type OpenedPayments, type PaymentsToOpen } from "../opened-payments"

/**
 * Asks for the money: VietQR one intent per seller order, to the seller's own account; VNPay one intent for the
 * whole group, collected by the operator. Each order gets a payment session that waits for its intent.
 */
export const openSellerPaymentsStep = createStep(
  "open-seller-payments",
  async (input: PaymentsToOpen, { container }) => {
    const opened: OpenedPayments = { intentIds: [], sessionIds: [], paymentIds: [] }
    const payments = container.resolve(Modules.PAYMENT)
    const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    const expiresAt = new Date(Date.now() + PAYMENT_WINDOW_MINUTES[input.rail] * 60_000)
    try {
      const shared = input.rail === "vnpay" ? await createPaymentIntent(container, input, null, expiresAt, opened) : null
      for (const payment of input.payments) {
        const intent = shared ?? (await createPaymentIntent(container, input, payment, expiresAt, opened))
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
      await closeOpenedPayments(container, opened)
      throw error
    }
    return new StepResponse(undefined, opened)
  },
  async (opened, { container }) => {
    if (opened) await closeOpenedPayments(container, opened)
  },
)
