import { model } from "@medusajs/framework/utils"

/** One council before which a dossier lay: once in the province, once more at the ministry, again when the province holds its own. */
const DossierRating = model
  .define(
    { name: "dossier_rating", tableName: "ocop_dossier_rating" },
    {
      id: model.id({ prefix: "ocoprat" }).primaryKey(),
      dossier_id: model.text(),
      rating_no: model.number(),
      level: model.enum(["province", "ministry"]),
      council_id: model.text(),
      council_name: model.text(),
      council_decision_no: model.text().nullable(),
      council_decided_on: model.text().nullable(),
      form: model.enum(["meeting", "written"]),
      opened_on: model.text(),
      closed_at: model.dateTime().nullable(),
      /** `{average, band, star, capped_by, members}`, frozen when the council was closed. */
      result: model.json().nullable(),
      minutes: model.json().nullable(),
    },
  )
  .indexes([{ on: ["dossier_id", "rating_no"], unique: true, where: "deleted_at IS NULL" }])

export default DossierRating
