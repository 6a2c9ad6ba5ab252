import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { expect, test, vi } from "vitest"
import { IPN_ANSWER } from "../../../modules/cashless-payment/rules/vnpay-outcome"
import { answerVnpayFirst } from "./answer-first"

async function call(method: string, path: string) {
  const takeVnpayIpn = vi.fn(async () => IPN_ANSWER.confirmed)
  const next = vi.fn()
  const json = vi.fn()
  const res = { setHeader() {}, status: () => ({ json }), json }
  const scope = { resolve: (key: string) => (key === "logger" ? { warn() {}, error() {} } : { takeVnpayIpn }) }
  await answerVnpayFirst({ method, path, scope, originalUrl: "/hooks/vnpay/ipn?vnp_TxnRef=1", socket: {} } as unknown as MedusaRequest, res as unknown as MedusaResponse, next)
  return { takeVnpayIpn, next, json }
}

test("a notice is answered here, with the query as it came, and goes no further", async () => {
  const { takeVnpayIpn, next, json } = await call("GET", "/")
  expect(takeVnpayIpn).toHaveBeenCalledWith("vnp_TxnRef=1")
  expect(json).toHaveBeenCalledWith(IPN_ANSWER.confirmed)
  expect(next).not.toHaveBeenCalled()
})

test.each([["POST", "/"], ["OPTIONS", "/"], ["GET", "/more"]])("%s %s is not a notice: the routing has it", async (method, path) => {
  const { takeVnpayIpn, next } = await call(method, path)
  expect(next).toHaveBeenCalledTimes(1)
  expect(takeVnpayIpn).not.toHaveBeenCalled()
})
