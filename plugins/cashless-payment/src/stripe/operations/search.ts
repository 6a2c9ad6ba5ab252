import { text as column, type Row } from "../../modules/cashless-payment/operations/sql"
import { toStripeCustomer } from "../customer"
import type { StripeCall } from "../endpoint"
import { readPage } from "../page"
import { integer, required, text, type Values } from "../params"
import { searchCondition, type SearchFields } from "../search-query"
import { invalidRequest } from "../stripe-error"
import { found, presentIntent } from "./find-intent"

export const SEARCH_PARAMS = { limit: integer(1, 100), page: text(200), query: required(text(2000)) }
type Call = StripeCall<Values<typeof SEARCH_PARAMS>>

const CREATED = "floor(extract(epoch from created_at))"

const INTENT_FIELDS: SearchFields = {
  amount: { kind: "number", sql: "amount_vnd" },
  created: { kind: "number", sql: CREATED },
  currency: { kind: "token", sql: "'vnd'" },
  customer: { kind: "token", sql: "customer_id" },
  status: { kind: "token", sql: "status" },
}

const CUSTOMER_FIELDS: SearchFields = {
  created: { kind: "number", sql: CREATED },
  email: { kind: "string", sql: "email" },
  name: { kind: "string", sql: "name" },
  phone: { kind: "string", sql: "phone" },
}

export async function searchPaymentIntents(call: Call): Promise<object> {
  return search(call, "/v1/payment_intents/search", "payment_intent", INTENT_FIELDS, (row) => presentIntent(call, found(row)))
}

export async function searchCustomers(call: Call): Promise<object> {
  return search(call, "/v1/customers/search", "payment_customer", CUSTOMER_FIELDS, (row) => toStripeCustomer(row, call.settings))
}

/** Unlike Stripe's, the search sees what was written a moment ago: it reads the table itself. */
async function search({ sql, params }: Call, url: string, table: string, fields: SearchFields, present: (row: Row) => object): Promise<object> {
  const conditions = [searchCondition(params.query, fields), ...(params.page ? [{ where: "id < ?", values: [lastIdOf(params.page)] }] : [])]
  const { rows, hasMore } = await readPage(sql, table, table, { limit: params.limit }, conditions)
  const last = rows.at(-1)
  return { object: "search_result", url, has_more: hasMore, next_page: hasMore && last ? Buffer.from(column(last, "id")).toString("base64url") : null, data: rows.map(present) }
}

function lastIdOf(page: string): string {
  const id = Buffer.from(page, "base64url").toString("utf8")
  if (!/^[a-z]+_\w{1,60}$/.test(id)) throw invalidRequest("Invalid page token. Use the next_page of the page before.", { param: "page" })
  return id
}
