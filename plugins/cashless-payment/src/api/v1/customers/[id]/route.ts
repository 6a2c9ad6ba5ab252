import { stripeEndpoint } from "../../../../stripe/endpoint"
import { CUSTOMER_PARAMS, deleteCustomer, retrieveCustomer, updateCustomer } from "../../../../stripe/operations/customers"

export const GET = stripeEndpoint({}, retrieveCustomer)
export const POST = stripeEndpoint(CUSTOMER_PARAMS, updateCustomer)
export const DELETE = stripeEndpoint({}, deleteCustomer)
