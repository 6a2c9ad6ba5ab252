import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/**
 * Prices in đồng include tax: only then are Medusa's order totals whole đồng (docs/architecture.md, "Money").
 * The preference of the currency decides this, not the region's setting. It is a fact of the fair, so it is not undone
 * when the workflow fails.
 */
export const ensureVndIsTaxInclusiveStep = createStep("ensure-vnd-is-tax-inclusive", async (_: void, { container }) => {
  const pricing = container.resolve(Modules.PRICING)
  const [preference] = await pricing.listPricePreferences({ attribute: "currency_code", value: "vnd" })
  if (!preference) await pricing.createPricePreferences({ attribute: "currency_code", value: "vnd", is_tax_inclusive: true })
  else if (!preference.is_tax_inclusive) await pricing.updatePricePreferences(preference.id, { is_tax_inclusive: true })
  return new StepResponse(undefined)
})
