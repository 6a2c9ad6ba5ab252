import { stripeEndpoint } from "../../../../../stripe/endpoint"
import { listPaymentMethods, METHODS_PARAMS } from "../../../../../stripe/operations/customers"

export const GET = stripeEndpoint(METHODS_PARAMS, listPaymentMethods)
