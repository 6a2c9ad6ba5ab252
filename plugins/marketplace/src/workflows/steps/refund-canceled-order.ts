import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import type OrderGroupModuleService from "../../modules/order-group/service"
import { creditForgottenRefunds } from "../credit-order"
import { refundPayment } from "../refund-payment"

/**
 * Sees to it that what was paid for a cancelled order goes back. Medusa's cancel refunds by itself, but a refund that
 * fails it only logs, and the order is cancelled all the same: such money would stay with us for good. A failure here
 * leaves the order half closed, and the sweep comes here again.
 */
export const refundCanceledOrderStep = createStep("refund-canceled-order", async ({ order_id, refunded_by }: { order_id: string; refunded_by?: string }, { container }) => {
  const [row] = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listSellerPayments({ order_id }, { take: 1 })
  if (row?.state === "refunded" && row.rail !== "cod") {
    await refundPayment(container, row, { note: `cancel:${order_id}`, amountVnd: "what is left", createdBy: refunded_by })
    await creditForgottenRefunds(container, order_id)
  }
  return new StepResponse(undefined)
})
