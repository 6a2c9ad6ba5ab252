import { model } from "@medusajs/framework/utils"

/** One of the product sets (bộ sản phẩm) a decision divides OCOP into; each has its own scoring sheet. */
const ProductSet = model
  .define(
    { name: "product_set", tableName: "ocop_product_set" },
    {
      id: model.id({ prefix: "ocopset" }).primaryKey(),
      set_no: model.number(),
      legal_version: model.text(),
      name: model.text(),
      industry_no: model.text(),
      industry: model.text(),
      group_name: model.text(),
      subgroup: model.text().nullable(),
      lead_agency: model.text(),
      sample_required: model.boolean(),
      valid_from: model.text(),
      valid_to: model.text().nullable(),
      confidence: model.enum(["confirmed", "unconfirmed"]),
      legal_basis: model.text(),
      source: model.text(),
    },
  )
  .indexes([{ on: ["legal_version", "set_no"], unique: true, where: "deleted_at IS NULL" }])

export default ProductSet
