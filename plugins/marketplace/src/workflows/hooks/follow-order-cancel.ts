import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import type OrderGroupModuleService from "../../modules/order-group/service"

/**
 * Keeps our payment state in step when an order is cancelled by another way (an operator cancels a paid order,
 * Medusa queues the refund). It must not throw: Medusa would then undo half of the cancel.
 */
cancelOrderWorkflow.hooks.orderCanceled(async ({ order }, { container }) => {
  try {
    await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).followCanceledOrder(order.id)
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`Payment state of cancelled order ${order.id} was not followed: ${String(error)}`)
  }
})
