import { model } from "@medusajs/framework/utils"
import { SELLER_ACTIVITIES } from "../rules/withholding-tax"

/** What kind of business a seller's sales are for the tax office, from a day on; without a row: `goods`. */
const SellerActivity = model
  .define("seller_activity", {
    id: model.id({ prefix: "sact" }).primaryKey(),
    seller_id: model.text(),
    activity: model.enum([...SELLER_ACTIVITIES]),
    valid_from: model.text(),
    note: model.text(),
    set_by: model.text(),
  })
  .indexes([{ on: ["seller_id", "valid_from"], unique: true }])

export default SellerActivity
