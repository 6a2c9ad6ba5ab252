import { model } from "@medusajs/framework/utils"

/** The seat of one member for one rating, with their scoring sheet; the secretary's stays empty. */
const DossierSheet = model
  .define(
    { name: "dossier_sheet", tableName: "ocop_dossier_sheet" },
    {
      id: model.id({ prefix: "ocopsht" }).primaryKey(),
      rating_id: model.text(),
      dossier_id: model.text(),
      official_id: model.text(),
      name: model.text(),
      organisation: model.text().nullable(),
      role: model.enum(["chair", "secretary", "member"]),
      version: model.number().default(1),
      /** Number of the criterion → option from 1, 0 for none. */
      options: model.json(),
      comments: model.json(),
      general_comment: model.text().nullable(),
      handed_in_at: model.dateTime().nullable(),
      reopened_note: model.text().nullable(),
      recused_at: model.dateTime().nullable(),
      recusal_reason: model.text().nullable(),
    },
  )
  .indexes([{ on: ["rating_id", "official_id"], unique: true, where: "deleted_at IS NULL" }, { on: ["dossier_id"] }, { on: ["official_id"] }])

export default DossierSheet
