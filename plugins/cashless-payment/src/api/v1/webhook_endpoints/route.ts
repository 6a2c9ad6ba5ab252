import { stripeEndpoint } from "../../../stripe/endpoint"
import { CREATE_ENDPOINT_PARAMS, createWebhookEndpoint, LIST_ENDPOINTS_PARAMS, listWebhookEndpoints } from "../../../stripe/operations/webhook-endpoints"

export const GET = stripeEndpoint(LIST_ENDPOINTS_PARAMS, listWebhookEndpoints)
export const POST = stripeEndpoint(CREATE_ENDPOINT_PARAMS, createWebhookEndpoint)
