import { model } from "@medusajs/framework/utils"
import { QUALITY_KINDS } from "../rules/kinds"

/**
 * A paper or a code that a shop has for some of its products, and what an official or the operator found when they looked at
 * it. What was looked at is not changed afterwards: a new paper is a new row.
 */
const QualityCertificate = model
  .define("quality_certificate", {
    id: model.id({ prefix: "qcert" }).primaryKey(),
    seller_id: model.text(),
    /** Where the shop was when it handed the paper in: whose officials look at it. */
    commune_code: model.text(),
    province_code: model.text(),
    kind: model.enum([...QUALITY_KINDS]),
    /** As it is to be read; null for a commitment, which bears none. */
    number: model.text().nullable(),
    /** The number without what people write differently; one shop hands in one number of a kind once. */
    number_key: model.text().nullable(),
    /** Whom the paper names. */
    holder_name: model.text(),
    issuer: model.text().nullable(),
    /** What it covers, as the paper says. */
    scope_text: model.text().nullable(),
    issued_on: model.text().nullable(),
    /** The last day it holds; null without an end. */
    expires_on: model.text().nullable(),
    review: model.enum(["waiting", "confirmed", "rejected"]).default("waiting"),
    reviewed_by: model.text().nullable(),
    reviewed_at: model.dateTime().nullable(),
    review_reason: model.text().nullable(),
    revoked_on: model.text().nullable(),
    revocation_reason: model.text().nullable(),
    /** The scan, in the File module; private. */
    evidence_key: model.text().nullable(),
    evidence_name: model.text().nullable(),
    evidence_type: model.text().nullable(),
    evidence_bytes: model.number().nullable(),
    evidence_sha256: model.text().nullable(),
    illustrative: model.boolean().default(false),
    search_text: model.text().default(""),
  })
  .indexes([
    { on: ["province_code", "commune_code"] },
    { on: ["seller_id", "kind", "number_key"], unique: true, where: "number_key IS NOT NULL AND review <> 'rejected' AND revoked_on IS NULL AND deleted_at IS NULL" },
  ])

export default QualityCertificate
