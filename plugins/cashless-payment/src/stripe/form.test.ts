import fc from "fast-check"
import { expect, test } from "vitest"
import { flatten, FormNode, parseForm, type FormValue } from "./form"
import { StripeApiError } from "./stripe-error"

const parse = (text: string) => parseForm(Buffer.from(text, "utf8"))
const plain = (value: FormValue): unknown => (typeof value === "string" ? value : Object.fromEntries([...value.entries].map(([key, one]) => [key, plain(one)])))

test("brackets nest; lists come with numbers or without", () => {
  const form = parse("amount=150000&metadata[order_id]=A%26B+1&expand[0]=customer&expand[1]=latest_charge&types[]=a&types[]=b&a[b][c]=&x")
  expect(plain(form)).toEqual({
    amount: "150000", metadata: { order_id: "A&B 1" }, expand: { "0": "customer", "1": "latest_charge" }, types: { "0": "a", "1": "b" }, a: { b: { c: "" } }, x: "",
  })
  expect((form.get("types") as FormNode).appended).toBe(true)
})

test.each([
  ["a scalar twice", "amount=1&amount=2"],
  ["a scalar and a hash of one name", "a=1&a[b]=2"],
  ["a hash and a scalar of one name", "a[b]=2&a=1"],
  ["a list and a hash of one name", "a[]=1&a[b]=2"],
  ["a hash and a list of one name", "a[b]=1&a[]=2"],
  ["the same member twice", "metadata[a]=1&metadata[a]=2"],
  ["__proto__", "__proto__[polluted]=1"],
  ["__proto__ inside", "metadata[__proto__]=1"],
  ["constructor", "metadata[constructor][prototype][polluted]=1"],
  ["an escaped __proto__", "metadata[%5F_proto__]=1"],
  ["no name", "=1"],
  ["a bracket that does not close", "metadata[a=1"],
  ["a bracket that does not open", "metadata]a]=1"],
  ["text after a bracket", "metadata[a]b=1"],
  ["brackets within brackets", "metadata[[a]]=1"],
  ["six levels", "a[b][c][d][e][f]=1"],
  ["a long name", `${"a".repeat(501)}=1`],
  ["1001 parameters", Array.from({ length: 1001 }, (_, index) => `a${index}=1`).join("&")],
  ["a broken escape", "a=%E0%A4%A"],
  ["half a character", "a=%C3"],
  ["an overlong slash", "a=%C0%AF"],
  ["a lone surrogate", "a=%ED%A0%80"],
  ["a NUL", "a=%00"],
])("%s is refused as an invalid request", (_what, text) => {
  const refusal = (() => { try { parse(text); return null } catch (error) { return error } })()
  expect(refusal).toBeInstanceOf(StripeApiError)
  expect((refusal as StripeApiError).status).toBe(400)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test("raw bytes that are no UTF-8 are refused too", () => {
  expect(() => parseForm(Buffer.from([0x61, 0x3d, 0xff]))).toThrow(StripeApiError)
})

const key = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((text) => !/[[\]\0]/.test(text) && text.isWellFormed() && !["__proto__", "constructor", "prototype"].includes(text))
const value = fc.string({ unit: "grapheme", maxLength: 30 }).filter((text) => !text.includes("\0") && text.isWellFormed())
const tree = fc.dictionary(key, fc.oneof(value, fc.dictionary(key, fc.oneof(value, fc.dictionary(key, value, { minKeys: 1, maxKeys: 4 })), { minKeys: 1, maxKeys: 4 })), { maxKeys: 8, noNullPrototype: true })

function encode(node: object, prefix = ""): string[] {
  return Object.entries(node).flatMap(([name, one]: [string, unknown]) => {
    const full = prefix === "" ? encodeURIComponent(name) : `${prefix}[${encodeURIComponent(name)}]`
    return typeof one === "string" ? [`${full}=${encodeURIComponent(one)}`] : encode(one as object, full)
  })
}

test("whatever tree a client writes is the tree that is read", () => {
  fc.assert(fc.property(tree, (given) => { expect(plain(parse(encode(given).join("&")))).toEqual(given) }))
})

test("no bytes at all make it throw anything but a refusal, or hang", () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: fc.constantFrom("a", "[", "]", "=", "&", "%", "4", "1", "+"), maxLength: 60 }).map((text) => Buffer.from(text))), (bytes) => {
      try {
        expect(parseForm(Buffer.from(bytes))).toBeInstanceOf(FormNode)
      } catch (error) {
        expect(error).toBeInstanceOf(StripeApiError)
      }
    }),
  )
})

test("the order of parameters is no difference, their values are", () => {
  expect(flatten(parse("b=2&a[y]=1&a[x]=3"))).toEqual(flatten(parse("a[x]=3&b=2&a[y]=1")))
  expect(flatten(parse("a=1"))).not.toEqual(flatten(parse("a=2")))
  // A name can't be forged from a value: pairs stay pairs.
  expect(flatten(parse("a=1%26b%3D2"))).not.toEqual(flatten(parse("a=1&b=2")))
})
