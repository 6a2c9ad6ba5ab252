import { model } from "@medusajs/framework/utils"
import { SHIP_SCOPES } from "../rules/shipping-quote"

/** What sending costs: one row per shop that set its own, and the operator's row (`owner_id` "house") for all others. */
const ShippingTariff = model.define("shipping_tariff", {
  id: model.id({ prefix: "shtar" }).primaryKey(),
  owner_id: model.text().unique(),
  ships_within: model.enum([...SHIP_SCOPES]),
  /** {commune, province, region, nationwide}: {base_vnd, per_kg_vnd}, integer đồng, tax included. */
  zones: model.json(),
  free_from_vnd: model.number().nullable(),
  handling_days: model.number(),
  fresh_within: model.enum([...SHIP_SCOPES]),
  max_parcel_grams: model.number().nullable(),
  /** {commune, …}: {min, max} days on the road; of the operator's row only. */
  transit_days: model.json().nullable(),
})

export default ShippingTariff
