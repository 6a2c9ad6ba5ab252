import { model } from "@medusajs/framework/utils"
import { SELLER_ACTIVITIES, TAX_MODES } from "../rules/withholding-tax"

/** What the platform withholds for the tax office, as dated data with its legal basis. Ended, never edited. */
const TaxRule = model
  .define("tax_rule", {
    id: model.id({ prefix: "taxr" }).primaryKey(),
    seller_kinds: model.json(),
    /** Only money of these rails: what the platform collects for the seller is not what goes to its own account. */
    rails: model.json(),
    activity: model.enum([...SELLER_ACTIVITIES]),
    vat_bps: model.number(),
    pit_bps: model.number(),
    mode: model.enum([...TAX_MODES]),
    base: model.enum(["goods", "goods_and_shipping"]),
    legal_basis: model.text(),
    /** How sure this is; `uncertain` ones wait for the operator's counsel. */
    certainty: model.enum(["confirmed", "uncertain"]),
    note: model.text(),
    valid_from: model.text(),
    valid_to: model.text().nullable(),
    created_by: model.text(),
    ended_by: model.text().nullable(),
  })
  .indexes([{ on: ["valid_from"] }])

export default TaxRule
