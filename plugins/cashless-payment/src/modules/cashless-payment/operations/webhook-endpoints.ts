import { randomBytes } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import { PLAIN_PREFIX, type EndpointSecrets } from "./endpoint-secrets"
import { insertRow, instant, instantOrNull, text, textOrNull, type Row, type Sql } from "./sql"

/** An endpoint without its secret: that is shown once, when it is made. */
export type WebhookEndpointView = {
  id: string
  url: string
  enabled_events: string[]
  status: "enabled" | "disabled"
  description: string | null
  metadata: Record<string, string>
  api_version: string | null
  created_at: string
  failing_since: string | null
  disabled_reason: string | null
}

export type NewEndpoint = { url: string; enabledEvents: string[]; description: string | null; metadata: Record<string, string>; apiVersion: string | null }
export type EndpointChange = { url?: string; enabledEvents?: string[]; description?: string | null; metadata?: Record<string, string>; disabled?: boolean }

/** 192 random bits behind Stripe's prefix, so that SDKs and people know what it is. */
export function newWebhookSecret(): string {
  return `${PLAIN_PREFIX}${randomBytes(24).toString("base64url")}`
}

export async function createEndpoint(sql: Sql, secrets: EndpointSecrets, { url, enabledEvents, description, metadata, apiVersion }: NewEndpoint): Promise<{ endpoint: WebhookEndpointView; secret: string }> {
  const secret = newWebhookSecret()
  const id = generateEntityId(undefined, "we")
  const row = await insertRow(sql, "webhook_endpoint", {
    id,
    url,
    enabled_events: JSON.stringify(enabledEvents),
    status: "enabled",
    description,
    metadata: JSON.stringify(metadata),
    api_version: apiVersion,
    secret_sealed: secrets.seal(secret, id),
  })
  if (!row) throw new Error("a webhook endpoint was not written")
  return { endpoint: toEndpointView(row), secret }
}

export async function findEndpoint(sql: Sql, id: string): Promise<WebhookEndpointView | null> {
  const [row] = await sql("select * from webhook_endpoint where id = ? and deleted_at is null", [id])
  return row ? toEndpointView(row) : null
}

export type EndpointPage = { limit: number; startingAfter: string | null; endingBefore: string | null }

export async function listEndpoints(sql: Sql, { limit, startingAfter, endingBefore }: EndpointPage): Promise<{ endpoints: WebhookEndpointView[]; hasMore: boolean }> {
  const backwards = endingBefore !== null && startingAfter === null
  const rows = await sql(
    `select * from webhook_endpoint
     where deleted_at is null and (?::text is null or id < ?) and (?::text is null or id > ?)
     order by id ${backwards ? "asc" : "desc"} limit ?`,
    [startingAfter, startingAfter, endingBefore, endingBefore, limit + 1],
  )
  const page = rows.slice(0, limit)
  if (backwards) page.reverse()
  return { endpoints: page.map(toEndpointView), hasMore: rows.length > limit }
}

/** Enabling again forgets the failures. Returns null when there is no such endpoint. */
export async function updateEndpoint(sql: Sql, id: string, { url, enabledEvents, description, metadata, disabled }: EndpointChange): Promise<WebhookEndpointView | null> {
  const [found] = await sql("select * from webhook_endpoint where id = ? and deleted_at is null for update", [id])
  if (!found) return null
  const status = disabled === undefined ? found.status : disabled ? "disabled" : "enabled"
  const enabledAgain = status === "enabled" && found.status === "disabled"
  const [row] = await sql(
    `update webhook_endpoint set url = ?, enabled_events = ?, description = ?, metadata = ?, status = ?,
       failing_since = case when ? then null else failing_since end,
       disabled_reason = case when ? = 'enabled' then null when ? then 'by_request' else disabled_reason end, updated_at = now()
     where id = ? returning *`,
    [
      url ?? found.url,
      JSON.stringify(enabledEvents ?? found.enabled_events),
      description === undefined ? found.description : description,
      JSON.stringify(metadata ?? found.metadata),
      status,
      enabledAgain || url !== undefined,
      status,
      disabled === true,
      id,
    ],
  )
  return row ? toEndpointView(row) : null
}

/** What is still under way to it is given up, and its secret goes with it. */
export async function deleteEndpoint(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql("update webhook_endpoint set deleted_at = now(), status = 'disabled', secret_sealed = null, previous_sealed = null where id = ? and deleted_at is null returning id", [id])
  if (rows.length === 0) return false
  await sql("update webhook_delivery set status = 'failed', error = 'endpoint_deleted', updated_at = now() where endpoint_id = ? and status = 'pending'", [id])
  return true
}

/** A new secret; the old one signs beside it until `oldUntil`, so that the receiver can change over without a gap. */
export async function rotateSecret(sql: Sql, secrets: EndpointSecrets, id: string, oldUntil: Date): Promise<string | null> {
  const secret = newWebhookSecret()
  const rows = await sql(
    `update webhook_endpoint set previous_sealed = secret_sealed, previous_secret_expires_at = ?, secret_sealed = ?, updated_at = now()
     where id = ? and deleted_at is null returning id`,
    [oldUntil, secrets.seal(secret, id), id],
  )
  return rows.length === 0 ? null : secret
}

function toEndpointView(row: Row): WebhookEndpointView {
  return {
    id: text(row, "id"),
    url: text(row, "url"),
    enabled_events: row.enabled_events as string[],
    status: row.status as WebhookEndpointView["status"],
    description: textOrNull(row, "description"),
    metadata: row.metadata as Record<string, string>,
    api_version: textOrNull(row, "api_version"),
    created_at: instant(row, "created_at").toISOString(),
    failing_since: instantOrNull(row, "failing_since")?.toISOString() ?? null,
    disabled_reason: textOrNull(row, "disabled_reason"),
  }
}
