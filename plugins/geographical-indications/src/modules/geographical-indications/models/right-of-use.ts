import { model } from "@medusajs/framework/utils"
import Gi from "./gi"

/** The document by which the managing organisation lets one producer use an indication. Only this earns the badge. */
const RightOfUse = model
  .define("right_of_use", {
    id: model.id({ prefix: "giuse" }).primaryKey(),
    gi: model.belongsTo(() => Gi, { mappedBy: "rights_of_use" }),
    producer_name: model.text(),
    /** The goods the document names; null when it names none. */
    product_name: model.text().nullable(),
    /** Where the producer works: the commune of today, its province, and the commune of before 1 July 2025 where it is known. */
    commune_code: model.text().nullable(),
    province_code: model.text().nullable(),
    old_commune_code: model.text().nullable(),
    /** What the zone said when the document was entered (`ZoneFinding`). Not worked out again: zones are corrected later. */
    zone_finding: model.text().nullable(),
    document_no: model.text(),
    issued_by: model.text(),
    issued_on: model.text(),
    /** The last day it holds; null without an end. */
    expires_on: model.text().nullable(),
    revoked_on: model.text().nullable(),
    revocation_document_no: model.text().nullable(),
    revocation_reason: model.text().nullable(),
    illustrative: model.boolean().default(false),
    source: model.text(),
    /** Folded words of the producer, each led by a space. */
    search_text: model.text().default(""),
    /** Whether it was in force when `geographical_indications.right_of_use.changed` last told. */
    announced_in_force: model.boolean().nullable(),
  })
  .indexes([
    { on: ["province_code", "commune_code"] },
    { on: ["gi_id", "document_no"], unique: true, where: "deleted_at IS NULL" },
  ])

export default RightOfUse
