import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../modules/ledger"
import { sweepSince } from "../modules/ledger/rules/sweep-since"
import type LedgerModuleService from "../modules/ledger/service"
import { sweepBooks } from "../workflows/sweep-books"

/** Facts whose journal was lost with a process find their way into the books, however long ago that was. */
export default async function sweepBooksJob(container: MedusaContainer): Promise<void> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const begun = new Date()
  const { failed } = await sweepBooks(container, sweepSince(await ledger.booksWholeUntil(), "minute"))
  // What could not be posted keeps the mark where it is, so that it is tried until it is in the books.
  if (failed === 0) await ledger.noteBooksWhole(begun)
}

export const config = { name: "sweep-books", schedule: "18 * * * * *" }
