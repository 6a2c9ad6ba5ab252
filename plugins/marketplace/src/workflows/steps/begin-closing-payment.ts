import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { sumOnItsWayBack } from "@cho-phien/cashless-payment"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import { checkoutErrors } from "../../modules/order-group/errors"
import type { ClosingDecision } from "../../modules/order-group/operations/closing"
import type OrderGroupModuleService from "../../modules/order-group/service"
import type { CancelSellerOrderInput } from "../cancel-seller-order"
import { cashlessPayment, isBeingChecked } from "../cashless"
import { finishReopenedPayments, holdPayments } from "../reopen-payments"

/** The swap comes first: once it holds, no payment can be applied to the order any more, and no parcel leaves. */
export const beginClosingPaymentStep = createStep(
  "begin-closing-payment",
  async (input: CancelSellerOrderInput, { container }) => {
    const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    const [payment] = await groups.listSellerPayments({ order_id: input.order_id }, { take: 1, relations: ["order_group"] })
    if (!payment) throw checkoutErrors.sellerOrderNotFound()
    const orderGroupId = payment.order_group.id
    const closing = { orderId: input.order_id, to: input.to, by: input.by, paidToo: input.paid_too, lapsed: input.lapsed }
    const decision = (await sharesItsIntent(groups, payment, input.to)) ? await closeOutOfGroup(container, orderGroupId, payment.intent_id!, closing) : await groups.beginClosing(closing)
    if ("refused" in decision) throw refusal(decision)
    const { before } = decision
    return new StepResponse({ before, first: before === "pending" || before === "paid", orderGroupId }, { orderId: input.order_id, before })
  },
  async (undo, { container }) => {
    // Money that has left can't be called back, and an intent that was ended can't be paid: such an order stays closed,
    // and the sweep goes on with it.
    if (!undo || (await isBeyondUndoing(container, undo.orderId))) return
    await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).undoClosing(undo.orderId, undo.before)
  },
)

async function isBeyondUndoing(container: MedusaContainer, orderId: string): Promise<boolean> {
  const { status } = await container.resolve(Modules.ORDER).retrieveOrder(orderId, { select: ["id", "status"] })
  if (status === "canceled") return true
  const [row] = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listSellerPayments({ order_id: orderId }, { take: 1 })
  if (!row?.intent_id) return false
  if (row.state === "refunded") return (await sumOnItsWayBack(container, row.intent_id, row.payment_session_id)) >= Number(row.amount_vnd)
  return (await cashlessPayment(container).retrieveIntent(row.intent_id)).status === "canceled"
}

/** VNPay asks once for several orders: the others still want their share, and only theirs. */
async function sharesItsIntent(groups: OrderGroupModuleService, payment: { intent_id: string | null; state: string; order_id: string }, to: string): Promise<boolean> {
  if (to === "expired" || payment.state !== "pending" || !payment.intent_id) return false
  const waiting = await groups.listSellerPayments({ intent_id: payment.intent_id, state: "pending" }, { take: 2 })
  return waiting.length > 1
}

/** Ends the shared intent, closes the one order, and asks anew for the others. Money that came first wins. */
async function closeOutOfGroup(container: MedusaContainer, orderGroupId: string, intentId: string, closing: Parameters<OrderGroupModuleService["beginClosing"]>[0]): Promise<ClosingDecision> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const { key, held, moneyCameFirst } = await holdPayments(container, { orderGroupId, orderIds: [closing.orderId], to: null })
  if (moneyCameFirst && (await isBeingChecked(container, intentId))) throw checkoutErrors.paymentChecking()
  if (moneyCameFirst) return { refused: "in_progress" }
  if (held.length === 0) return groups.beginClosing(closing)
  const decision = await groups.beginClosing({ ...closing, reopeningKey: key })
  await finishReopenedPayments(container, key)
  return decision
}

function refusal({ refused }: Extract<ClosingDecision, { refused: string }>) {
  switch (refused) {
    case "not_found":
      return checkoutErrors.sellerOrderNotFound()
    case "shipping":
      return checkoutErrors.orderShipping()
    case "closed":
      return checkoutErrors.orderClosed()
    case "paid":
      return checkoutErrors.alreadyPaid()
    case "in_progress":
      return checkoutErrors.paymentInProgress()
  }
}
