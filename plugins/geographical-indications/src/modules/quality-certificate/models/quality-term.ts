import { model } from "@medusajs/framework/utils"

/** For how long a kind of certificate may be given, by which rule, and since when: law is dated data. */
const QualityTerm = model.define("quality_term", {
  id: model.id({ prefix: "qterm" }).primaryKey(),
  kind: model.text(),
  max_months: model.number(),
  valid_from: model.text(),
  /** First day no more; null while it applies. */
  valid_to: model.text().nullable(),
  legal_basis: model.text(),
  /** An unconfirmed term warns the official; only a confirmed one refuses. */
  confidence: model.enum(["confirmed", "unconfirmed"]),
  source: model.text(),
})

export default QualityTerm
