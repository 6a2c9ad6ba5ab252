import { model } from "@medusajs/framework/utils"
import Gi from "./gi"

/**
 * A commune of before 1 July 2025 that belongs to the zone of an indication. Kept as the old commune because today's
 * communes are larger: lying in `commune_code` is necessary for the zone, not sufficient.
 */
const GiZoneUnit = model
  .define("gi_zone_unit", {
    id: model.id({ prefix: "gizone" }).primaryKey(),
    gi: model.belongsTo(() => Gi, { mappedBy: "zone_units" }),
    old_unit: model.text(),
    /** Null where the old commune had gone before the reform and its code is not known. */
    old_commune_code: model.text().nullable(),
    old_district: model.text().nullable(),
    /** The commune of today it went to. */
    commune_code: model.text().nullable(),
    /** True when it was read off the registered description; press reports leave it false. */
    confirmed: model.boolean(),
    note: model.text().nullable(),
    source: model.text(),
  })
  .indexes([{ on: ["commune_code"] }, { on: ["gi_id", "old_unit"], unique: true, where: "deleted_at IS NULL" }])

export default GiZoneUnit
