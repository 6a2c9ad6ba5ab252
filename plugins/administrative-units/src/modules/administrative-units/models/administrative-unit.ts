import { model } from "@medusajs/framework/utils"

/**
 * One version of a province or commune: what it was called and what kind it was from `valid_from`
 * (first day) to `valid_to` (first day no more; null while it holds). The code lives on across versions.
 */
const AdministrativeUnit = model
  .define("administrative_unit", {
    id: model.id({ prefix: "unit" }).primaryKey(),
    /** Decision 19/2025/QĐ-TTg: two digits for a province, five for a commune. */
    code: model.text(),
    parent_code: model.text().nullable(),
    kind: model.enum(["city", "province", "ward", "commune", "special_zone"]),
    name: model.text(),
    full_name: model.text(),
    name_en: model.text(),
    /** A point for labels and rough distances (WGS84), not a test of membership. */
    latitude: model.float().nullable(),
    longitude: model.float().nullable(),
    valid_from: model.text(),
    valid_to: model.text().nullable(),
    legal_basis: model.text(),
    confidence: model.enum(["confirmed", "unconfirmed"]),
    source: model.text(),
    /** Folded words of the unit and its province, each led by a space. */
    search_text: model.text(),
  })
  .indexes([
    { on: ["code", "valid_from"], unique: true, where: "deleted_at IS NULL" },
    // One name holds at a time.
    { on: ["code"], unique: true, where: "valid_to IS NULL AND deleted_at IS NULL" },
    { on: ["parent_code"] },
  ])

export default AdministrativeUnit
