import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import type OrderGroupModuleService from "../../modules/order-group/service"

/** Last of all writes: until here another process that sees the group answers "in progress". */
export const markOrderGroupPlacedStep = createStep(
  "mark-order-group-placed",
  async (id: string, { container }) => {
    await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).updateOrderGroups({ id, status: "placed" })
    return new StepResponse(undefined, id)
  },
  async (id, { container }) => {
    if (id) await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).updateOrderGroups({ id, status: "creating" })
  },
)
