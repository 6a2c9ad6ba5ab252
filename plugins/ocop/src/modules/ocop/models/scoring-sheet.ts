import { model } from "@medusajs/framework/utils"

/** The scoring sheet (phiếu đánh giá) of one product set, whole and as printed; its shape is in `rules/scoring-sheet.ts`. */
const ScoringSheet = model
  .define(
    { name: "scoring_sheet", tableName: "ocop_scoring_sheet" },
    {
      id: model.id({ prefix: "ocopsheet" }).primaryKey(),
      legal_version: model.text(),
      set_no: model.number(),
      name: model.text(),
      heading: model.text(),
      classification: model.text(),
      total: model.number(),
      notes: model.json(),
      parts: model.json(),
      irregularities: model.json(),
      source: model.text(),
    },
  )
  .indexes([{ on: ["legal_version", "set_no"], unique: true, where: "deleted_at IS NULL" }])

export default ScoringSheet
