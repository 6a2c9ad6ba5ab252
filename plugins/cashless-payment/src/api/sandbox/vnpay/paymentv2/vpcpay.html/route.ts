import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { GATEWAY_OUTCOME_NAMES, readPayRequest, withQuery, type OrderReading } from "../../../../../sandbox/gateway"
import { decidePayment, openPayment, terminalFinder } from "../../../../../sandbox/gateway-desk"
import { errorPage, payPage } from "../../../../../sandbox/gateway-pages"
import { IPN_PLANS } from "../../../../../sandbox/ipn-caller"
import { rawQuery } from "../../../../raw-query"

const BANKS = ["", "VNPAYQR", "VNBANK", "INTCARD", "NCB"] as const
const Choice = z.object({
  query: z.string().max(8_000),
  outcome: z.enum(GATEWAY_OUTCOME_NAMES),
  ipn: z.enum(IPN_PLANS).default("before"),
  bank_code: z.enum(BANKS).optional(),
})

/** The simulated gateway's page, and for genqr its answer. It believes our request as little as VNPay would: signature first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const query = rawQuery(req)
  const reading = readPayRequest(query, terminalFinder(req), new Date())
  const payment = reading.ok ? await openPayment(req, reading.order) : null
  if (reading.ok && reading.order.command === "genqr") {
    res.json({ code: "00", message: "Success", qrcontent: `${reading.order.txnRef}|${reading.order.params.vnp_Amount}|VNPAYQR-SANDBOX` })
    return
  }
  if (query.includes("vnp_Command=genqr") && !reading.ok) {
    res.json({ code: reading.code, message: reading.message, qrcontent: "" })
    return
  }
  res.type("html")
  res.send(reading.ok ? payPage(reading.order, query, payment?.bank_code ?? "") : errorPage(reading.code, reading.message))
}

/** The buyer decided: tell the merchant by IPN as ordered, and send the browser back with the signed result. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const choice = Choice.safeParse(req.body)
  const reading: OrderReading = choice.success
    ? readPayRequest(choice.data.query, terminalFinder(req), new Date())
    : { ok: false, code: "03", message: "Dữ liệu gửi sang không đúng định dạng" }
  if (!choice.success || !reading.ok) {
    const { code, message } = reading.ok ? { code: "99", message: "" } : reading
    res.status(400).type("html").send(errorPage(code, message))
    return
  }
  const payment = await openPayment(req, reading.order)
  if (payment.transaction_status !== "01") {
    res.status(400).type("html").send(errorPage("01", "Giao dịch đã tồn tại"))
    return
  }
  const bankCode = choice.data.bank_code || payment.bank_code
  const result = await decidePayment(req, { ...payment, bank_code: bankCode }, choice.data.outcome, choice.data.ipn)
  res.redirect(303, withQuery(reading.order.returnUrl, result))
}
