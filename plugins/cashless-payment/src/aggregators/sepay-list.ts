import { z } from "@medusajs/framework/zod"
import { fromBankDate, toBankDate } from "../modules/cashless-payment/rules/vietnam-time"
import type { ListTransactions } from "./bank-list"
import { fetchJson } from "./fetch-json"

/** The most SePay gives at once. A list this long is taken up again from its newest on the next run. */
const LIMIT = 5000

const dong = z.union([z.string().regex(/^\d{1,15}(\.\d+)?$/), z.number().nonnegative()]).transform((amount) => Math.round(Number(amount)))
const text = z.string().max(2000).nullish()

/** GET userapi/transactions/list (docs.sepay.vn, "API Giao dịch"); ids are those of the webhooks. */
const SepayList = z.object({
  transactions: z.array(
    z.object({
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
    }),
  ),
})

export const listSepay: ListTransactions = async ({ url, key, accountNumber }, since) => {
  const address = new URL(`${url}/userapi/transactions/list`)
  address.searchParams.set("transaction_date_min", toBankDate(since))
  address.searchParams.set("limit", String(LIMIT))
  if (accountNumber) address.searchParams.set("account_number", accountNumber)
  const { transactions } = SepayList.parse(await fetchJson(address, { authorization: `Bearer ${key}` }))
  return transactions
    .map((row) => ({
      provider: "sepay" as const,
      providerTransactionId: row.id,
      bankName: row.bank_brand_name || "SePay",
      accountNumber: row.account_number,
      subAccountNumber: row.sub_account || null,
      direction: row.amount_in > 0 ? ("in" as const) : ("out" as const),
      amountVnd: row.amount_in > 0 ? row.amount_in : row.amount_out,
      memo: [row.code, row.transaction_content].filter(Boolean).join(" | "),
      referenceCode: row.reference_number || null,
      bookedAt: fromBankDate(row.transaction_date) ?? since,
    }))
    .sort((a, b) => a.bookedAt.getTime() - b.bookedAt.getTime())
}
