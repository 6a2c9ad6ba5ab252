import { stripeEndpoint } from "../../../stripe/endpoint"
import { LIST_EVENTS_PARAMS, listStripeEvents } from "../../../stripe/operations/events"

export const GET = stripeEndpoint(LIST_EVENTS_PARAMS, listStripeEvents)
