import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { CASHLESS_PAYMENT_MODULE } from "../../../../modules/cashless-payment"
import { PaymentError } from "../../../../modules/cashless-payment/errors"
import type { CashlessPaymentModuleService } from "../../../../modules/cashless-payment/service"
import { errorBody } from "../../../reader-language"
import { PageQuery } from "../page-query"

const UnmatchedQuery = PageQuery.extend({
  older_than_days: z.coerce.number().int().min(0).max(3650).default(0),
  reason: z.string().regex(/^[a-z_]{1,40}$/).optional(),
})

/** Money nobody could assign, oldest first: it has waited longest. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const query = UnmatchedQuery.safeParse(req.query)
  if (!query.success) {
    res.status(400).json(errorBody(req, new PaymentError("invalid_data")))
    return
  }
  const { limit, offset, older_than_days: olderThanDays, reason = null } = query.data
  const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  const page = await payments.bank.listUnmatched({ limit, offset, olderThanDays, reason })
  res.json({ ...page, limit, offset })
}
