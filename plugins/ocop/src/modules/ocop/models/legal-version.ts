import { model } from "@medusajs/framework/utils"

/** The figures of one decision on OCOP, for as long as it is in force. A recognition keeps the version it was made under. */
const LegalVersion = model.define(
  { name: "legal_version", tableName: "ocop_legal_version" },
  {
    id: model.id({ prefix: "ocoplaw" }).primaryKey(),
    version: model.text().unique(),
    name: model.text(),
    valid_from: model.text(),
    valid_to: model.text().nullable(),
    /** How long a certificate holds from the day of issue (26/2026/QĐ-TTg Article 4.3). */
    validity_months: model.number(),
    /** The dossier for renewal is handed in between so many days before the end (Article 7.6.a). */
    renewal_opens_days: model.number().nullable(),
    renewal_closes_days: model.number().nullable(),
    /** The longest prolongation while a late renewal is decided (Article 12.3). */
    prolongation_max_days: model.number().nullable(),
    /** Lowest average score of each rank, half-open upwards (Article 3.3). */
    min_score_5: model.number(),
    min_score_4: model.number(),
    min_score_3: model.number(),
    /** Two stars and one are a rank without decision or certificate. */
    min_score_2: model.number().nullable(),
    confidence: model.enum(["confirmed", "unconfirmed"]),
    legal_basis: model.text(),
    source: model.text(),
  },
)

export default LegalVersion
