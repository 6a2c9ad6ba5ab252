import type { StripeCall } from "../endpoint"
import { intentIdOf, toList } from "../object"
import { createdWithin, readPage } from "../page"
import { LIST_PARAMS, text, timeRange, type Values } from "../params"
import { noSuch } from "../stripe-error"
import { chargeOf } from "./charges"
import { findIntent, found } from "./find-intent"

export const LIST_CHARGES_PARAMS = { ...LIST_PARAMS, created: timeRange, customer: text(255), payment_intent: text(255) }

/** Newest first by their intents: an intent that has succeeded is a charge. */
export async function listCharges(call: StripeCall<Values<typeof LIST_CHARGES_PARAMS>>): Promise<object> {
  const { params, sql } = call
  const cursor = (id: string | undefined) => (id === undefined ? undefined : (intentIdOf("ch", id) ?? id))
  const conditions = [
    { where: "status = 'succeeded'", values: [] },
    ...createdWithin(params.created),
    ...(params.customer ? [{ where: "customer_id = ?", values: [params.customer] }] : []),
    ...(params.payment_intent ? [{ where: "id = ?", values: [params.payment_intent] }] : []),
  ]
  const query = { limit: params.limit, starting_after: cursor(params.starting_after), ending_before: cursor(params.ending_before) }
  const { rows, hasMore } = await readPage(sql, "payment_intent", "charge", query, conditions)
  const data: object[] = []
  for (const row of rows) {
    const charge = await chargeOf(call, found(row))
    if (charge) data.push(charge)
  }
  return toList("/v1/charges", data, hasMore)
}

export async function retrieveCharge(call: StripeCall<unknown>): Promise<object> {
  const intent = await findIntent(call.sql, intentIdOf("ch", call.id) ?? "")
  const charge = intent && (await chargeOf(call, intent))
  if (!charge) throw noSuch("charge", call.id, "charge")
  return charge
}
