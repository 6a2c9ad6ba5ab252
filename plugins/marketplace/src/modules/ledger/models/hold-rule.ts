import { model } from "@medusajs/framework/utils"
import { HOLD_BASES } from "../rules/hold-rules"

/** From when a sale's money is held: what the newest rule that began by the day of the sale says (rules/hold-rules). */
const HoldRule = model.define("hold_rule", {
  id: model.id({ prefix: "hold" }).primaryKey(),
  counts_from: model.enum([...HOLD_BASES]),
  /** A civil day of sale, inclusive. */
  valid_from: model.text().unique(),
  note: model.text(),
})

export default HoldRule
