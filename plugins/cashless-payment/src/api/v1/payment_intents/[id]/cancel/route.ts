import { stripeEndpoint } from "../../../../../stripe/endpoint"
import { CANCEL_PARAMS, cancelPaymentIntent } from "../../../../../stripe/operations/cancel-payment-intent"

export const POST = stripeEndpoint(CANCEL_PARAMS, cancelPaymentIntent)
