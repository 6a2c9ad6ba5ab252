import fc from "fast-check"
import { expect, test } from "vitest"
import { statementPage } from "./statement-page"

const item = (name: string) => fc.record({ day: fc.constantFrom("2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"), id: fc.uuid().map((id) => `${name}-${id}`) })
const newestFirst = <T extends { day: string }>(rows: T[]) => [...rows].sort((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0))
const parts = fc.record({ orders: fc.array(item("order")).map(newestFirst), charges: fc.array(item("charge")).map(newestFirst), others: fc.array(item("other")).map(newestFirst) })

test("the pages one after the other are the whole, nothing twice, and no page is older than the next", () => {
  fc.assert(
    fc.property(parts, fc.integer({ min: 1, max: 7 }), (whole, limit) => {
      const { count } = statementPage(whole, { limit, offset: 0 })
      const pages = Array.from({ length: Math.ceil(count / limit) + 1 }, (_, at) => statementPage(whole, { limit, offset: at * limit }))
      expect(count).toBe(whole.orders.length + whole.charges.length + whole.others.length)
      for (const part of ["orders", "charges", "others"] as const) expect(pages.flatMap((page) => page[part])).toEqual(whole[part])
      const days = pages.map(({ orders, charges, others }) => [...orders, ...charges, ...others].map(({ day }) => day))
      expect(days.slice(0, -2).every(({ length }) => length === limit)).toBe(true)
      for (const [at, later] of days.slice(1).entries()) for (const day of later) expect(days[at]!.every((before) => before >= day)).toBe(true)
    }),
  )
})

test("of one day orders come first, then payments without one, then the rest", () => {
  const day = "2026-11-22"
  const whole = { orders: [{ day }], charges: [{ day }], others: [{ day: "2026-11-23" }, { day }] }
  expect([0, 1, 2, 3].map((offset) => Object.entries(statementPage(whole, { limit: 1, offset })).filter(([, rows]) => Array.isArray(rows) && rows.length > 0).map(([part]) => part))).toEqual([["others"], ["orders"], ["charges"], ["others"]])
})
