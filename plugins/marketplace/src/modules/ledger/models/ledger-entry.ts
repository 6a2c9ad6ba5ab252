import { model } from "@medusajs/framework/utils"
import { ACCOUNTS, COMPONENTS } from "../rules/journal"
import LedgerJournal from "./ledger-journal"

/** One line of a journal: debit is positive, credit negative. The entries of a journal sum to 0 (deferred trigger). */
const LedgerEntry = model
  .define("ledger_entry", {
    id: model.id({ prefix: "len" }).primaryKey(),
    journal: model.belongsTo(() => LedgerJournal, { mappedBy: "entries" }),
    line: model.number(),
    account: model.enum([...ACCOUNTS]),
    /** Set exactly for the accounts that are kept per seller. */
    seller_id: model.text().nullable(),
    component: model.enum([...COMPONENTS]),
    amount_vnd: model.bigNumber(),
  })
  .indexes([
    { on: ["journal_id", "line"], unique: true },
    { on: ["account", "seller_id"] },
  ])

export default LedgerEntry
