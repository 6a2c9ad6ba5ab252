import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { toString as drawQr } from "qrcode"
import { actingOperator } from "../acting-operator"
import { answerPage } from "../answer-page"
import { PageQuery } from "../page-query"

const TransferQuery = PageQuery.extend({ list: z.enum(["open", "called_off"]).default("open") })

/** Money to be sent back with a bank's app, longest waiting first (`list=called_off`: what was called off and can be queued again), each with whose word its payment stands on and its VietQR where the account is known. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await answerPage(req, res, TransferQuery, async ({ limit, offset, list }, payments) => {
    const { transfers, count } = await payments.bank.listHandTransfers(limit, offset, list)
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
