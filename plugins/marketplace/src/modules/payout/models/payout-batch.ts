import { model } from "@medusajs/framework/utils"
import { PAYOUT_WAYS } from "../rules/payout-ways"
import PayoutLine from "./payout-line"

/**
 * One round of paying sellers. Four eyes: who made it never approves it (check constraint).
 *
 *     draft → approved → sent → settled        draft → canceled
 */
const PayoutBatch = model.define("payout_batch", {
  id: model.id({ prefix: "pob" }).primaryKey(),
  state: model.enum(["draft", "approved", "sent", "settled", "canceled"]).default("draft"),
  /** How the money goes out; chosen by the maker, approved with the rest, and never changed (trigger). */
  way: model.enum([...PAYOUT_WAYS]).default("bank_file"),
  /** Sales up to and including this civil day are paid out. */
  sold_until: model.text(),
  reason: model.text(),
  created_by: model.text(),
  approved_by: model.text().nullable(),
  sent_by: model.text().nullable(),
  sent_at: model.dateTime().nullable(),
  lines: model.hasMany(() => PayoutLine, { mappedBy: "batch" }),
})

export default PayoutBatch
