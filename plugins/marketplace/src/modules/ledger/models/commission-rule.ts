import { model } from "@medusajs/framework/utils"

/**
 * What the fair charges for a sale. Of the rules in force on the day the most specific wins (rules/commission.ts).
 * A rule is never edited: it is ended, and another one begins.
 */
const CommissionRule = model
  .define("commission_rule", {
    id: model.id({ prefix: "cmr" }).primaryKey(),
    name: model.text(),
    /** Within a list one has to fit, across the lists all; an empty list fits everything. */
    seller_ids: model.json(),
    product_sets: model.json(),
    seller_kinds: model.json(),
    province_codes: model.json(),
    /** Hundredths of a percent of what was paid for the goods, shipping not counted. */
    rate_bps: model.number(),
    /** Once per order, on top. */
    fixed_vnd: model.bigNumber(),
    /** Civil days, both inclusive. */
    valid_from: model.text(),
    valid_to: model.text().nullable(),
    reason: model.text(),
    created_by: model.text(),
    ended_by: model.text().nullable(),
  })
  .indexes([{ on: ["valid_from"] }])

export default CommissionRule
