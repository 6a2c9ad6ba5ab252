import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { parseForm } from "./form"
import { CREATE_PARAMS } from "./operations/intent-params"
import { LIST_PARAMS, mergeMetadata, metadata, readParams, timeRange, unsettable, text } from "./params"
import { StripeApiError } from "./stripe-error"

const form = (given: string) => parseForm(Buffer.from(given))
const create = (given: string) => readParams(CREATE_PARAMS, form(given))
function refusal(work: () => unknown): { status: number; code?: string; param?: string; message: string } {
  try {
    work()
  } catch (error) {
    if (error instanceof StripeApiError) return { status: error.status, ...error.fields }
    throw error
  }
  throw new Error("nothing was refused")
}

test("what a client of Stripe sends to create an intent", () => {
  expect(
    create(
      "amount=150000&currency=vnd&payment_method_types[0]=vietqr&metadata[session_id]=payses_1&payment_method_data[type]=vietqr&confirm=true" +
        "&transfer_data[destination]=acct_1&transfer_data[amount]=140000&description=&capture_method=automatic&automatic_payment_methods[enabled]=false",
    ),
  ).toEqual({
    amount: 150_000, currency: "vnd", payment_method_types: ["vietqr"], metadata: { session_id: "payses_1" }, payment_method_data: { type: "vietqr" },
    confirm: true, transfer_data: { destination: "acct_1", amount: 140_000 }, description: null, capture_method: "automatic", automatic_payment_methods: { enabled: false },
  })
})

test.each([
  ["currency=vnd", "parameter_missing", "amount"],
  ["amount=1", "parameter_missing", "currency"],
  ["amount=1.5&currency=vnd", "parameter_invalid_integer", "amount"],
  ["amount=1e3&currency=vnd", "parameter_invalid_integer", "amount"],
  ["amount=0&currency=vnd", "parameter_invalid_integer", "amount"],
  ["amount=-5&currency=vnd", "parameter_invalid_integer", "amount"],
  ["amount=99999999999999999&currency=vnd", "parameter_invalid_integer", "amount"],
  ["amount=&currency=vnd", "parameter_invalid_empty", "amount"],
  ["amount[a]=1&currency=vnd", "parameter_invalid_integer", "amount"],
  ["amount=1&currency=usd", undefined, "currency"],
  ["amount=1&currency=vnd&color=red", "parameter_unknown", "color"],
  ["amount=1&currency=vnd&transfer_data[destination]=a&transfer_data[color]=red", "parameter_unknown", "transfer_data[color]"],
  ["amount=1&currency=vnd&transfer_data[amount]=1", "parameter_missing", "transfer_data[destination]"],
  ["amount=1&currency=vnd&transfer_data=acct_1", undefined, "transfer_data"],
  ["amount=1&currency=vnd&payment_method_types=vietqr", undefined, "payment_method_types"],
  ["amount=1&currency=vnd&payment_method_types[a]=vietqr", undefined, "payment_method_types"],
  ["amount=1&currency=vnd&payment_method_types[0]=card", undefined, "payment_method_types[0]"],
  ["amount=1&currency=vnd&confirm=yes", undefined, "confirm"],
  ["amount=1&currency=vnd&capture_method=manual", undefined, "capture_method"],
  ["amount=1&currency=vnd&receipt_email=nobody", "email_invalid", "receipt_email"],
  ["amount=1&currency=vnd&setup_future_usage=off_session", "parameter_unknown", "setup_future_usage"],
  ["amount=1&currency=vnd&metadata[a][b]=c", undefined, "metadata[a]"],
  ["amount=1&currency=vnd&metadata[]=c", undefined, "metadata"],
  ["amount=1&currency=vnd&toString=1", "parameter_unknown", "toString"],
])("refused in Stripe's words: %s", (given, code, param) => {
  const refused = refusal(() => create(given))
  expect(refused).toMatchObject({ status: 400, param })
  expect(refused.code).toBe(code)
  expect(refused.message).not.toMatch(/undefined|\[object/)
})

describe("metadata", () => {
  test("limits: 50 keys, 40 characters a key, 500 a value", () => {
    const read = (given: string) => readParams({ metadata }, form(given))
    expect(() => read(Array.from({ length: 50 }, (_, index) => `metadata[k${index}]=v`).join("&"))).not.toThrow()
    expect(refusal(() => read(Array.from({ length: 51 }, (_, index) => `metadata[k${index}]=v`).join("&"))).param).toBe("metadata")
    expect(refusal(() => read(`metadata[${"k".repeat(41)}]=v`)).param).toBe("metadata")
    expect(refusal(() => read(`metadata[k]=${"v".repeat(501)}`)).param).toBe("metadata[k]")
  })

  test("merging: absent changes nothing, a value sets, an empty one unsets, an empty whole unsets all", () => {
    const strings = fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }).filter((key) => key !== "__proto__"), fc.string({ minLength: 1, maxLength: 5 }), { maxKeys: 10, noNullPrototype: true })
    const changes = fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }).filter((key) => key !== "__proto__"), fc.option(fc.string({ minLength: 1, maxLength: 5 })), { maxKeys: 10, noNullPrototype: true })
    fc.assert(
      fc.property(strings, changes, (current, change) => {
        expect(mergeMetadata(current, undefined)).toEqual(current)
        expect(mergeMetadata(current, null)).toEqual({})
        const merged = mergeMetadata(current, change)
        for (const key of new Set([...Object.keys(current), ...Object.keys(change)])) {
          const wanted = Object.hasOwn(change, key) ? change[key] : current[key]
          if (wanted === null || wanted === undefined) expect(Object.hasOwn(merged, key)).toBe(false)
          else expect(merged[key]).toBe(wanted)
        }
      }),
    )
  })
})

test("empty is null where a parameter can be unset", () => {
  expect(readParams({ name: unsettable(text()) }, form("name="))).toEqual({ name: null })
})

test("list parameters and times", () => {
  expect(readParams(LIST_PARAMS, form("limit=100&starting_after=pi_1"))).toEqual({ limit: 100, starting_after: "pi_1" })
  for (const [given, param] of [["limit=0", "limit"], ["limit=101", "limit"], ["limit=ten", "limit"], ["starting_after=", "starting_after"]] as const) {
    expect(refusal(() => readParams(LIST_PARAMS, form(given))).param).toBe(param)
  }
  expect(readParams({ created: timeRange }, form("created=5"))).toEqual({ created: { gte: 5, lte: 5 } })
  expect(readParams({ created: timeRange }, form("created[gte]=5&created[lt]=9"))).toEqual({ created: { gte: 5, lt: 9 } })
  expect(refusal(() => readParams({ created: timeRange }, form("created[ge]=5"))).code).toBe("parameter_unknown")
})
