import { stripeEndpoint } from "../../../../stripe/endpoint"
import { UPDATE_PARAMS } from "../../../../stripe/operations/intent-params"
import { RETRIEVE_PARAMS, retrievePaymentIntent } from "../../../../stripe/operations/retrieve-payment-intent"
import { updatePaymentIntent } from "../../../../stripe/operations/update-payment-intent"

export const GET = stripeEndpoint(RETRIEVE_PARAMS, retrievePaymentIntent)
export const POST = stripeEndpoint(UPDATE_PARAMS, updatePaymentIntent)
