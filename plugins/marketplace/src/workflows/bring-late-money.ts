import { PaymentError, type LateMoney } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { checkoutErrors } from "../modules/order-group/errors"
import { decideLateMoney } from "../modules/order-group/rules/decide-late-money"
import type OrderGroupModuleService from "../modules/order-group/service"
import { applyIntent } from "./apply-intent"
import { cashlessPayment } from "./cashless"
import { finishReopenedPayments, holdPayments } from "./reopen-payments"

const SYSTEM = { id: "system", name: null }

/**
 * Money came for a QR that its order no longer shows. Where the order stands and nobody has paid it, the transfer pays
 * it: the order returns to VietQR with an intent that is born paid, a waiting VNPay payment ends (if it is paid all the
 * same, VNPay gives it back), and nothing is due at the door. Where it was paid another way the money is sent back.
 * Throws when somebody is at the order just now: the notice then stays unacknowledged and returns.
 */
export async function bringLateMoney(container: MedusaContainer, intentId: string, eventId: string): Promise<void> {
  const intent = await cashlessPayment(container).retrieveIntent(intentId)
  const orderId = intent.origin === "process" ? intent.metadata.order_id : undefined
  if (!orderId || intent.status !== "canceled") return
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [payment] = await groups.listSellerPayments({ order_id: orderId }, { take: 1, relations: ["order_group"] })
  if (!payment) return
  const orderGroupId = payment.order_group.id
  await container.resolve(Modules.LOCKING).execute([`change-rail:${orderGroupId}`], () => decide(container, { intentId, eventId, orderId, orderGroupId }), { timeout: 30 })
}

type Brought = { intentId: string; eventId: string; orderId: string; orderGroupId: string }

async function decide(container: MedusaContainer, { intentId, eventId, orderId, orderGroupId }: Brought): Promise<void> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [payment] = await groups.listSellerPayments({ order_id: orderId }, { take: 1 })
  if (!payment) return
  const late = (await cashlessPayment(container).bank.lateMoney([intentId])).filter(({ reason }) => reason === "late")
  const order = { state: payment.state, rail: payment.rail, intentId: payment.intent_id, amountVnd: Number(payment.amount_vnd) }
  switch (decideLateMoney({ order, intentId, lateVnd: late.reduce((sum, { amount_vnd }) => sum + amount_vnd, 0) })) {
    case "not_now":
      throw checkoutErrors.paymentInProgress()
    case "goes_back":
      return sendBack(container, late)
    case "pays":
      return pay(container, { intentId, eventId, orderId, orderGroupId })
    case "desk":
      // Its page says that money has come and is looked at.
      await groups.touchOrder(orderId)
  }
}

async function pay(container: MedusaContainer, { intentId, eventId, orderId, orderGroupId }: Brought): Promise<void> {
  const { key, held } = await holdPayments(container, { orderGroupId, orderIds: [orderId], to: "vietqr", forMoneyOf: intentId })
  // Cash, VNPay or a cancel was quicker, and what that means for this money is seen when the notice returns.
  if (held.length === 0) throw checkoutErrors.paymentInProgress()
  await finishReopenedPayments(container, key)
  const [payment] = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listSellerPayments({ order_id: orderId }, { take: 1 })
  if (payment?.rail === "vietqr" && payment.intent_id) await applyIntent(container, payment.intent_id, eventId)
}

async function sendBack(container: MedusaContainer, late: LateMoney[]): Promise<void> {
  const payments = cashlessPayment(container)
  for (const { transaction_id, intent_id } of late) {
    try {
      await payments.bank.returnToSender(transaction_id, null, SYSTEM)
    } catch (error) {
      // Somebody at the desk was quicker.
      if (!(error instanceof PaymentError) || error.reason !== "transaction_not_found") throw error
    }
    const orderId = (await payments.retrieveIntent(intent_id)).metadata.order_id
    if (orderId) await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).touchOrder(orderId)
  }
}
