import type { StripeCall } from "../endpoint"
import { toList } from "../object"
import { createdWithin, readPage } from "../page"
import { LIST_PARAMS, text, timeRange, type Values } from "../params"
import { found, presentIntent } from "./find-intent"

export const LIST_INTENTS_PARAMS = { ...LIST_PARAMS, created: timeRange, customer: text(255) }

export async function listPaymentIntents(call: StripeCall<Values<typeof LIST_INTENTS_PARAMS>>): Promise<object> {
  const { customer, created } = call.params
  const conditions = [...createdWithin(created), ...(customer ? [{ where: "customer_id = ?", values: [customer] }] : [])]
  const { rows, hasMore } = await readPage(call.sql, "payment_intent", "payment_intent", call.params, conditions)
  return toList("/v1/payment_intents", rows.map((row) => presentIntent(call, found(row))), hasMore)
}
