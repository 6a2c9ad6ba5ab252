import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { toString as drawQr } from "qrcode"
import { CASHLESS_PAYMENT_MODULE } from "../../../../modules/cashless-payment"
import { PaymentError } from "../../../../modules/cashless-payment/errors"
import type { CashlessPaymentModuleService } from "../../../../modules/cashless-payment/service"
import { errorBody } from "../../../reader-language"
import { actingOperator } from "../acting-operator"
import { PageQuery } from "../page-query"

/** Money to be sent back with a bank's app, longest waiting first, each with its VietQR where the account is known. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const query = PageQuery.safeParse(req.query)
  if (!query.success) {
    res.status(400).json(errorBody(req, new PaymentError("invalid_data")))
    return
  }
  const { limit, offset } = query.data
  const payments = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  const { transfers, count } = await payments.bank.listHandTransfers(limit, offset)
  await payments.handTransfers.noteReading(transfers.flatMap(({ id, to }) => (to ? [id] : [])), await actingOperator(req))
  const drawn = transfers.map(async (transfer) => ({
    ...transfer,
    qr_svg: transfer.qr_payload ? await drawQr(transfer.qr_payload, { type: "svg", margin: 2, errorCorrectionLevel: "M" }) : null,
  }))
  res.json({ transfers: await Promise.all(drawn), count, limit, offset })
}
