import fc from "fast-check"
import { expect, test } from "vitest"
import { foldForVnpay } from "./vnpay-text"

test.each([
  ["Chè Tân Cương Đặc biệt", "Che Tan Cuong Dac biet"],
  ["Thanh toán: đơn #12 & 50% (gấp!)", "Thanh toan: don 12 50 gap"],
  ["Mật ong".normalize("NFD"), "Mat ong"],
  ["茶 🍵", ""],
])("%s → %s", (given, folded) => {
  expect(foldForVnpay(given)).toBe(folded)
})

test("any text ends in the alphabet every encoder agrees on, within the limit, and stays what it is when folded again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
      const folded = foldForVnpay(text)
      expect(folded).toMatch(/^[A-Za-z0-9 .:_-]{0,255}$/)
      expect(foldForVnpay(folded)).toBe(folded)
    }),
  )
})
