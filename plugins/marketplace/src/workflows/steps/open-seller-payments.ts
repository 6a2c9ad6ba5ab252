import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import type OrderGroupModuleService from "../../modules/order-group/service"
import { paymentDeadline } from "../cashless"
import { closeOpenedPayments, createPaymentIntent, type OpenedPayments, type PaymentsToOpen } from "../opened-payments"
import { openSession } from "../payment-session"

/**
 * Asks for the money: VietQR one intent per seller order, to the seller's own account; VNPay one intent for the
 * whole group, collected by the operator; cash on delivery asks at the door. Each order gets a payment session that
 * waits for its money.
 */
export const openSellerPaymentsStep = createStep(
  "open-seller-payments",
  async (input: PaymentsToOpen, { container }) => {
    const opened: OpenedPayments = { intentIds: [], sessionIds: [], paymentIds: [] }
    const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    const expiresAt = paymentDeadline(input.rail)
    try {
      const shared = input.rail === "vnpay" ? await createPaymentIntent(container, input, null, expiresAt, opened) : null
      for (const payment of input.payments) {
        const intent = input.rail === "vietqr" ? await createPaymentIntent(container, input, payment, expiresAt, opened) : shared
        const sessionId = await openSession(container, {
          rail: input.rail,
          collectionId: payment.payment_collection_id,
          orderId: payment.order_id,
          amountVnd: payment.total_vnd,
          intentId: intent?.id ?? null,
        })
        opened.sessionIds.push(sessionId)
        const row = await groups.createSellerPayments({
          order_group_id: input.order_group_id,
          seller_id: payment.seller_id,
          order_id: payment.order_id,
          payment_collection_id: payment.payment_collection_id,
          payment_session_id: sessionId,
          intent_id: intent?.id ?? null,
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
