import { webhookUrlRefusal } from "./rules/webhook-address"

export type WebhookSettings = {
  url: string
  secret: string
  /** Signs beside the secret while a receiver changes over. */
  previousSecret: string | null
}

/**
 * One endpoint that is known by settings alone and hears everything: PAYMENT_WEBHOOK_URL with PAYMENT_WEBHOOK_SECRET.
 * Throws an Error whose sentence names the setting.
 */
export function readWebhookSettings(env: Record<string, string | undefined>, sandbox: boolean): WebhookSettings | null {
  const [url, secret, previousSecret] = [env.PAYMENT_WEBHOOK_URL, env.PAYMENT_WEBHOOK_SECRET, env.PAYMENT_WEBHOOK_SECRET_PREVIOUS].map((value) => value?.trim() || null)
  if (!url && !secret) return null
  if (!url || !secret) throw new Error(`${url ? "PAYMENT_WEBHOOK_SECRET" : "PAYMENT_WEBHOOK_URL"} is missing: PAYMENT_WEBHOOK_URL and PAYMENT_WEBHOOK_SECRET are given together or not at all.`)
  const refusal = webhookUrlRefusal(url, sandbox)
  if (refusal) throw new Error(`PAYMENT_WEBHOOK_URL must be ${sandbox ? "an address" : "a public https address"} without a password in it (${refusal}).`)
  return { url, secret, previousSecret: previousSecret ?? null }
}
