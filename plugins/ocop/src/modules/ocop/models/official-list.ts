import { model } from "@medusajs/framework/utils"

/** One list that changed the register: who brought it, what it was, and every field before and after. Rows are only added. */
const OfficialList = model
  .define(
    { name: "official_list", tableName: "ocop_official_list" },
    {
      id: model.id({ prefix: "ocoplist" }).primaryKey(),
      file_sha256: model.text(),
      file_name: model.text(),
      actor_type: model.enum(["official", "user"]),
      actor_id: model.text(),
      actor_name: model.text(),
      /** The province the actor answered for; null for the whole country. */
      province_code: model.text().nullable(),
      /** The decisions the list names. */
      decisions: model.json(),
      counts: model.json(),
      /** `[{row, ocop_product_id, recognition_id, certificate_code, kind, name, fields: [{field, before, after}]}]` */
      changes: model.json(),
      illustrative: model.boolean().default(false),
    },
  )
  .indexes([{ on: ["province_code"] }])

export default OfficialList
