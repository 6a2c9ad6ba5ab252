import { changeIntent } from "../../modules/cashless-payment/operations/change-intent"
import { insertIntent, newIntentColumns } from "../../modules/cashless-payment/operations/create-intent"
import { noTerms, type IntentTerms } from "../../modules/cashless-payment/operations/payment-intent-view"
import type { StripeCall } from "../endpoint"
import { mergeMetadata, type Values } from "../params"
import type { StripePaymentIntent } from "../payment-intent"
import { invalidRequest } from "../stripe-error"
import { requireAccount } from "./accounts"
import { confirm } from "./confirm-payment-intent"
import { requireCustomer } from "./customers"
import { found, presentIntent, type FoundIntent } from "./find-intent"
import { RAILS, type CREATE_PARAMS } from "./intent-params"
import { assertRailPays } from "./payee"
import { assertAmount, assertTerms, changedTerms, chosenRail, OPEN_FOR_SECONDS } from "./intent-terms"

type Params = Values<typeof CREATE_PARAMS>

export async function createPaymentIntent(call: StripeCall<Params>): Promise<StripePaymentIntent> {
  const { params, sql, now } = call
  if (params.confirm !== true && params.return_url) throw invalidRequest("The parameter return_url can only be used when confirm is true.", { param: "return_url" })
  const terms = firstTerms(params)
  assertTerms(terms, params.amount)
  if (params.customer) await requireCustomer(sql, params.customer, "customer")
  if (terms.on_behalf_of) await requireAccount(sql, terms.on_behalf_of, "on_behalf_of")
  if (terms.transfer_destination) await requireAccount(sql, terms.transfer_destination, "transfer_data[destination]")
  const rail = chosenRail(params, terms, null)
  if (rail) assertAmount(params.amount, rail)
  if (rail) await assertRailPays(call, terms, rail)

  const row = await insertIntent(sql, {
    ...newIntentColumns(params.amount),
    rail: rail ?? terms.payment_method_types[0],
    status: "requires_payment_method",
    description: params.description ?? "",
    metadata: JSON.stringify(mergeMetadata({}, params.metadata)),
    expires_at: new Date(now.getTime() + OPEN_FOR_SECONDS * 1000),
    idempotency_key: `api:${crypto.randomUUID()}`,
    origin: "api",
    terms: JSON.stringify(terms),
    customer_id: params.customer ?? null,
  })
  if (!row) throw new Error("a random key of a new intent was taken")
  let intent: FoundIntent = found(row)
  if (rail) intent = found((await changeIntent(sql, row, { event: "method_attached", now })) ?? row)
  if (params.confirm === true) intent = await confirm(call, intent, params)
  return presentIntent(call, intent)
}

function firstTerms(params: Params): IntentTerms {
  const { automatic_payment_methods: automatic, payment_method_types: types, transfer_data: transfer } = params
  if (automatic?.enabled && types) throw invalidRequest("You may only specify one of these parameters: automatic_payment_methods, payment_method_types.", { param: "payment_method_types" })
  const allowed = types ?? RAILS.filter((rail) => rail !== "vnpay" || automatic?.allow_redirects !== "never")
  const terms: IntentTerms = {
    ...noTerms("vietqr"),
    payment_method_types: [...allowed],
    automatic_payment_methods: automatic?.enabled ?? types === undefined,
    on_behalf_of: params.on_behalf_of ?? null,
    transfer_destination: transfer?.destination ?? null,
    transfer_amount_vnd: transfer?.amount ?? null,
  }
  return changedTerms(terms, { ...params, payment_method_types: undefined })
}
