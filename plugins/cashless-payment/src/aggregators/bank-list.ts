import type { Aggregator, BankTransfer } from "../modules/cashless-payment/operations/bank-transfer"
import { listCasso } from "./casso-list"
import { listSepay } from "./sepay-list"

/** Where a list is asked, with what key, and for which account; without one, every account of the key. */
export type ListAccess = { url: string; key: string; accountNumber: string | null }

/** What the aggregator knows to have moved since then, oldest first. @throws Error with a reason when it does not answer. */
export type ListTransactions = (access: ListAccess, since: Date) => Promise<BankTransfer[]>

/** payOS has no list of transfers by time: what its webhook loses, only the payee's own statement shows. */
export const BANK_LISTS: Partial<Record<Aggregator, ListTransactions>> = { sepay: listSepay, casso: listCasso }
