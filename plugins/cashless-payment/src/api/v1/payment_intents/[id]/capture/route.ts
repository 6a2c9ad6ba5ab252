import { stripeEndpoint } from "../../../../../stripe/endpoint"
import { CAPTURE_PARAMS, capturePaymentIntent } from "../../../../../stripe/operations/capture-payment-intent"

export const POST = stripeEndpoint(CAPTURE_PARAMS, capturePaymentIntent)
