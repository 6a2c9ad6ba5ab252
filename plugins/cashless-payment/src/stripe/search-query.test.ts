import fc from "fast-check"
import { expect, test } from "vitest"
import { searchCondition, type SearchFields } from "./search-query"
import { StripeApiError } from "./stripe-error"

const FIELDS: SearchFields = {
  amount: { kind: "number", sql: "amount_vnd" },
  status: { kind: "token", sql: "status" },
  email: { kind: "string", sql: "email" },
}
const search = (query: string) => searchCondition(query, FIELDS)

test.each([
  ["metadata['order_id']:'12'", "(metadata->>?::text = ?)", ["order_id", "12"]],
  ['metadata["a b"]:"it\'s"', "(metadata->>?::text = ?)", ["a b", "it's"]],
  ["metadata['k']:'a \\'b\\''", "(metadata->>?::text = ?)", ["k", "a 'b'"]],
  ["metadata['k']:null", "(metadata->>?::text is null)", ["k"]],
  ["-metadata['k']:null", "(not coalesce(metadata->>?::text is null, false))", ["k"]],
  ["status:'succeeded' AND amount>100", "(lower(status) = lower(?)) and (amount_vnd > ?)", ["succeeded", 100]],
  ["status:'succeeded' amount<=100", "(lower(status) = lower(?)) and (amount_vnd <= ?)", ["succeeded", 100]],
  ["amount:'5' OR -status:\"canceled\"", "(amount_vnd = ?) or (not coalesce(lower(status) = lower(?), false))", [5, "canceled"]],
  ["email~'@htx'", "(strpos(lower(email), lower(?)) > 0)", ["@htx"]],
  ["  status:'a'  ", "(lower(status) = lower(?))", ["a"]],
  ["status:'a AND b OR c'", "(lower(status) = lower(?))", ["a AND b OR c"]],
])("%s", (query, where, values) => {
  expect(search(query)).toEqual({ where, values })
})

test.each([
  "", " ", "AND", "status", "status:", "status:succeeded", "status:'a' AND", "AND status:'a'", "status:'a' AND AND status:'b'", "status:'a' AND status:'b' OR status:'c'",
  "status:'a' status:'b' OR status:'c'", "status:'a' OR status:'b' status:'c'", "color:'red'", "toString:'a'", "status>'a'", "status~'abc'", "status:5", "amount:'five'", "amount~'123'",
  "metadata:'a'", "metadata['k']>'5'", "metadata['k']~'abc'", "status['k']:'a'", "email~'ab'", "status:'a'; drop table payment_intent", "status:'a' or 1=1", "status:'unclosed",
  Array.from({ length: 11 }, () => "status:'a'").join(" AND "),
])("refused as Stripe refuses it: %s", (query) => {
  const refusal = (() => { try { search(query); return null } catch (error) { return error } })()
  expect(refusal).toBeInstanceOf(StripeApiError)
  expect(refusal).toMatchObject({ status: 400, fields: { param: "query" } })
})

test("whatever is searched for is a value and never a part of the statement", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), (key, value) => {
      const quoted = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`
      expect(search(`metadata[${quoted(key)}]:${quoted(value)}`)).toEqual({ where: "(metadata->>?::text = ?)", values: [key, value] })
    }),
  )
})

test("no query makes it throw anything but a refusal", () => {
  const piece = fc.constantFrom("status", "amount", "metadata['k']", ":", "~", ">", "'a'", '"', "'", "5", "null", " ", "AND", "OR", "-", "\\", "[", "]")
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      try {
        const { where, values } = search(pieces.join(""))
        expect(where.split("?").length - 1).toBe(values.length)
      } catch (error) {
        expect(error).toBeInstanceOf(StripeApiError)
      }
    }),
  )
})
