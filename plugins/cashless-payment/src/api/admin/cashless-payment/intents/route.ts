import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { CASHLESS_PAYMENT_MODULE } from "../../../../modules/cashless-payment"
import { PaymentError } from "../../../../modules/cashless-payment/errors"
import type { CashlessPaymentModuleService } from "../../../../modules/cashless-payment/service"
import { errorBody } from "../../../reader-language"

const Search = z.object({ q: z.string().trim().min(2).max(100) })

/** VietQR payments by code, order or description, for assigning money to them. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const search = Search.safeParse(req.query)
  if (!search.success) {
    res.status(400).json(errorBody(req, new PaymentError("invalid_data")))
    return
  }
  const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  const intents = await payments.bank.searchIntents(search.data.q)
  res.json({
    intents: intents.map(({ id, status, amount_vnd, amount_received_vnd, description, created_at, vietqr }) => ({
      id, status, amount_vnd, amount_received_vnd, description, created_at,
      memo: vietqr?.memo ?? null,
      bank_bin: vietqr?.bin ?? null,
      account_number: vietqr?.account_number ?? null,
      account_name: vietqr?.account_name ?? null,
    })),
  })
}
