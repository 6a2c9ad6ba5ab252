import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CASHLESS_PAYMENT_MODULE } from "../../../../modules/cashless-payment"
import { IPN_ANSWER } from "../../../../modules/cashless-payment/rules/vnpay-outcome"
import type { CashlessPaymentModuleService } from "../../../../modules/cashless-payment/service"
import { rawQuery } from "../../../raw-query"
import { RefusalLimit } from "../../refusal-limit"

const refusals = new RefusalLimit(60)

/**
 * VNPay's server-to-server notice. HTTP 200 whatever it says: VNPay reads RspCode, and calls again unless it is 00 or 02.
 * Only who keeps sending forged notices hears 429; each is verified first, so a genuine one always gets through.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  const logger = req.scope.resolve("logger")
  res.setHeader("Cache-Control", "no-store")
  try {
    const answer = await payments.takeVnpayIpn(rawQuery(req))
    const verdict = answer === IPN_ANSWER.invalidSignature ? refusals.note(req.socket.remoteAddress ?? "", Date.now()) : "quiet"
    if (verdict === "told") logger.warn(`VNPay IPN refused: not signed by VNPay, or no result (from ${req.socket.remoteAddress})`)
    res.status(verdict === "too_many" ? 429 : 200).json(answer)
  } catch (error) {
    logger.error(`VNPay IPN failed, VNPay will call again: ${(error as Error).message}`)
    res.json(IPN_ANSWER.unknownError)
  }
}
