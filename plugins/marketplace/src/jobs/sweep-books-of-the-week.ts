import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../modules/ledger"
import { sweepSince } from "../modules/ledger/rules/sweep-since"
import type LedgerModuleService from "../modules/ledger/service"
import { sweepBooks } from "../workflows/sweep-books"

/** What the sweep of every minute can't have seen, whatever the reason: a wider look, and therefore a rarer one. The mark is the other's. */
export default async function sweepBooksOfTheWeekJob(container: MedusaContainer): Promise<void> {
  await sweepBooks(container, sweepSince(await container.resolve<LedgerModuleService>(LEDGER_MODULE).booksWholeUntil(), "hour"))
}

export const config = { name: "sweep-books-of-the-week", schedule: "23 * * * *" }
