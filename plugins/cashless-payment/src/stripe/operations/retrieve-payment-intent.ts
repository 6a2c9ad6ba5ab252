import { textOrNull } from "../../modules/cashless-payment/operations/sql"
import { sameSecret } from "../../modules/cashless-payment/rules/same-secret"
import type { StripeCall } from "../endpoint"
import { text, type Values } from "../params"
import { toPublishable, toStripePaymentIntent } from "../payment-intent"
import { noSuch } from "../stripe-error"
import { findIntent, presentIntent, requireIntent } from "./find-intent"

export const RETRIEVE_PARAMS = { client_secret: text(255) }

/** With a secret key everything; with the intent's own client secret what a buyer may see of it. */
export async function retrievePaymentIntent(call: StripeCall<Values<typeof RETRIEVE_PARAMS>>): Promise<object> {
  const { client_secret: given } = call.params
  if (call.hasSecretKey && !given) return presentIntent(call, await requireIntent(call.sql, call.id))
  const intent = await findIntent(call.sql, call.id)
  const secret = intent && textOrNull(intent.row, "client_secret")
  // A wrong secret and a wrong id are told apart by nobody.
  if (!intent || !secret || !given || !sameSecret(given, secret)) throw noSuch("payment_intent", call.id, "intent")
  return call.hasSecretKey ? presentIntent(call, intent) : toPublishable(toStripePaymentIntent(intent.view, call.settings, secret))
}
