import { model } from "@medusajs/framework/utils"
import Seller from "./seller"

/** What the fair knows of a product beyond Medusa's own fields: measure, pictures and the moderator's decision. */
const Listing = model.define("listing", {
  id: model.id({ prefix: "lst" }).primaryKey(),
  product_id: model.text().unique(),
  unit: model.text(),
  net_weight_grams: model.number().nullable(),
  net_volume_ml: model.number().nullable(),
  /** Doesn't keep: sent only as far as the shop's tariff lets what is fresh travel. */
  perishable: model.boolean().default(false),
  /** Ordered ids of the media plugin; the first is the cover. */
  media_ids: model.json(),
  rejection_reason: model.text().nullable(),
  illustrative: model.boolean().default(false),
  submitted_at: model.dateTime(),
  decided_at: model.dateTime().nullable(),
  decided_by: model.text().nullable(),
  /** When it was approved for the first time; later decisions leave it. */
  first_published_at: model.dateTime().nullable(),
  seller: model.belongsTo(() => Seller, { mappedBy: "listings" }),
})

export default Listing
