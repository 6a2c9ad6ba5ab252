import { model } from "@medusajs/framework/utils"

/** A person of the consultants' team (Tổ tư vấn) to whom a dossier was put. */
const DossierConsultant = model
  .define(
    { name: "dossier_consultant", tableName: "ocop_dossier_consultant" },
    {
      id: model.id({ prefix: "ocopcon" }).primaryKey(),
      dossier_id: model.text(),
      official_id: model.text(),
      name: model.text(),
      organisation: model.text().nullable(),
    },
  )
  .indexes([{ on: ["dossier_id", "official_id"], unique: true, where: "deleted_at IS NULL" }, { on: ["official_id"] }])

export default DossierConsultant
