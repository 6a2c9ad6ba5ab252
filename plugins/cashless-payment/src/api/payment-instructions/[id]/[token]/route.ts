import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { instructionsPage } from "../../../../instructions/instructions-page"
import { sharedIntent } from "../../../../instructions/shared-intent"
import { CASHLESS_PAYMENT_MODULE } from "../../../../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../../../../modules/cashless-payment/service"

/** `hosted_instructions_url`: how to pay, for whoever holds the link. Vietnamese, or `?lang=en`. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { settings } = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  const intent = await sharedIntent(req)
  res.setHeader("Content-Security-Policy", "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'")
  res.setHeader("Referrer-Policy", "no-referrer")
  res.setHeader("Cache-Control", "no-store")
  res.status(intent ? 200 : 404).type("html").send(instructionsPage(intent, req.query.lang === "en" ? "en" : "vi", settings.sandbox))
}
