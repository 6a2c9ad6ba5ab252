import fc from "fast-check"
import { expect, test } from "vitest"
import { cashMayBeTaken, cashToo, nextCashAct, type CashAct } from "./cash-too"

const at = "2026-11-22T09:00:00.000Z"
const brought = (from: string, actor = "system") => ({ act: "change_rail", actor, details: { from, to: "vietqr" }, created_at: at })
const paid = { state: "paid", rail: "vietqr", shipping_at: at } as const

test("only where a transfer paid an order that was on its way to be paid at the door", () => {
  expect(cashMayBeTaken(paid, [brought("cod")])).toBe(true)
  expect(cashMayBeTaken({ ...paid, state: "refunded" }, [brought("cod")])).toBe(true)
  for (const [payment, acts] of [
    [{ ...paid, shipping_at: null }, [brought("cod")]],
    [{ ...paid, state: "pending" }, [brought("cod")]],
    [{ ...paid, rail: "cod" }, [brought("cod")]],
    [paid, [brought("vnpay")]],
    [paid, [brought("cod", "buyer")]],
    [paid, [brought("cod"), brought("vnpay")]],
    [paid, []],
  ] as const) expect(cashMayBeTaken(payment, [...acts])).toBe(false)
})

test("taken, then given back; given back at once is both", () => {
  const said = (act: string, created_at = at) => ({ act, actor: "seller", created_at, amount_vnd: 80_000 })
  const later = "2026-11-23T09:00:00.000Z"
  expect(cashToo([brought("cod")])).toBeNull()
  expect(cashToo([said("cash_held")])).toEqual({ amount_vnd: 80_000, taken_at: at, returned_at: null, missing_at: null })
  expect(cashToo([said("cash_held"), said("cash_returned", later)])).toEqual({ amount_vnd: 80_000, taken_at: at, returned_at: later, missing_at: null })
  expect(cashToo([said("cash_returned", later)])).toEqual({ amount_vnd: 80_000, taken_at: later, returned_at: later, missing_at: null })
})

test("the buyer can miss what is said to be given back, and then it is owed again until the shop says so anew", () => {
  const at = (day: number) => `2026-11-${String(day).padStart(2, "0")}T09:00:00.000Z`
  const acts = (["cash_held", "cash_returned", "cash_missing", "cash_returned"] as const).map((act, i) => ({ act, actor: "seller", created_at: at(i + 1), amount_vnd: 80_000 }))
  expect(cashToo(acts.slice(0, 3))).toEqual({ amount_vnd: 80_000, taken_at: at(1), returned_at: null, missing_at: at(3) })
  expect(cashToo(acts)).toEqual({ amount_vnd: 80_000, taken_at: at(1), returned_at: at(4), missing_at: null })
})

test("whatever is pressed in whatever order: taken once, given back and missed by turns, nothing missed that nobody gave back", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<CashAct>("cash_held", "cash_returned", "cash_missing"), { maxLength: 12 }), (pressed) => {
      const written: { act: string }[] = []
      for (const act of pressed) if (nextCashAct(written, act) === "write") written.push({ act })
      const line = written.map(({ act }) => act[5]).join("")
      expect(line).toMatch(/^h?(rm)*r?$/)
      expect(nextCashAct(written, "cash_missing")).toBe(line.endsWith("r") ? "write" : line.endsWith("m") ? "noted" : "refused")
    }),
  )
})
