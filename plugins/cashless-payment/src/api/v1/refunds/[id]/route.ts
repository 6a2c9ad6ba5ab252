import { stripeEndpoint } from "../../../../stripe/endpoint"
import { retrieveRefund, UPDATE_REFUND_PARAMS, updateRefund } from "../../../../stripe/operations/refunds"

export const GET = stripeEndpoint({}, retrieveRefund)
export const POST = stripeEndpoint(UPDATE_REFUND_PARAMS, updateRefund)
