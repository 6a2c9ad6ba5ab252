import { changeIntent } from "../../modules/cashless-payment/operations/change-intent"
import { moneyColumns, type Row } from "../../modules/cashless-payment/operations/sql"
import type { StripeCall } from "../endpoint"
import { derivedId } from "../object"
import { mergeMetadata, type Values } from "../params"
import type { StripePaymentIntent } from "../payment-intent"
import { hasMethod } from "../payment-method"
import { invalidRequest, unexpectedState } from "../stripe-error"
import { isPayable } from "./confirm-payment-intent"
import { requireCustomer } from "./customers"
import { found, lockOwnIntent, presentIntent, type FoundIntent } from "./find-intent"
import type { UPDATE_PARAMS } from "./intent-params"
import { assertAmount, assertTerms, changedTerms, chosenRail } from "./intent-terms"

type Params = Values<typeof UPDATE_PARAMS>

/** What decides who pays how much, how, and to whom: fixed as soon as somebody may hold a QR or a payment page. */
const MONEY_PARAMS = ["amount", "payment_method", "payment_method_data", "payment_method_options", "payment_method_types", "application_fee_amount", "transfer_data"] as const

/** Metadata and words can change at any time, also of an intent that is finished. */
export async function updatePaymentIntent(call: StripeCall<Params>): Promise<StripePaymentIntent> {
  const { params, sql, now } = call
  if (params.return_url) throw invalidRequest("Received unknown parameter: return_url", { code: "parameter_unknown", param: "return_url" })
  if (params.customer) await requireCustomer(sql, params.customer, "customer")
  const intent = await lockOwnIntent(sql, call.id)
  await assertChangeable(call, intent)
  const { view } = intent
  const amountVnd = params.amount ?? view.amount_vnd
  const terms = changedTerms(view.terms, params)
  if (params.transfer_data) {
    if (!terms.transfer_destination) throw invalidRequest("You cannot update transfer_data[amount] of a PaymentIntent without transfer_data[destination].", { param: "transfer_data[amount]" })
    terms.transfer_amount_vnd = params.transfer_data.amount ?? terms.transfer_amount_vnd
  }
  assertTerms(terms, amountVnd)
  const current = hasMethod(view) ? { methodId: derivedId("pm", view.id), rail: view.rail } : null
  const rail = chosenRail(params, terms, current)
  assertAmount(amountVnd, rail ?? current?.rail ?? terms.payment_method_types[0]!)

  const amount = moneyColumns("amount_vnd", amountVnd)
  const [row] = await sql(
    `update payment_intent set amount_vnd = ?, raw_amount_vnd = ?, description = ?, metadata = ?, terms = ?, customer_id = ?, rail = ?, updated_at = now()
     where id = ? returning *`,
    [
      amount.amount_vnd,
      amount.raw_amount_vnd,
      params.description === undefined ? view.description : (params.description ?? ""),
      JSON.stringify(mergeMetadata(view.metadata, params.metadata)),
      JSON.stringify(terms),
      params.customer ?? view.customer_id,
      rail ?? view.rail,
      view.id,
    ],
  )
  return presentIntent(call, found(rail ? ((await changeIntent(sql, row as Row, { event: "method_attached", now })) ?? (row as Row)) : (row as Row)))
}

async function assertChangeable(call: StripeCall<Params>, intent: FoundIntent): Promise<void> {
  const { view } = intent
  const asked = MONEY_PARAMS.filter((name) => call.params[name] !== undefined)
  // The amount it has already is no change: Medusa sends it along.
  const changes = asked.filter((name) => name !== "amount" || call.params.amount !== view.amount_vnd)
  if (changes.length === 0) return
  const isFinished = view.status === "succeeded" || view.status === "canceled"
  if (!isFinished && !(await isPayable(call, intent))) return
  throw unexpectedState(
    `This PaymentIntent's ${changes[0]} could not be updated because it has a status of ${view.status}${isFinished ? "" : " and was already shown to the buyer"}. You may only update the ${changes[0]} of a PaymentIntent with one of the following statuses: requires_payment_method, requires_confirmation.`,
    presentIntent(call, intent),
  )
}
