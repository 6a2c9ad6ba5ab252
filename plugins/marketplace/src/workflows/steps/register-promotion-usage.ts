import { Modules } from "@medusajs/framework/utils"
import type { UsageComputedActions, CampaignBudgetUsageContext } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CheckoutCart } from "../../queries/checkout-cart"

type Usage = { actions: UsageComputedActions[]; context: CampaignBudgetUsageContext }

/** Counts a promotion once for the cart: once per seller order would use it up N times. */
export const registerPromotionUsageStep = createStep(
  "register-promotion-usage",
  async (cart: CheckoutCart, { container }) => {
    const actions = [...cart.items, ...cart.shipping_methods]
      .flatMap((discounted) => discounted.adjustments ?? [])
      .filter((adjustment) => adjustment.code !== null)
      .map((adjustment) => ({ amount: adjustment.amount, code: adjustment.code! }))
    const usage: Usage = { actions, context: { customer_id: cart.customer_id, customer_email: cart.email } }
    if (actions.length > 0) await container.resolve(Modules.PROMOTION).registerUsage(usage.actions, usage.context)
    return new StepResponse(undefined, usage)
  },
  async (usage, { container }) => {
    if (usage?.actions.length) await container.resolve(Modules.PROMOTION).revertUsage(usage.actions, usage.context)
  },
)
