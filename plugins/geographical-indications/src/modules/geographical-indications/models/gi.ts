import { model } from "@medusajs/framework/utils"
import GiZoneUnit from "./gi-zone-unit"
import RightOfUse from "./right-of-use"

/** A geographical indication (chỉ dẫn địa lý): the State owns it, producers may be given the right to use it. */
const Gi = model.define(
  { name: "gi", tableName: "gi" },
  {
    id: model.id({ prefix: "gi" }).primaryKey(),
    handle: model.text().unique(),
    name: model.text(),
    product: model.text(),
    /** Five digits; not to be shown unless `number_confirmed`. */
    certificate_no: model.text().nullable(),
    /** As precise as the source knows it: YYYY, YYYY-MM or YYYY-MM-DD; not to be shown unless `number_confirmed`. */
    registered_on: model.text().nullable(),
    number_confirmed: model.boolean(),
    /** A source outside our memory says that it is registered. */
    confirmed: model.boolean(),
    origin: model.enum(["vietnam", "foreign"]),
    province_codes: model.array(),
    manager: model.text().nullable(),
    source: model.text(),
    zone_units: model.hasMany(() => GiZoneUnit, { mappedBy: "gi" }),
    rights_of_use: model.hasMany(() => RightOfUse, { mappedBy: "gi" }),
  },
)

export default Gi
