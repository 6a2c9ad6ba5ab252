import { stripeEndpoint } from "../../../../../stripe/endpoint"
import { cancelRefund } from "../../../../../stripe/operations/refunds"

export const POST = stripeEndpoint({}, cancelRefund)
