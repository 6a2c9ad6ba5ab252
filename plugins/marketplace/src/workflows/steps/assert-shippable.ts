import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import { checkoutErrors } from "../../modules/order-group/errors"
import type OrderGroupModuleService from "../../modules/order-group/service"

type Input = { order_id: string; seller_id: string }

/** A seller ships its own orders only, and only what is paid. */
export const assertShippableStep = createStep("assert-shippable", async (input: Input, { container }) => {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [payment] = await groups.listSellerPayments({ order_id: input.order_id, seller_id: input.seller_id }, { take: 1, relations: ["order_group"] })
  if (!payment) throw checkoutErrors.sellerOrderNotFound()
  if (payment.state === "pending" || payment.state === "applying") throw checkoutErrors.notPaid()
  if (payment.state !== "paid") throw checkoutErrors.orderClosed()
  return new StepResponse({ orderGroupId: payment.order_group.id })
})
