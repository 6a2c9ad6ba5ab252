import { z } from "@medusajs/framework/zod"
import type { BankTransfer } from "../modules/cashless-payment/operations/bank-transfer"
import { fromBankDate, toBankDate } from "../modules/cashless-payment/rules/vietnam-time"
import { bareAccountNumber } from "../modules/cashless-payment/rules/account-number"
import type { ListTransactions } from "./bank-list"
import { fetchJson } from "./fetch-json"
import { readRows } from "./unread-row"

const PAGE_SIZE = 100
/** A hundred thousand transfers: more than that is no list of an account but a mistake. */
const MOST_PAGES = 1000
const text = z.string().max(2000).nullish()

/** GET v2/transactions (developer.casso.vn). Each record is read by itself: one that can't be must not hide the others. */
const CassoList = z.object({ error: z.literal(0), data: z.object({ totalPages: z.number().int().nonnegative(), records: z.array(z.unknown()) }) })

/** `tid` is the bank's reference, `bankSubAccId` the account. */
const CassoRecord = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  tid: text,
  description: text,
  amount: z.number(),
  when: z.string(),
  bankSubAccId: z.string().min(1).max(50),
  bankCodeName: text,
  virtualAccount: text,
  corresponsiveName: text,
  corresponsiveAccount: text,
  corresponsiveBankId: text,
  corresponsiveBankName: text,
})
/** The fields by which a person finds the transfer in a bank's statement. */
export const CASSO_SHOWN = ["id", "when", "bankCodeName", "bankSubAccId", "virtualAccount", "amount", "description", "tid"] as const
type CassoRecord = z.infer<typeof CassoRecord>

export const listCasso: ListTransactions = async ({ url, key, accountNumber }, since) => {
  const records: unknown[] = []
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const address = new URL(`${url}/v2/transactions`)
    // Casso filters by day; what is older than `since` is known and passed over by its id.
    address.searchParams.set("fromDate", toBankDate(since).slice(0, 10))
    address.searchParams.set("page", String(page))
    address.searchParams.set("pageSize", String(PAGE_SIZE))
    address.searchParams.set("sort", "ASC")
    const { data } = CassoList.parse(await fetchJson(address, { authorization: `Apikey ${key}` }))
    // Better no list than one that is taken to be whole: of what is left out nobody would hear again.
    if (data.totalPages > MOST_PAGES) throw new Error("Casso's list is too long")
    pages = data.totalPages
    records.push(...data.records)
  }
  // Before any is counted: how many records of other accounts can be read says nothing of this one's list.
  const isOwn = (record: unknown) => !accountNumber || bareAccountNumber(accountOf(record) ?? accountNumber) === bareAccountNumber(accountNumber)
  return readRows(CassoRecord, records.filter(isOwn), (record) => toTransfer(record, since), CASSO_SHOWN)
}

export function readCassoRow(row: unknown, bookedAt: Date): BankTransfer | null {
  const record = CassoRecord.safeParse(row)
  return record.success ? toTransfer(record.data, bookedAt) : null
}

/** The account a record is about, where at least that can be read. */
function accountOf(row: unknown): string | null {
  const record = z.object({ bankSubAccId: z.string().min(1) }).safeParse(row)
  return record.success ? record.data.bankSubAccId : null
}

/** `since`: the time of one that says none. */
function toTransfer(record: CassoRecord, since: Date): BankTransfer {
  const bankId = record.corresponsiveBankId ?? ""
  return {
    provider: "casso",
    providerTransactionId: record.id,
    bankName: record.bankCodeName || "Casso",
    accountNumber: record.bankSubAccId,
    subAccountNumber: record.virtualAccount || null,
    direction: record.amount < 0 ? "out" : "in",
    amountVnd: Math.round(Math.abs(record.amount)),
    memo: record.description ?? "",
    referenceCode: record.tid || null,
    bookedAt: fromBankDate(record.when) ?? since,
    counterParty: {
      bankBin: /^\d{6}$/.test(bankId) ? bankId : null,
      bankName: record.corresponsiveBankName || null,
      accountNumber: record.corresponsiveAccount || null,
      name: record.corresponsiveName || null,
    },
  }
}
