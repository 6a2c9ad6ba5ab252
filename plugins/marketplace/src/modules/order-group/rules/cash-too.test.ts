import { expect, test } from "vitest"
import { cashMayBeTaken, cashToo } from "./cash-too"

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
  expect(cashToo([said("cash_held")])).toEqual({ amount_vnd: 80_000, taken_at: at, returned_at: null })
  expect(cashToo([said("cash_held"), said("cash_returned", later)])).toEqual({ amount_vnd: 80_000, taken_at: at, returned_at: later })
  expect(cashToo([said("cash_returned", later)])).toEqual({ amount_vnd: 80_000, taken_at: later, returned_at: later })
})
