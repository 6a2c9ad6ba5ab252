import { model } from "@medusajs/framework/utils"
import Recognition from "./recognition"

/** A product of the register: what a producer had rated, not what is on sale. Sales are linked to it. */
const OcopProduct = model
  .define("ocop_product", {
    id: model.id({ prefix: "ocop" }).primaryKey(),
    /** `(province)-(commune)-(serial)-(year)`, Decision 26/2026/QĐ-TTg Annex III; older ones have the district too. */
    code: model.text().nullable(),
    name: model.text(),
    producer_name: model.text().nullable(),
    producer_kind: model
      .enum(["cooperative", "cooperative_group", "enterprise", "household_business", "individual"])
      .nullable(),
    commune_code: model.text().nullable(),
    province_code: model.text(),
    product_set_no: model.number().nullable(),
    source: model.text(),
    /** How sure the source is of this entry. */
    confidence: model.enum(["high", "medium", "low"]),
    illustrative: model.boolean().default(false),
    /** Folded words of name and producer, each led by a space. */
    search_text: model.text().default(""),
    recognitions: model.hasMany(() => Recognition, { mappedBy: "ocop_product" }),
  })
  .indexes([
    { on: ["code"], unique: true, where: "code IS NOT NULL AND deleted_at IS NULL" },
    { on: ["province_code"] },
    { on: ["commune_code"] },
  ])

export default OcopProduct
