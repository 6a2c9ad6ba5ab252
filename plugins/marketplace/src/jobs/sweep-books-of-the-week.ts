import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../modules/ledger"
import { OVERLAP_MS, sweepSince } from "../modules/ledger/rules/sweep-since"
import type LedgerModuleService from "../modules/ledger/service"
import { sweepBooks } from "../workflows/sweep-books"

/**
 * What the sweep of every minute can't have seen, whatever the reason: a wider look, and therefore a rarer one. What it
 * finds and can't post is looked for every minute from then on, so that it does not drop out after the week.
 */
export default async function sweepBooksOfTheWeekJob(container: MedusaContainer): Promise<void> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const since = sweepSince(await ledger.booksWholeUntil(), "hour")
  const { failed } = await sweepBooks(container, since)
  if (failed > 0) await ledger.noteBooksNotWhole(new Date(since.getTime() + OVERLAP_MS.minute))
}

export const config = { name: "sweep-books-of-the-week", schedule: "8 23 * * * *" }
