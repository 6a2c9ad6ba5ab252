import { restoreLostRefundsOf } from "@cho-phien/cashless-payment"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import type OrderGroupModuleService from "../../modules/order-group/service"

/** Before Medusa works out what is left to refund: an earlier run may have given money back that Medusa's failing database forgot. */
export const findLostRefundsStep = createStep("find-lost-refunds", async ({ order_id }: { order_id: string }, { container }) => {
  const [row] = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listSellerPayments({ order_id }, { take: 1 })
  if (row?.state === "refunded" && row.intent_id) await restoreLostRefundsOf(container, row.payment_session_id, row.intent_id)
  return new StepResponse(undefined)
})
