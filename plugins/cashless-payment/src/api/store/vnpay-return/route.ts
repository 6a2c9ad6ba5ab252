import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CASHLESS_PAYMENT_MODULE } from "../../../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../../../modules/cashless-payment/service"
import { rawQuery } from "../../raw-query"

/** What to show a buyer who comes back from VNPay: pass its query on untouched. Reads only; the IPN decides. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  res.setHeader("Cache-Control", "no-store")
  res.json(await payments.readVnpayReturn(rawQuery(req)))
}
