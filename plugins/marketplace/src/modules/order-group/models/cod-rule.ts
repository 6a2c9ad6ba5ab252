import { model } from "@medusajs/framework/utils"

/**
 * A decision about cash on delivery: for everybody, a province of delivery or a shop, from a moment on. Rows are only
 * added, so the table is also the record of who decided what and why. The newest one in force per scope counts.
 */
const CodRule = model
  .define("cod_rule", {
    id: model.id({ prefix: "cod" }).primaryKey(),
    /** `shop_choice` is what the shop itself wants; the others are the operator's. */
    scope: model.enum(["everywhere", "province", "seller", "shop_choice"]),
    /** Province code or seller id; empty for `everywhere`. */
    scope_id: model.text(),
    enabled: model.boolean(),
    /** The most one seller's order may come to; null: no limit of this scope. */
    max_amount_vnd: model.bigNumber().nullable(),
    effective_from: model.dateTime(),
    reason: model.text(),
    set_by: model.text(),
  })
  .indexes([{ on: ["scope", "scope_id", "effective_from"] }])

export default CodRule
