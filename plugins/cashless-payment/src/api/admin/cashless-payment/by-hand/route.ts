import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CASHLESS_PAYMENT_MODULE } from "../../../../modules/cashless-payment"
import { PaymentError } from "../../../../modules/cashless-payment/errors"
import type { CashlessPaymentModuleService } from "../../../../modules/cashless-payment/service"
import { errorBody } from "../../../reader-language"
import { PageQuery } from "../page-query"

/** What payees said by hand to have received, newest first, and whether the bank has confirmed it. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const query = PageQuery.safeParse(req.query)
  if (!query.success) {
    res.status(400).json(errorBody(req, new PaymentError("invalid_data")))
    return
  }
  const { limit, offset } = query.data
  const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  res.json({ ...(await payments.bank.listByHand(limit, offset)), limit, offset })
}
