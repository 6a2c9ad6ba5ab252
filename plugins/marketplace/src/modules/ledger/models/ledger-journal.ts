import { model } from "@medusajs/framework/utils"
import { JOURNAL_KINDS } from "../rules/journal"
import LedgerEntry from "./ledger-entry"

/**
 * One business fact in the books, once: `key` names the fact (`sale:<seller payment>`, `refund:<refund>`), so telling it
 * again posts nothing. Never changed and never deleted: triggers refuse both (migration), a mistake is put right by
 * another journal.
 */
const LedgerJournal = model
  .define("ledger_journal", {
    id: model.id({ prefix: "ljr" }).primaryKey(),
    key: model.text().unique(),
    kind: model.enum([...JOURNAL_KINDS]),
    occurred_at: model.dateTime(),
    /** The civil day in Viet Nam it counts for. */
    day: model.text(),
    seller_id: model.text().nullable(),
    order_id: model.text().nullable(),
    seller_payment_id: model.text().nullable(),
    /** The payment of /v1 it is about: its charge and all its refunds. */
    intent_id: model.text().nullable(),
    /** What was computed and by which rules: gross, goods, shipping, commission, tax. Refunds are shared out by it. */
    facts: model.json(),
    reason: model.text().nullable(),
    posted_by: model.text().nullable(),
    /** How many entries it has; the deferred trigger counts them, so none can be added later. */
    entry_count: model.number(),
    entries: model.hasMany(() => LedgerEntry, { mappedBy: "journal" }),
  })
  .indexes([{ on: ["day", "kind"] }, { on: ["seller_id", "occurred_at"] }, { on: ["order_id"] }, { on: ["intent_id"] }])

export default LedgerJournal
