import { model } from "@medusajs/framework/utils"

/** One act on a dossier: who, when, from where to where. Rows are only added; a trigger sees to it. */
const DossierEvent = model
  .define(
    { name: "dossier_event", tableName: "ocop_dossier_event" },
    {
      id: model.id({ prefix: "ocopevt" }).primaryKey(),
      dossier_id: model.text(),
      act: model.text(),
      from_state: model.text().nullable(),
      to_state: model.text(),
      /** What they were on this dossier. */
      role: model.text(),
      actor_id: model.text(),
      actor_name: model.text(),
      note: model.text().nullable(),
      document_no: model.text().nullable(),
      document_date: model.text().nullable(),
      version: model.number(),
    },
  )
  .indexes([{ on: ["dossier_id"] }])

export default DossierEvent
