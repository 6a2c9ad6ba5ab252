import { model } from "@medusajs/framework/utils"

/** Who did what to a certificate, when and why. Append-only: the database refuses to change or delete a line. */
const QualityCertificateEvent = model
  .define("quality_certificate_event", {
    id: model.id({ prefix: "qcertlog" }).primaryKey(),
    certificate_id: model.text(),
    action: model.enum(["added", "evidence_added", "confirmed", "rejected", "revoked", "undone"]),
    actor_type: model.enum(["seller", "official", "user", "seed"]),
    actor_id: model.text(),
    actor_name: model.text(),
    reason: model.text().nullable(),
    facts: model.json(),
    illustrative: model.boolean().default(false),
  })
  .indexes([{ on: ["certificate_id"] }])

export default QualityCertificateEvent
