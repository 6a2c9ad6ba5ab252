import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import type { PaymentIntentView } from "../modules/cashless-payment/operations/payment-intent-view"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"
import { sameSecret } from "../modules/cashless-payment/rules/same-secret"

/** The intent whose page this is; null for a wrong token, which is told apart from a wrong id by nobody. */
export async function sharedIntent(req: MedusaRequest): Promise<PaymentIntentView | null> {
  const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  const intent = await payments.findIntent(req.params.id ?? "")
  return intent?.share_token && sameSecret(req.params.token ?? "", intent.share_token) ? intent : null
}

/** A QR is shown only while it can be paid: money for a finished intent would go to the desk. */
export async function sendQr(req: MedusaRequest, res: MedusaResponse, type: string, draw: (payload: string) => Promise<string | Buffer>): Promise<void> {
  const intent = await sharedIntent(req)
  const payload = intent?.status === "requires_action" ? (intent.vietqr ?? intent.vnpay_qr)?.payload : undefined
  res.setHeader("Cache-Control", "no-store")
  if (payload === undefined) res.status(404).type("text/plain").send("There is no code to be paid here.")
  else res.type(type).send(await draw(payload))
}
