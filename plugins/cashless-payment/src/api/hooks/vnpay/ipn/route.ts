import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CASHLESS_PAYMENT_MODULE } from "../../../../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../../../../modules/cashless-payment/service"
import { rawQuery } from "../../../raw-query"
import { answerAheadOfExpress } from "../ahead-of-express"
import { answerNotice } from "../answer-notice"

/** VNPay's server-to-server notice: the first that a server hears; those after it don't come this far. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const desk = { payments: req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE), logger: req.scope.resolve("logger") }
  answerAheadOfExpress(req.socket, desk)
  const { status, answer } = await answerNotice(desk, { query: rawQuery(req), address: req.socket.remoteAddress })
  res.setHeader("Cache-Control", "no-store")
  res.status(status).json(answer)
}
