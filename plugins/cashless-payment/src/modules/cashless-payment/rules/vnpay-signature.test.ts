import fc from "fast-check"
import { expect, test } from "vitest"
import vectors from "../../../../test/vectors/vnpay.json"
import { canonicalVnpayQuery, pipedVnpayValues, signedVnpayQuery, verifyVnpayQuery, vnpayHash, VNPAY_PIPE_ORDER } from "./vnpay-signature"

const { secret } = vectors
const payRequests: { name: string; params: Record<string, string>; signed: string; hash: string }[] = vectors.pay.map(({ params, ...rest }) => ({
  ...rest,
  // JSON of unlike objects is typed with undefined members that are not there.
  params: Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined)),
}))

test.each(payRequests)("signs pay request $name as the independent implementations do", ({ params, signed, hash }) => {
  expect(canonicalVnpayQuery(params)).toBe(signed)
  expect(vnpayHash(signed, secret)).toBe(hash)
})

test.each([
  ["querydr", vectors.querydr],
  ["querydrResponse", vectors.querydr_response],
  ["refund", vectors.refund],
] as const)("signs %s as values joined by a pipe", (command, { params, signed, hash }) => {
  expect(pipedVnpayValues(params, VNPAY_PIPE_ORDER[command])).toBe(signed)
  expect(vnpayHash(signed, secret)).toBe(hash)
})

test.each(vectors.ipn)("accepts the published notice $name", ({ raw_query }) => {
  expect(verifyVnpayQuery(raw_query, secret)).toMatchObject({ valid: true })
})

const notice = vectors.ipn[0]!.raw_query

test("parameters of others survive around a notice", () => {
  expect(verifyVnpayQuery(`provider=vnpay&${notice}&utm_source=x`, secret).valid).toBe(true)
})

test("an upper-case hash is the same hash", () => {
  const upper = notice.replace(/vnp_SecureHash=.*/, (pair) => `vnp_SecureHash=${pair.slice(15).toUpperCase()}`)
  expect(verifyVnpayQuery(upper, secret).valid).toBe(true)
})

test("%20 for a blank, as encodeURIComponent writes it, verifies too", () => {
  expect(verifyVnpayQuery(notice.replaceAll("+", "%20"), secret).valid).toBe(true)
})

test.each([
  ["a changed amount", notice.replace("vnp_Amount=15000000", "vnp_Amount=15000001"), "wrong_signature"],
  ["a signed parameter taken away", notice.replace("vnp_BankCode=NCB&", ""), "wrong_signature"],
  ["a parameter added", `${notice}&vnp_Extra=1`, "wrong_signature"],
  ["an amount given twice", `${notice}&vnp_Amount=15000000`, "duplicate_parameter"],
  ["a hash given twice", `${notice}&vnp_SecureHash=00`, "duplicate_parameter"],
  ["a name hidden by percent encoding given twice", `${notice}&%76np_Amount=1`, "duplicate_parameter"],
  ["no hash", notice.replace(/&vnp_SecureHash=.*/, ""), "missing_signature"],
  ["an empty hash", notice.replace(/vnp_SecureHash=.*/, "vnp_SecureHash="), "missing_signature"],
  ["a short hash", notice.slice(0, -2), "wrong_signature"],
  ["a broken escape", `${notice}&vnp_X=%E0%A4%A`, "malformed"],
  ["nothing", "", "missing_signature"],
])("refuses %s", (_what, query, reason) => {
  expect(verifyVnpayQuery(query, secret)).toEqual({ valid: false, reason })
})

test("another secret does not verify", () => {
  expect(verifyVnpayQuery(notice, `${secret}x`).valid).toBe(false)
})

test("names of the prototype are ordinary strangers", () => {
  expect(verifyVnpayQuery(`__proto__=1&constructor=2&${notice}`, secret).valid).toBe(true)
})

const params = fc.dictionary(
  fc.stringMatching(/^vnp_[A-Za-z]{1,12}$/).filter((name) => !name.startsWith("vnp_SecureHash")),
  fc.string({ unit: "binary", minLength: 1, maxLength: 40 }).filter((text) => text.isWellFormed()),
  { minKeys: 1, maxKeys: 12 },
)

test("what we sign verifies and gives the same values back, in any order of parameters", () => {
  fc.assert(
    fc.property(params, fc.integer(), (values, seed) => {
      const pairs = signedVnpayQuery(values, secret).split("&")
      const turned = [...pairs.slice(seed % pairs.length), ...pairs.slice(0, seed % pairs.length)].join("&")
      const result = verifyVnpayQuery(turned, secret)
      expect(result.valid).toBe(true)
      if (result.valid) expect({ ...result.params }).toMatchObject(values)
    }),
  )
})

test("one flipped character anywhere never verifies as other values", () => {
  fc.assert(
    fc.property(fc.nat(notice.length - 1), fc.constantFrom("0", "7", "a", "Z", "&", "="), (at, character) => {
      const tampered = notice.slice(0, at) + character + notice.slice(at + 1)
      const before = verifyVnpayQuery(notice, secret)
      const after = verifyVnpayQuery(tampered, secret)
      if (after.valid && before.valid) {
        const { vnp_SecureHash: _a, ...x } = before.params
        const { vnp_SecureHash: _b, ...y } = after.params
        expect(y).toEqual(x)
      }
    }),
  )
})
