import { CONFIGURED_ENDPOINT_ID } from "../../modules/cashless-payment/operations/configured-endpoint"
import { EndpointSecrets } from "../../modules/cashless-payment/operations/endpoint-secrets"
import { webhookUrlRefusal, type UrlRefusal } from "../../modules/cashless-payment/rules/webhook-address"
import { createEndpoint, deleteEndpoint, findEndpoint, listEndpoints, updateEndpoint, type WebhookEndpointView } from "../../modules/cashless-payment/operations/webhook-endpoints"
import type { StripeCall } from "../endpoint"
import { toList } from "../object"
import { boolean, LIST_PARAMS, list, mergeMetadata, metadata, required, text, unsettable, type Reader, type Values } from "../params"
import { readPageQuery } from "../page-query"
import { invalidRequest, noSuch } from "../stripe-error"
import { toStripeWebhookEndpoint } from "../webhook-endpoint"

/** As many as Stripe allows; every event is written once more for each of them. */
const MAX_ENDPOINTS = 16

/** `*`, or a name of the form of Stripe's; of those we never tell (`invoice.paid`) nothing will ever come. */
const eventType: Reader<string> = (value, param) => {
  if (typeof value === "string" && /^(?:\*|[a-z][a-z_]{0,39}(?:\.[a-z][a-z_]{0,39}){1,3})$/.test(value)) return value
  throw invalidRequest(`Invalid ${param}: must be an event type or *`, { param })
}

const eventTypes: Reader<string[]> = (value, param) => {
  const given = list(eventType, 200)(value, param)
  if (given.length === 0) throw invalidRequest("Invalid array: at least one event type is needed", { param })
  return [...new Set(given)]
}

export const CREATE_ENDPOINT_PARAMS = {
  url: required(text(2_048)),
  enabled_events: required(eventTypes),
  api_version: text(40),
  description: unsettable(text(5_000)),
  metadata,
}

export async function createWebhookEndpoint(call: StripeCall<Values<typeof CREATE_ENDPOINT_PARAMS>>): Promise<object> {
  const { url, enabled_events: enabledEvents, api_version: apiVersion, description, metadata: given } = call.params
  assertUrl(url, call.settings.sandbox)
  if (apiVersion !== undefined && !/^[\w.-]+$/.test(apiVersion)) throw invalidRequest(`Invalid Stripe API version: ${apiVersion}`, { param: "api_version" })
  await call.sql("select pg_advisory_xact_lock(hashtextextended('webhook endpoints', 0))")
  const [existing] = await call.sql("select count(*) from webhook_endpoint where deleted_at is null")
  if (Number(existing?.count) >= MAX_ENDPOINTS) throw invalidRequest(`You have reached the maximum of ${MAX_ENDPOINTS} webhook endpoints.`)
  const { endpoint, secret } = await createEndpoint(call.sql, new EndpointSecrets(call.settings), {
    url,
    enabledEvents,
    description: description ?? null,
    metadata: mergeMetadata({}, given),
    apiVersion: apiVersion ?? null,
  })
  return present(call, endpoint, secret)
}

export async function retrieveWebhookEndpoint(call: StripeCall<object>): Promise<object> {
  return present(call, await existingEndpoint(call))
}

export const UPDATE_ENDPOINT_PARAMS = { url: text(2_048), enabled_events: eventTypes, description: unsettable(text(5_000)), metadata, disabled: boolean }

export async function updateWebhookEndpoint(call: StripeCall<Values<typeof UPDATE_ENDPOINT_PARAMS>>): Promise<object> {
  const { url, enabled_events: enabledEvents, description, metadata: change, disabled } = call.params
  if (url !== undefined) assertUrl(url, call.settings.sandbox)
  const current = await existingEndpoint(call)
  assertOwn(call.id)
  const updated = await updateEndpoint(call.sql, call.id, { url, enabledEvents, description, disabled, metadata: mergeMetadata(current.metadata, change) })
  if (!updated) throw noSuch("webhook endpoint", call.id, "id")
  return present(call, updated)
}

export async function deleteWebhookEndpoint(call: StripeCall<object>): Promise<object> {
  assertOwn(call.id)
  if (!(await deleteEndpoint(call.sql, call.id))) throw noSuch("webhook endpoint", call.id, "id")
  return { id: call.id, object: "webhook_endpoint", deleted: true }
}

export const LIST_ENDPOINTS_PARAMS = LIST_PARAMS

export async function listWebhookEndpoints(call: StripeCall<Values<typeof LIST_ENDPOINTS_PARAMS>>): Promise<object> {
  const page = await readPageQuery(call.params, async (id) => (await findEndpoint(call.sql, id)) !== null, "webhook endpoint")
  const { endpoints, hasMore } = await listEndpoints(call.sql, page)
  return toList("/v1/webhook_endpoints", endpoints.map((endpoint) => present(call, endpoint)), hasMore)
}

function assertOwn(id: string): void {
  if (id === CONFIGURED_ENDPOINT_ID) throw invalidRequest("This webhook endpoint is set by the settings of the server (PAYMENT_WEBHOOK_URL) and can only be changed there.", { param: "id" })
}

async function existingEndpoint({ sql, id }: StripeCall<unknown>): Promise<WebhookEndpointView> {
  const endpoint = await findEndpoint(sql, id)
  if (!endpoint) throw noSuch("webhook endpoint", id, "id")
  return endpoint
}

function present({ settings }: StripeCall<unknown>, endpoint: WebhookEndpointView, secret?: string): object {
  return toStripeWebhookEndpoint(endpoint, !settings.sandbox, secret)
}

const REFUSALS: Record<UrlRefusal, string> = {
  not_a_url: "Invalid URL: An explicit scheme (such as https) must be provided.",
  not_https: "Invalid URL: Webhook endpoints must use https.",
  has_credentials: "Invalid URL: It must not contain a user name or password.",
  too_long: "Invalid URL: URL must be 2048 characters or less.",
  not_public: "Invalid URL: URL must be publicly accessible.",
}

function assertUrl(url: string, sandbox: boolean): void {
  const refusal = webhookUrlRefusal(url, sandbox)
  if (refusal) throw invalidRequest(REFUSALS[refusal], { code: "url_invalid", param: "url" })
}
