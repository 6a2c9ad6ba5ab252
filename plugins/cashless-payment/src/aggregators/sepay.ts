import { z } from "@medusajs/framework/zod"
import type { BankTransfer } from "../modules/cashless-payment/operations/bank-transfer"
import { verifySepay } from "../modules/cashless-payment/rules/sepay-signature"
import { fromBankDate } from "../modules/cashless-payment/rules/vietnam-time"
import type { BankAggregator } from "./bank-aggregator"
import { malformed } from "./malformed"

const optionalText = z.string().max(500).nullish()

/** The body of a SePay bank webhook (developer.sepay.vn). Fields we do not read may be added by SePay at any time. */
const SepayNotice = z.object({
  id: z.union([z.number().int().nonnegative(), z.string().regex(/^[\w-]{1,64}$/)]),
  gateway: z.string().max(100),
  transactionDate: z.string().max(30),
  accountNumber: z.string().min(1).max(50),
  subAccount: optionalText,
  code: optionalText,
  content: z.string().nullish(),
  transferType: z.enum(["in", "out"]),
  transferAmount: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
  referenceCode: optionalText,
  description: z.string().nullish(),
})

export const sepay: BankAggregator = {
  verify({ header, rawBody }, { secret, apiKey }, now) {
    const headers = { signature: header("x-sepay-signature"), timestamp: header("x-sepay-timestamp"), authorization: header("authorization") }
    return verifySepay(headers, rawBody, { webhookSecret: secret, apiKey }, now)
  },
  read(body, now) {
    const notice = SepayNotice.safeParse(body)
    return notice.success ? { kind: "transfer", transfer: toBankTransfer(notice.data, now) } : malformed(notice.error)
  },
}

function toBankTransfer(notice: z.infer<typeof SepayNotice>, now: Date): BankTransfer {
  return {
    provider: "sepay",
    providerTransactionId: String(notice.id),
    bankName: notice.gateway,
    accountNumber: notice.accountNumber,
    subAccountNumber: notice.subAccount || null,
    direction: notice.transferType,
    amountVnd: notice.transferAmount,
    // `code` is what SePay's own prefix search found; the memo itself is searched as well, in case it found none.
    memo: [notice.code, notice.content, notice.description].filter(Boolean).join(" | "),
    referenceCode: notice.referenceCode || null,
    bookedAt: fromBankDate(notice.transactionDate) ?? now,
  }
}
