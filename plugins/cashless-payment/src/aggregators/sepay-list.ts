import { setTimeout as sleep } from "node:timers/promises"
import { z } from "@medusajs/framework/zod"
import type { BankTransfer } from "../modules/cashless-payment/operations/bank-transfer"
import { fromBankDate, toBankDate } from "../modules/cashless-payment/rules/vietnam-time"
import type { ListAccess, ListTransactions } from "./bank-list"
import { fetchJson } from "./fetch-json"
import { readRows, type ListReading } from "./unread-row"

/** The most SePay gives at once. An answer this long may leave something out, at whichever end: then each half of its time is asked for. */
const LIMIT = 5000
/** SePay counts time in seconds and answers three requests a second. */
const SECOND_MS = 1000
const DAY_MS = 86_400_000
const BETWEEN_REQUESTS_MS = 350

const dong = z.union([z.string().regex(/^\d{1,15}(\.\d+)?$/), z.number().nonnegative()]).transform((amount) => Math.round(Number(amount)))
const text = z.string().max(2000).nullish()

/** GET userapi/transactions/list (docs.sepay.vn, "API Giao dịch"). Each row is read by itself: one that can't be must not hide the others. */
const SepayList = z.object({ transactions: z.array(z.unknown()) })

/** Ids are those of the webhooks. */
const SepayRow = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  bank_brand_name: text,
  account_number: z.string().min(1).max(50),
  transaction_date: z.string(),
  amount_in: dong,
  amount_out: dong,
  transaction_content: text,
  reference_number: text,
  code: text,
  sub_account: text,
})
/** The fields by which a person finds the transfer in a bank's statement. */
export const SEPAY_SHOWN = ["id", "transaction_date", "bank_brand_name", "account_number", "sub_account", "amount_in", "amount_out", "code", "transaction_content", "reference_number"] as const
type SepayRow = z.infer<typeof SepayRow>

/** Waits that long; another one where nobody has to wait. */
type Pause = (milliseconds: number) => Promise<unknown>

export const listSepay: ListTransactions = (access, since) => listSepayPausing(access, since, sleep)

export async function listSepayPausing(access: ListAccess, since: Date, pause: Pause): Promise<ListReading> {
  // Both halves of a time hold its middle: what is in both is read once.
  const { transfers, ...others } = readRows(SepayRow, await readBetween(access, since, null, pause), (row) => toTransfer(row, since), SEPAY_SHOWN)
  return { transfers: transfers.sort((a, b) => a.bookedAt.getTime() - b.bookedAt.getTime()), ...others }
}

export function readSepayRow(row: unknown, bookedAt: Date): BankTransfer | null {
  const reading = SepayRow.safeParse(row)
  return reading.success ? toTransfer(reading.data, bookedAt) : null
}

/** `to` null: without an end. @throws when one second has more than SePay gives: better no list than one that is taken to be whole. */
async function readBetween(access: ListAccess, from: Date, to: Date | null, pause: Pause): Promise<unknown[]> {
  const address = new URL(`${access.url}/userapi/transactions/list`)
  address.searchParams.set("transaction_date_min", toBankDate(from))
  if (to) address.searchParams.set("transaction_date_max", toBankDate(to))
  address.searchParams.set("limit", String(LIMIT))
  if (access.accountNumber) address.searchParams.set("account_number", access.accountNumber)
  const { transactions } = SepayList.parse(await fetchJson(address, { authorization: `Bearer ${access.key}` }))
  if (transactions.length < LIMIT) return transactions
  // The bank's clock may be ahead of ours.
  const end = to ?? new Date(Date.now() + DAY_MS)
  if (end.getTime() - from.getTime() < 2 * SECOND_MS) throw new Error("SePay's list is longer than it gives")
  const middle = new Date((from.getTime() + end.getTime()) / 2)
  await pause(BETWEEN_REQUESTS_MS)
  const earlier = await readBetween(access, from, middle, pause)
  await pause(BETWEEN_REQUESTS_MS)
  return [...earlier, ...(await readBetween(access, middle, end, pause))]
}

/** `since`: the time of one that says none. */
function toTransfer(row: SepayRow, since: Date): BankTransfer {
  return {
    provider: "sepay",
    providerTransactionId: row.id,
    bankName: row.bank_brand_name || "SePay",
    accountNumber: row.account_number,
    subAccountNumber: row.sub_account || null,
    direction: row.amount_in > 0 ? "in" : "out",
    amountVnd: row.amount_in > 0 ? row.amount_in : row.amount_out,
    memo: [row.code, row.transaction_content].filter(Boolean).join(" | "),
    referenceCode: row.reference_number || null,
    bookedAt: fromBankDate(row.transaction_date) ?? since,
  }
}
