import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CASHLESS_PAYMENT_MODULE } from "../../../../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../../../../modules/cashless-payment/service"

/** Who hears of payments. At most seventeen, so there are no pages; secrets are never among what is shown. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  const { endpoints } = await payments.webhooks.listEndpoints({ limit: 100, startingAfter: null, endingBefore: null })
  res.json({ webhook_endpoints: endpoints })
}
