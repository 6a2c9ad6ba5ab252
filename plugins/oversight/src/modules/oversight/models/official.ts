import { model } from "@medusajs/framework/utils"

/**
 * Who logs in at the officials' door: a civil servant who answers for a commune, a province or the country, or somebody
 * appointed to a council or to its consultants, who sees the dossiers put to them and nothing else.
 */
export const Official = model.define("official", {
  id: model.id({ prefix: "offi" }).primaryKey(),
  name: model.text(),
  /** E.164. Officials log in with it and a one-time code. */
  phone: model.text().unique(),
  /** Code of the unit they answer for (2 digits: province, 5: commune); null for the ministry. */
  unit_code: model.text().nullable(),
  role: model.enum(["commune", "province", "ministry", "consultant", "council"]),
  illustrative: model.boolean().default(false),
})
