import { stripeEndpoint } from "../../../../../stripe/endpoint"
import { RETRY_EVENT_PARAMS, retryEvent } from "../../../../../stripe/operations/events"

export const POST = stripeEndpoint(RETRY_EVENT_PARAMS, retryEvent)
