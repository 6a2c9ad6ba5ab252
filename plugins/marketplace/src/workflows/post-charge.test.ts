import { expect, test } from "vitest"
import { houseHas } from "./post-charge"

const to = (transfer_destination: string | null, on_behalf_of: string | null) => ({ transfer_destination, on_behalf_of })

test.each([
  ["by VNPay for nobody", { origin: "api", rail: "vnpay", terms: to(null, null) }, "psp_clearing:vnpay"],
  ["by VNPay for an account", { origin: "api", rail: "vnpay", terms: to("acct_1", "acct_1") }, "psp_clearing:vnpay"],
  ["by VietQR for nobody", { origin: "api", rail: "vietqr", terms: to(null, null) }, "bank"],
  ["by VietQR, with no terms kept", { origin: "api", rail: "vietqr", terms: null }, "bank"],
  ["by VietQR to an account", { origin: "api", rail: "vietqr", terms: to("acct_1", null) }, null],
  ["by VietQR on an account's behalf", { origin: "api", rail: "vietqr", terms: to(null, "acct_1") }, null],
  ["for an order by VNPay", { origin: "process", rail: "vnpay", terms: null }, null],
  ["for an order by VietQR", { origin: "process", rail: "vietqr", terms: to(null, null) }, null],
])("where the house has what came %s", (_what, intent, into) => {
  expect(houseHas(intent)).toBe(into)
})
