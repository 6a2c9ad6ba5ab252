import { model } from "@medusajs/framework/utils"
import PayoutBatch from "./payout-batch"

/**
 * What one seller gets in a batch. Amount and account never change (trigger); a seller has at most one line that is
 * planned or in transit (unique), whatever number of batches are made at once.
 *
 *     planned → in_transit → paid | failed        planned → canceled        in_transit → canceled (held, before it was sent, or its order at payOS was made)        paid → reversed (the money came back)
 */
const PayoutLine = model
  .define("payout_line", {
    id: model.id({ prefix: "pol" }).primaryKey(),
    batch: model.belongsTo(() => PayoutBatch, { mappedBy: "lines" }),
    seller_id: model.text(),
    /** The code in the transfer's memo, by which the bank's statement is matched back. */
    reference: model.text().unique(),
    amount_vnd: model.bigNumber(),
    /** Commission of direct sales taken off before. */
    netted_vnd: model.bigNumber(),
    bank_bin: model.text(),
    bank_name: model.text(),
    account_number: model.text(),
    account_name: model.text(),
    state: model.enum(["planned", "in_transit", "paid", "failed", "canceled", "reversed"]).default("planned"),
    failure: model.text().nullable(),
    bank_reference: model.text().nullable(),
    settled_at: model.dateTime().nullable(),
    reversed_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_payout_line_one_open", on: ["seller_id"], unique: true, where: "state IN ('planned', 'in_transit') AND deleted_at IS NULL" },
    { on: ["state", "settled_at"] },
  ])

export default PayoutLine
