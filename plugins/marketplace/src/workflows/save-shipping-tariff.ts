import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { ShippingTariff, TransitDays } from "../modules/seller/rules/shipping-quote"
import { saveShippingTariffStep } from "./steps/save-shipping-tariff"

export type SaveShippingTariffInput = {
  /** A shop's id, or "house" for the operator's. */
  owner_id: string
  /** Null takes a shop's own tariff away: the house's holds again. */
  tariff: ShippingTariff | null
  transit_days?: TransitDays
}

/** Sets what sending costs. Carts see it with their next price; an order placed at the old fee keeps it. */
export const saveShippingTariffWorkflow = createWorkflow("save-shipping-tariff", (input: SaveShippingTariffInput) => {
  saveShippingTariffStep(input)
  return new WorkflowResponse(undefined)
})
