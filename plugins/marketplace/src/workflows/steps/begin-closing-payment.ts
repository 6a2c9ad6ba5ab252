import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import { checkoutErrors } from "../../modules/order-group/errors"
import type OrderGroupModuleService from "../../modules/order-group/service"

type Input = { order_id: string; reason: "expired" | "canceled" }

/** The swap comes first: once it holds, no payment can be applied to the order any more. */
export const beginClosingPaymentStep = createStep(
  "begin-closing-payment",
  async (input: Input, { container }) => {
    const before = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).beginClosing(input.order_id, input.reason)
    if (before === null) throw checkoutErrors.paymentInProgress()
    return new StepResponse({ before }, { orderId: input.order_id, before })
  },
  async (undo, { container }) => {
    if (undo) await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).undoClosing(undo.orderId, undo.before)
  },
)
