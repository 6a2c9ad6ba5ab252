import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { toString as drawQr } from "qrcode"
import { actingOperator } from "../acting-operator"
import { answerPage } from "../answer-page"
import { PageQuery } from "../page-query"

/** Money to be sent back with a bank's app, longest waiting first, each with whose word its payment stands on and its VietQR where the account is known. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await answerPage(req, res, PageQuery, async ({ limit, offset }, payments) => {
    const { transfers, count } = await payments.bank.listHandTransfers(limit, offset)
    await payments.handTransfers.noteReading(transfers.flatMap(({ id, to }) => (to ? [id] : [])), await actingOperator(req))
    const words = await payments.handTransfers.paymentWords(transfers.map(({ id }) => id))
    const drawn = transfers.map(async (transfer) => ({
      ...transfer,
      payment_word: words.get(transfer.id),
      qr_svg: transfer.qr_payload ? await drawQr(transfer.qr_payload, { type: "svg", margin: 2, errorCorrectionLevel: "M" }) : null,
    }))
    return { transfers: await Promise.all(drawn), count }
  })
}
