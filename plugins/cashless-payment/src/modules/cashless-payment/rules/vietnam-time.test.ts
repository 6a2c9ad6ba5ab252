import fc from "fast-check"
import { afterEach, expect, test } from "vitest"
import { fromBankDate, fromVnpayDate, toBankDate, toVnpayDate } from "./vietnam-time"

const serverZone = process.env.TZ
afterEach(() => {
  process.env.TZ = serverZone
})

test.each(["UTC", "Asia/Ho_Chi_Minh", "America/New_York", "Australia/Lord_Howe"])("09:00 in Hà Nội is 09:00 on a server in %s", (zone) => {
  process.env.TZ = zone
  const instant = new Date("2026-11-22T02:00:00Z")
  expect(toVnpayDate(instant)).toBe("20261122090000")
  expect(toBankDate(instant)).toBe("2026-11-22 09:00:00")
  expect(fromVnpayDate("20261122090000")).toEqual(instant)
})

test("a day begins at 17:00 UTC", () => {
  expect(toVnpayDate(new Date("2026-12-31T17:00:00Z"))).toBe("20270101000000")
})

test.each(["20260230090000", "20261301000000", "2026112209000", "20261122246000", "", "abc"])("%s is no date", (text) => {
  expect(fromVnpayDate(text)).toBeNull()
})

test("dates of whole seconds survive the way there and back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
      const instant = new Date(seconds * 1000)
      expect(fromVnpayDate(toVnpayDate(instant))).toEqual(instant)
      expect(fromBankDate(toBankDate(instant))).toEqual(instant)
    }),
  )
})
