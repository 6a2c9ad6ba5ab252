import type { WebhookSettings } from "../webhook-settings"
import type { Sql } from "./sql"

/** The endpoint that is known by settings; it can be read and listed, and is changed where the settings are. */
export const CONFIGURED_ENDPOINT_ID = "we_of_the_settings"

/** At the start: makes the endpoint what the settings say (its secrets stay there), and switches it off when they no longer name one. */
export async function writeConfiguredEndpoint(sql: Sql, settings: WebhookSettings | null): Promise<void> {
  if (!settings) {
    await sql("update webhook_endpoint set status = 'disabled', disabled_reason = 'not_in_settings', updated_at = now() where id = ? and status = 'enabled'", [CONFIGURED_ENDPOINT_ID])
    return
  }
  await sql(
    `insert into webhook_endpoint (id, url, enabled_events, status, description, metadata)
     values (?, ?, '["*"]', 'enabled', 'PAYMENT_WEBHOOK_URL', '{}')
     on conflict (id) do update set url = excluded.url, secret_sealed = null, previous_sealed = null, previous_secret_expires_at = null,
       status = 'enabled', disabled_reason = null, failing_since = null, updated_at = now()
     where webhook_endpoint.url <> excluded.url or webhook_endpoint.status <> 'enabled'
       or webhook_endpoint.secret_sealed is not null or webhook_endpoint.previous_sealed is not null`,
    [CONFIGURED_ENDPOINT_ID, settings.url],
  )
}
