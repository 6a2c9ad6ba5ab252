import { stripeEndpoint } from "../../../../stripe/endpoint"
import { deleteWebhookEndpoint, retrieveWebhookEndpoint, UPDATE_ENDPOINT_PARAMS, updateWebhookEndpoint } from "../../../../stripe/operations/webhook-endpoints"

export const GET = stripeEndpoint({}, retrieveWebhookEndpoint)
export const POST = stripeEndpoint(UPDATE_ENDPOINT_PARAMS, updateWebhookEndpoint)
export const DELETE = stripeEndpoint({}, deleteWebhookEndpoint)
