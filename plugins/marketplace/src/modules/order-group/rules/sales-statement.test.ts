import fc from "fast-check"
import { expect, test } from "vitest"
import type { ListingSales } from "./listing-sales"
import { SALES_STATEMENT, salesStatement } from "./sales-statement"

const sales: ListingSales = {
  orders: 2,
  quantity: 3,
  revenue_vnd: 300_000,
  provinces: ["01", "19"],
  months: [{ month: "2026-11", orders: 2, quantity: 3, revenue_vnd: 300_000, provinces: 2 }],
}
const facts = { product_id: "prod_1", period: { from: "2026-11-01", to: "2026-11-22" }, issued_at: "2026-11-22T07:00:00Z", sales, illustrative: false }

test("what is written is read back", () => {
  const statement = salesStatement(facts)
  expect(SALES_STATEMENT.read([...SALES_STATEMENT.write(statement)])).toEqual(statement)
  expect(JSON.stringify(SALES_STATEMENT.write(statement)).length).toBeLessThan(260)
})

test.each([
  { months: [{ month: "2026-11", orders: 2, quantity: 3, revenue_vnd: 300_001, provinces: 2 }] },
  { provinces: ["01", "24"] },
  { revenue_vnd: 1 },
])("the digest covers every figure: %j", (other) => {
  expect(salesStatement({ ...facts, sales: { ...sales, ...other } }).digest).not.toBe(salesStatement(facts).digest)
})

test("nothing else is read as a statement", () => {
  const fields = [...SALES_STATEMENT.write(salesStatement(facts))]
  fc.assert(
    fc.property(fc.nat(fields.length - 1), fc.constantFrom<unknown>(null, "", -1, 1.5, {}, [], "x".repeat(3) + "\n", 2 ** 53), (at, value) => {
      const changed = fields.map((field, i) => (i === at ? value : field))
      const read = SALES_STATEMENT.read(changed)
      // The name of a product is any text; its signature decides.
      if (read !== null) expect([0, 8]).toContain(at)
    }),
  )
  expect(SALES_STATEMENT.read(fields.slice(1))).toBeNull()
  expect(SALES_STATEMENT.read([...fields, 1])).toBeNull()
})
