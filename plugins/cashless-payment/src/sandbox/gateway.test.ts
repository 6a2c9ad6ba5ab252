import { expect, test } from "vitest"
import { vnpayOutcome } from "../modules/cashless-payment/rules/vnpay-outcome"
import { vnpayPayUrl } from "../modules/cashless-payment/rules/vnpay-pay-url"
import { verifyVnpayQuery } from "../modules/cashless-payment/rules/vnpay-signature"
import { decide, GATEWAY_OUTCOME_NAMES, readPayRequest, resultQuery, withQuery } from "./gateway"
import { errorPage, payPage } from "./gateway-pages"

const terminal = { tmnCode: "SANDBOX1", hashSecret: "made-up" }
const former = { tmnCode: "OLD00001", hashSecret: "made-up-before" }
const findTerminal = (tmnCode: string) => [terminal, former].find((known) => known.tmnCode === tmnCode) ?? null
const now = new Date("2026-11-22T02:00:00Z")
const request = {
  payUrl: "http://localhost/pay",
  ...terminal,
  txnRef: "CP1",
  amountVnd: 150_000,
  orderInfo: "Đơn hàng",
  returnUrl: "http://localhost:8000/tro-ve?lang=vi",
  ipAddress: "203.0.113.1",
  locale: "vn" as const,
  createdAt: now,
  expiresAt: new Date(now.getTime() + 900_000),
}
const query = (changes: Partial<typeof request> = {}) => vnpayPayUrl({ ...request, ...changes }).split("?")[1]!

test("takes a request of ours, and of the terminal we had before", () => {
  expect(readPayRequest(query(former), findTerminal, now)).toMatchObject({ ok: true, order: { params: { vnp_TmnCode: "OLD00001" } } })
  expect(readPayRequest(query(), findTerminal, now)).toMatchObject({ ok: true, order: { amountVnd: 150_000, orderInfo: "Don hang", returnUrl: request.returnUrl } })
})

test.each([
  ["signed with another secret", query({ hashSecret: "x" }), "70"],
  ["signed with another terminal's secret", query({ hashSecret: former.hashSecret }), "70"],
  ["changed after signing", query().replace("vnp_Amount=15000000", "vnp_Amount=100"), "70"],
  ["of another terminal", query({ tmnCode: "OTHER" }), "02"],
  ["after its time", query({ expiresAt: now }), "15"],
])("shows VNPay's error for a request %s", (_what, raw, code) => {
  expect(readPayRequest(raw, findTerminal, now)).toMatchObject({ ok: false, code })
})

test("its notices verify and mean what the button says", () => {
  const reading = readPayRequest(query(), findTerminal, now)
  if (!reading.ok) throw new Error(reading.code)
  const { txnRef: txn_ref, orderInfo: order_info, params } = reading.order
  for (const outcome of GATEWAY_OUTCOME_NAMES) {
    const query = resultQuery({ txn_ref, order_info, amount: params.vnp_Amount! }, decide(outcome, "", null, now), terminal)
    const verified = verifyVnpayQuery(query, terminal.hashSecret)
    if (!verified.valid) throw new Error(verified.reason)
    expect(vnpayOutcome(verified.params.vnp_ResponseCode!, verified.params.vnp_TransactionStatus!) === "paid").toBe(outcome === "success")
    expect(verified.params.vnp_Amount).toBe("15000000")
  }
})

test("the result is added to a return address that has a query of its own", () => {
  expect(withQuery("http://x/a?b=1", "c=2")).toBe("http://x/a?b=1&c=2")
  expect(withQuery("http://x/a", "c=2")).toBe("http://x/a?c=2")
})

test("nothing a request carries becomes markup", () => {
  const reading = readPayRequest(query(), findTerminal, now)
  if (!reading.ok) throw new Error(reading.code)
  const evil = `"><script>alert(1)</script>`
  const page = payPage({ ...reading.order, orderInfo: evil, txnRef: evil }, evil, evil) + errorPage(evil, evil)
  expect(page).not.toContain("<script>")
  expect(page).toContain("&lt;script&gt;")
})
