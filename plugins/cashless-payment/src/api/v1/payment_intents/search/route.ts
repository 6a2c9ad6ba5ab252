import { stripeEndpoint } from "../../../../stripe/endpoint"
import { SEARCH_PARAMS, searchPaymentIntents } from "../../../../stripe/operations/search"

export const GET = stripeEndpoint(SEARCH_PARAMS, searchPaymentIntents)
