import fc from "fast-check"
import { expect, test } from "vitest"
import { monthsOf, salesOf, type SoldLine } from "./listing-sales"

const line = (order_id: string, paid_at: string, quantity: number, province_code: string | null = "19"): SoldLine => ({
  order_id,
  paid_at: new Date(paid_at),
  province_code,
  quantity,
  revenue_vnd: quantity * 100_000,
})

test("a month begins at midnight in Viet Nam, seventeen o'clock UTC the day before", () => {
  const { months } = salesOf([line("a", "2026-10-31T16:59:59Z", 1), line("b", "2026-10-31T17:00:00Z", 2)], { from: "2026-10-01", to: "2026-11-30" })
  expect(months).toEqual([
    { month: "2026-10", orders: 1, quantity: 1, revenue_vnd: 100_000, provinces: 1 },
    { month: "2026-11", orders: 1, quantity: 2, revenue_vnd: 200_000, provinces: 1 },
  ])
})

test("first and last day count whole, what lies outside does not", () => {
  const period = { from: "2026-11-05", to: "2026-11-06" }
  const lines = [line("a", "2026-11-04T16:59:59Z", 1), line("b", "2026-11-04T17:00:00Z", 2), line("c", "2026-11-06T16:59:59Z", 4), line("d", "2026-11-06T17:00:00Z", 8)]
  expect(salesOf(lines, period)).toMatchObject({ orders: 2, quantity: 6, revenue_vnd: 600_000 })
})

test("two lines of one order are one order; a parcel without a known province has none", () => {
  const day = "2026-11-05T05:00:00Z"
  expect(salesOf([line("a", day, 1), line("a", day, 2), line("b", day, 1, null), line("c", day, 1, "01")], { from: "2026-11-01", to: "2026-11-30" })).toMatchObject({
    orders: 3,
    quantity: 5,
    provinces: ["01", "19"],
  })
})

test("a period without sales has its months with nought", () => {
  expect(salesOf([], { from: "2025-12-31", to: "2026-02-01" })).toEqual({
    orders: 0,
    quantity: 0,
    revenue_vnd: 0,
    provinces: [],
    months: ["2025-12", "2026-01", "2026-02"].map((month) => ({ month, orders: 0, quantity: 0, revenue_vnd: 0, provinces: 0 })),
  })
})

const anyLine = fc.record({
  order_id: fc.constantFrom("a", "b", "c", "d"),
  paid_at: fc.date({ min: new Date("2025-01-01"), max: new Date("2027-01-01"), noInvalidDate: true }),
  province_code: fc.constantFrom("01", "19", null),
  quantity: fc.nat(100),
  revenue_vnd: fc.nat(10_000_000),
})

test("the months add up to the whole, and nothing is counted that was not sold", () => {
  fc.assert(
    fc.property(fc.array(anyLine), (lines) => {
      const sales = salesOf(lines, { from: "2025-06-15", to: "2026-06-15" })
      const add = (field: "quantity" | "revenue_vnd") => sales.months.reduce((total, month) => total + month[field], 0)
      expect([add("quantity"), add("revenue_vnd")]).toEqual([sales.quantity, sales.revenue_vnd])
      expect(sales.quantity).toBeLessThanOrEqual(lines.reduce((total, { quantity }) => total + quantity, 0))
      expect(sales.months.map(({ month }) => month)).toEqual(monthsOf({ from: "2025-06-15", to: "2026-06-15" }))
    }),
  )
})
