import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { CASHLESS_PAYMENT_MODULE } from "../../../../modules/cashless-payment"
import { PaymentError } from "../../../../modules/cashless-payment/errors"
import type { CashlessPaymentModuleService } from "../../../../modules/cashless-payment/service"
import { errorBody } from "../../../reader-language"

const Page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})

/** Money nobody could assign, oldest first: it has waited longest. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const page = Page.safeParse(req.query)
  if (!page.success) {
    res.status(400).json(errorBody(req, new PaymentError("invalid_data")))
    return
  }
  const { limit, offset } = page.data
  const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  const [rows, count] = await payments.listAndCountBankTransactions({ state: "unmatched" }, { take: limit, skip: offset, order: { booked_at: "ASC" } })
  const transactions = rows.map((row) => ({
    id: row.id,
    provider: row.provider,
    bank_name: row.bank_name,
    account_number: row.account_number,
    amount_vnd: Number(row.amount_vnd),
    memo: row.memo,
    reference_code: row.reference_code,
    booked_at: row.booked_at,
    reason: row.reason,
    intent_id: row.intent_id,
  }))
  res.json({ transactions, count, limit, offset })
}
