import { z } from "@medusajs/framework/zod"
import { verifyPayos } from "../modules/cashless-payment/rules/payos-signature"
import { fromBankDate } from "../modules/cashless-payment/rules/vietnam-time"
import type { BankAggregator } from "./bank-aggregator"
import { malformed } from "./malformed"

/** payOS tries a new webhook address with this order and asks for 200 (POST /confirm-webhook). */
const PROBE_ORDER_CODE = 123
const SUCCESS = "00"

const text = z.string().max(500).nullish()

/** The body of a payOS webhook (payos.vn/docs). Signed is `data` alone. */
const PayosNotice = z.object({
  data: z.object({
    orderCode: z.number().int(),
    amount: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
    description: z.string(),
    accountNumber: z.string().min(1).max(50),
    reference: z.string().min(1).max(200),
    transactionDateTime: z.string().max(30),
    paymentLinkId: z.string().max(100),
    code: z.string().max(10),
    counterAccountBankId: text,
    counterAccountBankName: text,
    counterAccountName: text,
    counterAccountNumber: text,
    virtualAccountNumber: text,
  }),
})
const Signed = z.object({ data: z.record(z.string(), z.unknown()), signature: z.string().max(200) })

export const payos: BankAggregator = {
  verify({ body }, { secret }) {
    if (!secret) return "not_configured"
    const signed = Signed.safeParse(body)
    if (!signed.success) return "missing_signature"
    return verifyPayos(signed.data.data, signed.data.signature, secret) ? "valid" : "wrong_signature"
  },
  isProbe: (body) => z.object({ data: z.object({ orderCode: z.literal(PROBE_ORDER_CODE) }) }).safeParse(body).success,
  read(body, now) {
    const notice = PayosNotice.safeParse(body)
    if (!notice.success) return malformed(notice.error)
    const { data } = notice.data
    if (data.code !== SUCCESS) return { kind: "nothing" }
    const bankId = data.counterAccountBankId ?? ""
    return {
      kind: "transfer",
      transfer: {
        provider: "payos",
        // One payment link can be paid by several transfers; each has a reference of its own.
        providerTransactionId: `${data.paymentLinkId}:${data.reference}`,
        bankName: "payOS",
        accountNumber: data.accountNumber,
        subAccountNumber: data.virtualAccountNumber || null,
        direction: "in",
        amountVnd: data.amount,
        memo: data.description,
        referenceCode: data.reference,
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
