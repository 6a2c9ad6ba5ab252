import { model } from "@medusajs/framework/utils"
import GiZoneUnit from "./gi-zone-unit"
import RightOfUse from "./right-of-use"

/**
 * A protected sign of origin. Three kinds that must not be taken for each other: a geographical indication (chỉ dẫn địa lý),
 * which the State owns; a collective mark (nhãn hiệu tập thể), which the members of its owner use by its regulation; a
 * certification mark (nhãn hiệu chứng nhận), whose owner certifies the goods of others (Law on Intellectual Property
 * 50/2005/QH11, Articles 4.16 to 4.22). Producers may be given the right to use each.
 */
const Gi = model.define(
  { name: "gi", tableName: "gi" },
  {
    id: model.id({ prefix: "gi" }).primaryKey(),
    kind: model.enum(["geographical_indication", "collective_mark", "certification_mark"]).default("geographical_indication"),
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
    /** Marks only: who owns it. An indication belongs to the State. */
    owner: model.text().nullable(),
    /** Marks only: the regulation on its use (quy chế sử dụng), by name or number. */
    regulation: model.text().nullable(),
    /** Marks only: the last day of its ten years, which can be renewed (Article 93.6); an indication has no end. */
    protected_until: model.text().nullable(),
    /** What there is to tell, each sentence covered by `story_source`. */
    story_vi: model.text().nullable(),
    story_en: model.text().nullable(),
    story_source: model.text().nullable(),
    source: model.text(),
    zone_units: model.hasMany(() => GiZoneUnit, { mappedBy: "gi" }),
    rights_of_use: model.hasMany(() => RightOfUse, { mappedBy: "gi" }),
  },
)

export default Gi
