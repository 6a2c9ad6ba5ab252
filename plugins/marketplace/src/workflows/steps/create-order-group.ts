import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import { checkoutErrors } from "../../modules/order-group/errors"
import type OrderGroupModuleService from "../../modules/order-group/service"
import type { Rail } from "../../modules/order-group/operations/rows"

type Input = { cart_id: string; currency_code: string; rail: Rail; total_vnd: number; buyer_name: string | null; buyer_phone: string }

/** First of all writes: the unique cart_id turns away a second completion, whichever process it runs in. */
export const createOrderGroupStep = createStep(
  "create-order-group",
  async (input: Input, { container }) => {
    const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    try {
      const group = await groups.createOrderGroups(input)
      return new StepResponse({ id: group.id }, group.id)
    } catch (error) {
      const [other] = await groups.listOrderGroups({ cart_id: input.cart_id }, { take: 1 })
      throw other ? checkoutErrors.inProgress() : error
    }
  },
  async (id, { container }) => {
    if (id) await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).deleteOrderGroups(id)
  },
)
