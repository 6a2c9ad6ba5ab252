import { stripeEndpoint } from "../../../../stripe/endpoint"
import { retrieveEvent } from "../../../../stripe/operations/events"

export const GET = stripeEndpoint({}, retrieveEvent)
