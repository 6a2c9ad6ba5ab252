import type { StripeCall } from "./endpoint"
import { intentIdOf } from "./object"
import { chargeOf } from "./operations/charges"
import { retrieveAccount } from "./operations/accounts"
import { retrieveCustomer } from "./operations/customers"
import { findIntent, presentIntent } from "./operations/find-intent"
import { toStripePaymentMethod } from "./payment-method"

type Loader = (call: StripeCall<unknown>, id: string) => Promise<object | null>

const intentById: Loader = async (call, id) => {
  const row = await findIntent(call.sql, id)
  return row && presentIntent(call, row)
}

const chargeById: Loader = async (call, id) => {
  const row = await findIntent(call.sql, intentIdOf("ch", id) ?? "")
  return row && chargeOf(call, row)
}

const methodById: Loader = async (call, id) => {
  const row = await findIntent(call.sql, intentIdOf("pm", id) ?? "")
  return row && toStripePaymentMethod(row.view, call.settings)
}

const customerById: Loader = (call, id) => retrieveCustomer({ ...call, id })
const accountById: Loader = (call, id) => retrieveAccount({ ...call, id })

/** Every property that holds the id of another object, by the kind of object it is in. */
const LOADERS: Record<string, Loader> = {
  "payment_intent.customer": customerById,
  "payment_intent.on_behalf_of": accountById,
  "payment_intent.transfer_data.destination": accountById,
  "charge.customer": customerById,
  "charge.on_behalf_of": accountById,
  "charge.transfer_data.destination": accountById,
  "refund.charge": chargeById,
  "refund.payment_intent": intentById,
  "payment_intent.latest_charge": chargeById,
  "payment_intent.payment_method": methodById,
  "charge.payment_intent": intentById,
}

/** The object behind an id; undefined when the property is no reference, the id itself when nothing is behind it. */
export async function loadExpandable(call: StripeCall<unknown>, property: string, id: string): Promise<object | string | undefined> {
  const load = Object.hasOwn(LOADERS, property) ? LOADERS[property] : undefined
  return load && ((await load(call, id)) ?? id)
}
