import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CASHLESS_PAYMENT_MODULE } from "../../../../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../../../../modules/cashless-payment/service"
import { toStripePaymentIntent } from "../../../../stripe/payment-intent"
import { noSuch } from "../../../../stripe/stripe-error"

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  const id = req.params.id ?? ""
  const intent = await payments.findIntent(id)
  if (intent) {
    res.json(toStripePaymentIntent(intent, !payments.settings.sandbox))
    return
  }
  const missing = noSuch("payment_intent", id, "intent")
  res.status(missing.status).json(missing.body)
}
