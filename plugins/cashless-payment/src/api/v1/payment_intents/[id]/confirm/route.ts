import { stripeEndpoint } from "../../../../../stripe/endpoint"
import { confirmPaymentIntent } from "../../../../../stripe/operations/confirm-payment-intent"
import { METHOD_PARAMS } from "../../../../../stripe/operations/intent-params"

export const POST = stripeEndpoint(METHOD_PARAMS, confirmPaymentIntent)
