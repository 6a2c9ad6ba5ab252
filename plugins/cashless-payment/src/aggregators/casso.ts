import { z } from "@medusajs/framework/zod"
import { verifyCasso } from "../modules/cashless-payment/rules/casso-signature"
import { fromBankDate } from "../modules/cashless-payment/rules/vietnam-time"
import type { BankAggregator } from "./bank-aggregator"
import { malformed } from "./malformed"

const text = z.string().max(500).nullish()

/** The body of a Casso webhook v2 (developer.casso.vn): money that left has a negative amount. */
const CassoNotice = z.object({
  data: z.object({
    id: z.union([z.number().int().nonnegative(), z.string().regex(/^[\w-]{1,64}$/)]),
    reference: text,
    description: z.string().nullish(),
    amount: z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER),
    transactionDateTime: z.string().max(30),
    accountNumber: z.string().min(1).max(50),
    bankName: text,
    bankAbbreviation: text,
    virtualAccountNumber: text,
    counterAccountName: text,
    counterAccountNumber: text,
    counterAccountBankId: text,
    counterAccountBankName: text,
  }),
})

export const casso: BankAggregator = {
  verify({ header, body }, { secret }, now) {
    if (!secret) return "not_configured"
    return verifyCasso(header("x-casso-signature"), body, secret, now)
  },
  read(body, now) {
    const notice = CassoNotice.safeParse(body)
    if (!notice.success) return malformed(notice.error)
    const { data } = notice.data
    const bankId = data.counterAccountBankId ?? ""
    return {
      kind: "transfer",
      transfer: {
        provider: "casso",
        providerTransactionId: String(data.id),
        bankName: data.bankAbbreviation || data.bankName || "Casso",
        accountNumber: data.accountNumber,
        subAccountNumber: data.virtualAccountNumber || null,
        direction: data.amount < 0 ? "out" : "in",
        amountVnd: Math.abs(data.amount),
        memo: data.description ?? "",
        referenceCode: data.reference || null,
        bookedAt: fromBankDate(data.transactionDateTime) ?? now,
        counterParty: {
          bankBin: /^\d{6}$/.test(bankId) ? bankId : null,
          bankName: data.counterAccountBankName || null,
          accountNumber: data.counterAccountNumber || null,
          name: data.counterAccountName || null,
        },
      },
    }
  },
}
