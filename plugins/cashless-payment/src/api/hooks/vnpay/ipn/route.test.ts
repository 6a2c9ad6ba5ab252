import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { expect, test, vi } from "vitest"
import { IPN_ANSWER } from "../../../../modules/cashless-payment/rules/vnpay-outcome"
import { GET } from "./route"

test("the query goes in exactly as it came, doubles and all, and no cache keeps the answer", async () => {
  const takeVnpayIpn = vi.fn(async () => IPN_ANSWER.confirmed)
  const scope = { resolve: (key: string) => (key === "logger" ? { warn() {}, error() {} } : { takeVnpayIpn }) }
  const json = vi.fn()
  const res = { setHeader: vi.fn(), status: vi.fn(() => ({ json })) }
  await GET({ scope, originalUrl: "/hooks/vnpay/ipn?vnp_Amount=1&vnp_Amount=2", socket: {} } as unknown as MedusaRequest, res as unknown as MedusaResponse)
  expect(takeVnpayIpn).toHaveBeenCalledWith("vnp_Amount=1&vnp_Amount=2")
  expect(res.status).toHaveBeenCalledWith(200)
  expect(json).toHaveBeenCalledWith(IPN_ANSWER.confirmed)
  expect(res.setHeader).toHaveBeenCalledWith("Cache-Control", "no-store")
})
