import { model } from "@medusajs/framework/utils"

/** A council that rates (Hội đồng đánh giá, phân hạng), as its authority set it up (26/2026/QĐ-TTg Article 7.3.b, 7.4.b). */
const Council = model
  .define(
    { name: "council", tableName: "ocop_council" },
    {
      id: model.id({ prefix: "ocopcnl" }).primaryKey(),
      level: model.enum(["province", "ministry"]),
      province_code: model.text().nullable(),
      name: model.text(),
      decision_no: model.text().nullable(),
      decided_on: model.text().nullable(),
      /** `[{official_id, name, organisation, role}]`; a rating copies them when it opens. */
      members: model.json(),
      version: model.number().default(1),
      illustrative: model.boolean().default(false),
    },
  )
  .indexes([{ on: ["province_code"] }])

export default Council
