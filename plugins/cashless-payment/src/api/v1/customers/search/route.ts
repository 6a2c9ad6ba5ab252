import { stripeEndpoint } from "../../../../stripe/endpoint"
import { SEARCH_PARAMS, searchCustomers } from "../../../../stripe/operations/search"

export const GET = stripeEndpoint(SEARCH_PARAMS, searchCustomers)
