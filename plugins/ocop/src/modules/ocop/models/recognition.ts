import { model } from "@medusajs/framework/utils"
import { REVOCATION_GROUNDS } from "../rules/revocation"
import OcopProduct from "./ocop-product"

/**
 * One decision that gave a product its stars, with its certificate. A product collects several over the years.
 * All dates are civil dates in Viet Nam; those that follow from the law are worked out when the row is written.
 */
const Recognition = model
  .define(
    { name: "recognition", tableName: "ocop_recognition" },
    {
      id: model.id({ prefix: "ocoprec" }).primaryKey(),
      ocop_product: model.belongsTo(() => OcopProduct, { mappedBy: "recognitions" }),
      star: model.number(),
      decision_no: model.text().nullable(),
      issued_by: model.text().nullable(),
      issued_on: model.text(),
      /** The last day it holds. */
      expires_on: model.text(),
      /** From this day on it counts as expiring: the dossier for renewal may be handed in. */
      renewal_opens_on: model.text().nullable(),
      /** The last day of a prolongation under Article 12.3 of Decision 26/2026/QĐ-TTg. */
      prolonged_until: model.text().nullable(),
      prolongation_document_no: model.text().nullable(),
      revoked_on: model.text().nullable(),
      /** One of the six grounds of Article 8.1; null for withdrawals entered before grounds were kept. */
      revocation_ground: model.enum([...REVOCATION_GROUNDS]).nullable(),
      revocation_document_no: model.text().nullable(),
      /** The day of the conclusion or confirmation from which the 15 days of Article 8.4 run. */
      revocation_concluded_on: model.text().nullable(),
      revocation_reason: model.text().nullable(),
      legal_version: model.text(),
      /** Under this code everybody can check the certificate. */
      certificate_code: model.text(),
      illustrative: model.boolean().default(false),
      source: model.text(),
      /** The status that was last made known by `ocop.recognition.changed`. */
      announced_status: model.enum(["valid", "expiring", "prolonged", "expired", "revoked"]).nullable(),
    },
  )
  .indexes([
    { on: ["certificate_code"], unique: true },
    // One certificate per product and day of issue.
    { on: ["ocop_product_id", "issued_on"], unique: true, where: "revoked_on IS NULL AND deleted_at IS NULL" },
  ])
  .checks([
    { name: "ocop_recognition_star", expression: (columns) => `${columns.star} BETWEEN 3 AND 5` },
    { name: "ocop_recognition_term", expression: (columns) => `${columns.issued_on} < ${columns.expires_on}` },
  ])

export default Recognition
