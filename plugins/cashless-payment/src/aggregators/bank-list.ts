import type { Aggregator, BankTransfer } from "../modules/cashless-payment/operations/bank-transfer"
import { CASSO_SHOWN, listCasso, readCassoRow } from "./casso-list"
import { listSepay, readSepayRow, SEPAY_SHOWN } from "./sepay-list"
import type { ListReading } from "./unread-row"

/** Where a list is asked, with what key, and for which account; without one, every account of the key. */
export type ListAccess = { url: string; key: string; accountNumber: string | null }

/** What the aggregator knows to have moved since then, oldest first. @throws Error with a reason when it does not answer, or with no list. */
export type ListTransactions = (access: ListAccess, since: Date) => Promise<ListReading>

export type BankList = {
  list: ListTransactions
  /** One row by itself; null when it can't be read. `bookedAt` is the time of one that says none. */
  readRow(row: unknown, bookedAt: Date): BankTransfer | null
  /** The fields of a row by which a person finds the transfer in a bank's statement. */
  shown: readonly string[]
}

/** payOS has no list of transfers by time: what its webhook loses, only the payee's own statement shows. */
export const BANK_LISTS: Partial<Record<Aggregator, BankList>> = {
  sepay: {
    list: listSepay,
    readRow: readSepayRow,
    shown: SEPAY_SHOWN,
  },
  casso: {
    list: listCasso,
    readRow: readCassoRow,
    shown: CASSO_SHOWN,
  },
}
