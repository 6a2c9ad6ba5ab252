import { stripeEndpoint } from "../../../stripe/endpoint"
import { createPaymentIntent } from "../../../stripe/operations/create-payment-intent"
import { CREATE_PARAMS } from "../../../stripe/operations/intent-params"
import { LIST_INTENTS_PARAMS, listPaymentIntents } from "../../../stripe/operations/list-payment-intents"

export const GET = stripeEndpoint(LIST_INTENTS_PARAMS, listPaymentIntents)
export const POST = stripeEndpoint(CREATE_PARAMS, createPaymentIntent)
