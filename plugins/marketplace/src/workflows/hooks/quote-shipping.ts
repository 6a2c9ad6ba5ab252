import { listShippingOptionsForCartWithPricingWorkflow } from "@medusajs/medusa/core-flows"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import type { QuotedFees } from "../../providers/seller-tariff/service"
import { quoteCartById } from "../../queries/quote-cart"

/** Hands the quotes of the cart to the provider that Medusa asks for the price of each shop's shipping method. */
listShippingOptionsForCartWithPricingWorkflow.hooks.setCalculatedShippingPricingContext(async ({ input }, { container }) => {
  const quotes = await quoteCartById(container, input.cart_id)
  const fees = quotes.flatMap(({ seller, quote }) => (quote.deliverable && seller.stock_location_id ? [[seller.stock_location_id, quote.fee_vnd] as const] : []))
  const context: QuotedFees = { shipping_fees: Object.fromEntries(fees) }
  return new StepResponse(context)
})
