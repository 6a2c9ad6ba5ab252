import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { decodeVietqr } from "../../../modules/cashless-payment/rules/vietqr"
import { bankPage, receiptPage } from "../../../sandbox/bank-pages"
import { carryOut, readTransferOrder } from "./transfer-order"

/** The simulated bank's app: `?payload=` is the text of a scanned VietQR. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const payload = typeof req.query.payload === "string" ? req.query.payload : ""
  const decoded = payload ? decodeVietqr(payload) : null
  const problem = decoded && !decoded.ok ? "Mã này không đọc được. Kiểm tra lại rồi dán cả đoạn." : null
  res.type("html").send(bankPage(payload, decoded?.ok ? decoded.transfer : null, problem))
}

export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const reading = readTransferOrder(req.body)
  if (!reading.ok) {
    res.status(400).type("html").send(bankPage("", null, reading.reason))
    return
  }
  res.type("html").send(receiptPage(reading.order.amountVnd, await carryOut(req, reading.order)))
}
