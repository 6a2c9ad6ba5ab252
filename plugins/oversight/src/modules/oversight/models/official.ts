import { model } from "@medusajs/framework/utils"

/** A civil servant who reads the indicators of one unit: a commune, a province, or the whole country. */
export const Official = model.define("official", {
  id: model.id({ prefix: "offi" }).primaryKey(),
  name: model.text(),
  /** E.164. Officials log in with it and a one-time code. */
  phone: model.text().unique(),
  /** Code of the unit they answer for (2 digits: province, 5: commune); null for the ministry. */
  unit_code: model.text().nullable(),
  role: model.enum(["commune", "province", "ministry"]),
  illustrative: model.boolean().default(false),
})
