import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CASHLESS_PAYMENT_MODULE } from "../../../../modules/cashless-payment"
import { PaymentError } from "../../../../modules/cashless-payment/errors"
import type { CashlessPaymentModuleService } from "../../../../modules/cashless-payment/service"
import { errorBody } from "../../../reader-language"
import { PageQuery } from "../page-query"

/** Payments VNPay suspects, longest waiting first, and how long such payments are waited for. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const query = PageQuery.safeParse(req.query)
  if (!query.success) {
    res.status(400).json(errorBody(req, new PaymentError("invalid_data")))
    return
  }
  const { limit, offset } = query.data
  const { suspicions } = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  const { payments, count } = await suspicions.list(limit, offset)
  res.json({ payments, count, limit, offset, hold: await suspicions.holdRules() })
}
