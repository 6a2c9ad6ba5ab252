import fc from "fast-check"
import { expect, test } from "vitest"
import { normalisePhone, readablePhone } from "./normalise-phone"

test.each([
  ["0912345678", "+84912345678"],
  ["0912 345 678", "+84912345678"],
  ["0912.345.678", "+84912345678"],
  ["(0912) 345-678", "+84912345678"],
  ["+84 912 345 678", "+84912345678"],
  ["+84 (0)912 345 678", "+84912345678"],
  ["84912345678", "+84912345678"],
  ["0084912345678", "+84912345678"],
  ["\u00a00386 123 456 ", "+84386123456"],
  ["０９１２３４５６７８", "+84912345678"],
])("%s is %s", (written, expected) => expect(normalisePhone(written)).toBe(expected))

test.each(["", "912345678", "0212 345 678", "091234567", "09123456789", "0912 345 67a", "+1 912 345 678", "0912345678;drop", "+840"])(
  "%s is no Vietnamese mobile number",
  (written) => expect(normalisePhone(written)).toBeNull(),
)

test("what is read aloud can be written down again", () => {
  const mobile = fc.tuple(fc.constantFrom(..."35789"), fc.stringMatching(/^\d{8}$/)).map(([first, rest]) => `+84${first}${rest}`)
  fc.assert(fc.property(mobile, (e164) => normalisePhone(readablePhone(e164)) === e164 && normalisePhone(e164) === e164))
})
