import { stripeEndpoint } from "../../../stripe/endpoint"
import { CREATE_REFUND_PARAMS, createRefund, LIST_REFUNDS_PARAMS, listRefunds } from "../../../stripe/operations/refunds"

export const GET = stripeEndpoint(LIST_REFUNDS_PARAMS, listRefunds)
export const POST = stripeEndpoint(CREATE_REFUND_PARAMS, createRefund)
