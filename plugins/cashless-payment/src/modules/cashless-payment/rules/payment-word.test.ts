import fc from "fast-check"
import { expect, test } from "vitest"
import { PAYMENT_WORDS, paymentWord, type ToldTransfer } from "./payment-word"

const told = (provider: string, channel: string, confirmedByChannel: string | null = null): ToldTransfer => ({ provider, channel, confirmedByChannel })

test.each([
  ["the operator's own connection", told("sepay", "house"), "bank"],
  ["VNPay", told("vnpay", "house"), "bank"],
  ["a shop's own connection", told("sepay", "pwh_1"), "payee_connection"],
  ["money received, said by hand", told("manual", "hand"), "hand"],
  ["said by hand, then told by the operator's bank", told("manual", "hand", "house"), "bank"],
  ["said by hand, then by the shop's own connection", told("manual", "hand", "pwh_1"), "payee_connection"],
] as const)("%s", (_name, transfer, word) => expect(paymentWord([transfer])).toBe(word))

test("several are worth what the weakest of them is, in whatever order; none is nobody's word", () => {
  const transfers = fc.array(fc.constantFrom(told("sepay", "house"), told("casso", "pwh_1"), told("manual", "hand"), told("manual", "hand", "house")), { minLength: 1 })
  fc.assert(
    fc.property(transfers, (some) => {
      const weakest = Math.min(...some.map((one) => PAYMENT_WORDS.indexOf(paymentWord([one]))))
      expect(paymentWord(some)).toBe(PAYMENT_WORDS[weakest])
      expect(paymentWord([...some].reverse())).toBe(PAYMENT_WORDS[weakest])
    }),
  )
  expect(paymentWord([])).toBe("hand")
})
