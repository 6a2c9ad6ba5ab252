import { expect, test } from "vitest"
import { isSurplus, SURPLUS_REASONS } from "./surplus"

test("what nobody was asked for is surplus; what a caller, an order or Medusa asked back is not", () => {
  for (const reason of SURPLUS_REASONS) expect(isSurplus(reason)).toBe(true)
  for (const reason of ["requested", "requested_by_customer", "duplicate", "fraudulent", "order_closed", ""]) expect(isSurplus(reason)).toBe(false)
})
