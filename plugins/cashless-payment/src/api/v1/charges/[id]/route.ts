import { stripeEndpoint } from "../../../../stripe/endpoint"
import { retrieveCharge } from "../../../../stripe/operations/list-charges"

export const GET = stripeEndpoint({}, retrieveCharge)
