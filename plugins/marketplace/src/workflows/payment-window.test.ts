import { expect, test } from "vitest"
import { paymentDeadline, paymentWindowMinutes } from "./cashless"

test("each rail has its own time, and the operator may set it", () => {
  expect([paymentWindowMinutes("vnpay", {}), paymentWindowMinutes("vietqr", {}), paymentWindowMinutes("cod", {})]).toEqual([90, 120, 4320])
  expect(paymentWindowMinutes("vietqr", { PAYMENT_WINDOW_VIETQR_MINUTES: "45" })).toBe(45)
  expect(paymentWindowMinutes("vietqr", { PAYMENT_WINDOW_VIETQR_MINUTES: "" })).toBe(120)
})

test("a time nobody can mean is refused, not guessed", () => {
  for (const wrong of ["0", "4", "soon", "1.5", "-60", "99999999"]) expect(() => paymentWindowMinutes("vnpay", { PAYMENT_WINDOW_VNPAY_MINUTES: wrong })).toThrow("PAYMENT_WINDOW_VNPAY_MINUTES")
})

test("the deadline is counted from the moment the payment is asked for", () => {
  expect(paymentDeadline("vnpay", new Date("2026-11-22T03:00:00Z")).toISOString()).toBe("2026-11-22T04:30:00.000Z")
})
