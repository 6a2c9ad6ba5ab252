import { model } from "@medusajs/framework/utils"

/** A shop whom an official or the operator confirmed as the producer of a register product. No shop gives this to itself. */
const RegisterOwner = model
  .define(
    { name: "register_owner", tableName: "ocop_register_owner" },
    {
      id: model.id({ prefix: "ocopown" }).primaryKey(),
      ocop_product_id: model.text(),
      seller_id: model.text(),
      /** What the official saw: a business registration, a visit. */
      evidence: model.text(),
      given_by_name: model.text(),
      given_on: model.text(),
      ended_on: model.text().nullable(),
      illustrative: model.boolean().default(false),
    },
  )
  .indexes([
    { on: ["ocop_product_id", "seller_id"], unique: true, where: "ended_on IS NULL AND deleted_at IS NULL" },
    { on: ["seller_id"] },
  ])

export default RegisterOwner
