import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { CASHLESS_PAYMENT_MODULE } from "../../../../../modules/cashless-payment"
import type { CashlessPaymentModuleService } from "../../../../../modules/cashless-payment/service"
import { GATEWAY_OUTCOMES, readPayRequest, resultQuery, withQuery, type GatewayOutcome, type OrderReading, type Terminal } from "../../../../../sandbox/gateway"
import { errorPage, payPage } from "../../../../../sandbox/gateway-pages"
import { callIpn } from "../../../../../sandbox/ipn-caller"
import { ownAddress } from "../../../../../sandbox/own-address"
import { rawQuery } from "../../../../raw-query"

const LATE_MS = 2_000
const outcomes = Object.keys(GATEWAY_OUTCOMES) as [GatewayOutcome, ...GatewayOutcome[]]
const Choice = z.object({ query: z.string().max(8_000), outcome: z.enum(outcomes), ipn: z.enum(["before", "after", "twice", "never"]).default("before") })

/** The simulated gateway's page. It believes our request as little as VNPay would: signature first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const query = rawQuery(req)
  const reading = readPayRequest(query, terminal(req), new Date())
  res.type("html")
  res.send(reading.ok ? payPage(reading.order, query) : errorPage(reading.code, reading.message))
}

/** The buyer decided: tell the merchant by IPN as ordered, and send the browser back with the signed result. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const choice = Choice.safeParse(req.body)
  const reading: OrderReading = choice.success
    ? readPayRequest(choice.data.query, terminal(req), new Date())
    : { ok: false, code: "03", message: "Dữ liệu gửi sang không đúng định dạng" }
  if (!choice.success || !reading.ok) {
    const { code, message } = reading.ok ? { code: "99", message: "" } : reading
    res.status(400).type("html").send(errorPage(code, message))
    return
  }
  const { ipn, outcome } = choice.data
  const result = resultQuery(reading.order, outcome, terminal(req), new Date())
  const ipnUrl = `${ownAddress(req)}/hooks/vnpay/ipn`
  if (ipn === "before" || ipn === "twice") await callIpn(ipnUrl, result)
  if (ipn === "twice") await callIpn(ipnUrl, result)
  if (ipn === "after") setTimeout(() => void callIpn(ipnUrl, result), LATE_MS).unref()
  res.redirect(303, withQuery(reading.order.returnUrl, result))
}

function terminal(req: MedusaRequest): Terminal {
  const { vnpay } = req.scope.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE).settings
  if (!vnpay) throw new Error("the sandbox always has a VNPay terminal")
  return vnpay
}
