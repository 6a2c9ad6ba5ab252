import { stripeEndpoint } from "../../../../stripe/endpoint"
import { retrieveAccount } from "../../../../stripe/operations/accounts"

export const GET = stripeEndpoint({}, retrieveAccount)
