import { model } from "@medusajs/framework/utils"
import { EVIDENCE_KINDS } from "../rules/dossier-form"

/** A file of a dossier; the bytes are a private file of Medusa's File module. */
const DossierAttachment = model
  .define(
    { name: "dossier_attachment", tableName: "ocop_dossier_attachment" },
    {
      id: model.id({ prefix: "ocopatt" }).primaryKey(),
      dossier_id: model.text(),
      file_key: model.text(),
      filename: model.text(),
      content_type: model.text(),
      bytes: model.number(),
      sha256: model.text(),
      kind: model.enum([...EVIDENCE_KINDS]),
      /** The criterion it proves. */
      criterion: model.text().nullable(),
      note: model.text().nullable(),
      added_role: model.text(),
      added_by: model.text(),
      withdrawn_at: model.dateTime().nullable(),
    },
  )
  .indexes([{ on: ["dossier_id"] }])

export default DossierAttachment
