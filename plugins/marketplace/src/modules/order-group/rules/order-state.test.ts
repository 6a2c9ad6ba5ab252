import { expect, test } from "vitest"
import { sellerOrderState, shownPaymentState } from "./order-state"

const facts = { orderStatus: "pending", payment: "pending", rail: "vietqr", confirmedAt: null, shippedAt: null, deliveredAt: null } as const

test.each([
  [{}, "pending_payment"],
  [{ payment: "applying" }, "pending_payment"],
  [{ payment: "reopening" }, "pending_payment"],
  [{ rail: "cod" }, "to_confirm"],
  [{ rail: "cod", confirmedAt: "2026-11-22T00:00:00Z" }, "to_ship"],
  [{ rail: "cod", confirmedAt: "2026-11-22T00:00:00Z", shippedAt: "2026-11-22T01:00:00Z" }, "shipped"],
  [{ rail: "cod", payment: "canceled", shippedAt: "2026-11-22T01:00:00Z" }, "canceled"],
  [{ payment: "paid" }, "paid"],
  [{ payment: "paid", shippedAt: "2026-11-22T00:00:00Z" }, "shipped"],
  [{ payment: "paid", shippedAt: "2026-11-22T00:00:00Z", deliveredAt: "2026-11-23T00:00:00Z" }, "delivered"],
  [{ payment: "expired" }, "expired"],
  [{ payment: "expired", orderStatus: "canceled" }, "expired"],
  [{ payment: "canceled" }, "canceled"],
  [{ payment: "refunded", orderStatus: "canceled" }, "canceled"],
] as const)("%j is %s", (over, expected) => {
  expect(sellerOrderState({ ...facts, ...over })).toBe(expected)
})

test("nobody outside sees the inner states", () => {
  expect(shownPaymentState("applying")).toBe("pending")
  expect(shownPaymentState("reopening")).toBe("pending")
  expect(shownPaymentState("refunded")).toBe("refunded")
})
