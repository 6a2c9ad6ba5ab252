import { model } from "@medusajs/framework/utils"

/** One edge of the reform of 1 July 2025: an old commune (or island district) and a commune that took it over. */
const AdministrativeSuccession = model
  .define("administrative_succession", {
    id: model.id({ prefix: "succ" }).primaryKey(),
    /** Null for the island districts that had no communes. */
    old_commune_code: model.text().nullable(),
    old_commune: model.text(),
    old_district_code: model.text(),
    old_district: model.text(),
    old_province_code: model.text(),
    old_province: model.text(),
    new_commune_code: model.text(),
    /** `ambiguous`: only a part of the area or population went there. */
    change: model.enum(["merged", "province_changed", "ambiguous", "unchanged", "split_population", "renamed"]),
    note: model.text().nullable(),
    effective_on: model.text(),
    confidence: model.enum(["confirmed", "unconfirmed"]),
    source: model.text(),
    search_text: model.text(),
  })
  .indexes([{ on: ["old_commune_code"] }, { on: ["new_commune_code"] }])

export default AdministrativeSuccession
