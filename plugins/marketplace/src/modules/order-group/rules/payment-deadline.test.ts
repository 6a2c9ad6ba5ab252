import fc from "fast-check"
import { expect, test } from "vitest"
import { deadlineOf, type DeadlineFacts } from "./payment-deadline"

const MINUTES = { vietqr: 60, vnpay: 30, cod: 3 * 24 * 60 }
const windowMs = (rail: DeadlineFacts["to"]) => MINUTES[rail] * 60_000
const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 3, minute))
const minuteOf = (date: Date) => (date.getTime() - at(0).getTime()) / 60_000
const since = at(0)

test("a rail that is new to the order has its whole window", () => {
  expect(minuteOf(deadlineOf({ since, used: ["vietqr"], to: "vnpay", now: at(59), windowMs }))).toBe(89)
  expect(minuteOf(deadlineOf({ since, used: ["vnpay"], to: "cod", now: at(10), windowMs }))).toBe(10 + MINUTES.cod)
})

test("back and forth wins no time: what is left of both windows is all there is", () => {
  expect(minuteOf(deadlineOf({ since, used: ["vietqr", "vnpay"], to: "vietqr", now: at(80), windowMs }))).toBe(90)
  expect(minuteOf(deadlineOf({ since, used: ["vnpay", "vietqr"], to: "vnpay", now: at(20), windowMs }))).toBe(50)
})

test("whatever a buyer does, as long as there is time: never beyond the windows of the rails used, each counted once", () => {
  const change = fc.record({ to: fc.constantFrom("vietqr" as const, "vnpay" as const, "cod" as const), part: fc.double({ min: 0, max: 1, noNaN: true }) })
  fc.assert(
    fc.property(fc.constantFrom("vietqr" as const, "vnpay" as const), fc.array(change, { maxLength: 20 }), (first, changes) => {
      let [deadline, now] = [new Date(since.getTime() + windowMs(first)), since]
      const used: DeadlineFacts["used"] = [first]
      for (const { to, part } of changes) {
        now = new Date(now.getTime() + Math.floor((deadline.getTime() - now.getTime()) * part))
        const isNew = !used.includes(to)
        deadline = deadlineOf({ since, used, to, now, windowMs })
        used.push(to)
        expect(deadline.getTime()).toBeLessThanOrEqual(since.getTime() + [...new Set(used)].reduce((sum, rail) => sum + windowMs(rail), 0))
        expect(deadline.getTime()).toBeGreaterThanOrEqual(now.getTime())
        if (isNew) expect(deadline.getTime()).toBe(now.getTime() + windowMs(to))
      }
    }),
  )
})
