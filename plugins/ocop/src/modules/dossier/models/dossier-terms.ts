import { model } from "@medusajs/framework/utils"

/** The deadlines and the quorum of one decision on OCOP. */
const DossierTerms = model.define(
  { name: "dossier_terms", tableName: "ocop_dossier_terms" },
  {
    id: model.text().primaryKey(),
    legal_version: model.text().unique(),
    commune_working_days: model.number(),
    re_rating_days: model.number(),
    /** `[{received_before: "04-30", decided_before: "06-30"}]` */
    province_rounds: model.json(),
    ministry_rounds: model.json(),
    /** At least so many of so many scoring members hand in a sheet. */
    quorum_members: model.number(),
    quorum_of: model.number(),
    confidence: model.enum(["confirmed", "unconfirmed"]),
    legal_basis: model.text(),
    source: model.text(),
  },
)

export default DossierTerms
