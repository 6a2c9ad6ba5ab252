import { model } from "@medusajs/framework/utils"

/** An address that wants to hear of events. While a secret is being rotated the old one signs beside the new one. */
export const WebhookEndpoint = model.define("webhook_endpoint", {
  id: model.id({ prefix: "we" }).primaryKey(),
  url: model.text(),
  /** Event types, or ["*"]. */
  enabled_events: model.json(),
  status: model.enum(["enabled", "disabled"]),
  description: model.text().nullable(),
  metadata: model.json(),
  api_version: model.text().nullable(),
  /** Sealed (rules/sealed-secret.ts); null: it is in the settings and nowhere else. */
  secret_sealed: model.text().nullable(),
  previous_sealed: model.text().nullable(),
  previous_secret_expires_at: model.dateTime().nullable(),
  /** First failure since the last success; after days of it the endpoint is disabled. */
  failing_since: model.dateTime().nullable(),
  disabled_reason: model.text().nullable(),
})
