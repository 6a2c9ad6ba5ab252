import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CASHLESS_PAYMENT_MODULE } from "../../../../modules/cashless-payment"
import { IPN_ANSWER } from "../../../../modules/cashless-payment/rules/vnpay-outcome"
import type { CashlessPaymentModuleService } from "../../../../modules/cashless-payment/service"
import { rawQuery } from "../../../raw-query"

/** VNPay's server-to-server notice. Always HTTP 200: VNPay reads RspCode, and calls again unless it is 00 or 02. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  try {
    res.json(await payments.takeVnpayIpn(rawQuery(req)))
  } catch (error) {
    req.scope.resolve("logger").error(`VNPay IPN failed, VNPay will call again: ${(error as Error).message}`)
    res.json(IPN_ANSWER.unknownError)
  }
}
