import { expect, test } from "vitest"
import { isBeyondTheAmount, isStray, isSurplus, SURPLUS_REASONS } from "./surplus"

test("what nobody was asked for is surplus; what a caller, an order or Medusa asked back is not", () => {
  for (const reason of SURPLUS_REASONS) expect(isSurplus(reason)).toBe(true)
  for (const reason of ["requested", "requested_by_customer", "duplicate", "fraudulent", "order_closed", ""]) expect(isSurplus(reason)).toBe(false)
})

test("of a surplus, what a canceled payment had begun with was asked for; what VNPay took for nothing is nobody's", () => {
  expect(SURPLUS_REASONS.filter(isBeyondTheAmount)).toEqual(["overpaid", "late", "already_paid"])
  expect(SURPLUS_REASONS.filter(isStray)).toEqual(["late", "already_paid"])
  expect(["order_closed", "requested_by_customer"].flatMap((reason) => [isStray(reason), isBeyondTheAmount(reason)])).toEqual([false, false, false, false])
})
