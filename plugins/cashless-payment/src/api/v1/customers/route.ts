import { stripeEndpoint } from "../../../stripe/endpoint"
import { createCustomer, CUSTOMER_PARAMS, LIST_CUSTOMERS_PARAMS, listCustomers } from "../../../stripe/operations/customers"

export const GET = stripeEndpoint(LIST_CUSTOMERS_PARAMS, listCustomers)
export const POST = stripeEndpoint(CUSTOMER_PARAMS, createCustomer)
