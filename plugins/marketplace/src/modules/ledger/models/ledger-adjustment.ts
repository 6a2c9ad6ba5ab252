import { model } from "@medusajs/framework/utils"

/**
 * A correction of the books, as one person proposes it and another decides (check constraint). It is in the books only
 * once it is `posted`, and no journal of kind `adjustment` is there without one (deferred trigger).
 *
 *     proposed → posted | refused
 */
const LedgerAdjustment = model
  .define("ledger_adjustment", {
    id: model.id({ prefix: "ladj" }).primaryKey(),
    /** The proposer's own name for it: the form sent twice is one proposal. */
    reference: model.text().unique(),
    reason: model.text(),
    /** [{account, seller_id, amount_vnd}], debit positive. */
    entries: model.json(),
    state: model.enum(["proposed", "posted", "refused"]).default("proposed"),
    /** The key of the journal it takes back, where it does: at most one that is not refused (ledger/reversals). */
    reverses: model.text().nullable(),
    proposed_by: model.text(),
    decided_by: model.text().nullable(),
    decision_note: model.text().nullable(),
    decided_at: model.dateTime().nullable(),
    journal_id: model.text().nullable(),
  })
  .indexes([
    { on: ["state", "created_at"] },
    { on: ["reverses"], unique: true, where: "reverses IS NOT NULL AND state <> 'refused'" },
  ])

export default LedgerAdjustment
