import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CASHLESS_PAYMENT_MODULE } from "../../../../../../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../../../../../../modules/cashless-payment/service"
import { sendPaymentError } from "../../../../../send-payment-error"

/** Sends one event to one endpoint once more, whatever came of it before. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  try {
    await payments.webhooks.retryDelivery(req.params.id ?? "")
    res.status(202).json({ id: req.params.id, status: "pending" })
  } catch (error) {
    sendPaymentError(req, res, error)
  }
}
