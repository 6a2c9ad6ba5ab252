export type StripeShop = {
  url: string
  provider_id: string
  publishable_key: string
  secret_key: string
  region_id: string
  shipping_option_id: string
  variant_id: string
  close(): Promise<void>
}

/**
 * Opens the shop of ../stripe-shop on a database server of its own: migrated, seeded, listening on `port`.
 * `api`: address and key of the Stripe-shaped API, and the secret its webhooks are signed with.
 */
export function openStripeShop(port: number, api: { url: string; key: string; webhookSecret: string }): Promise<StripeShop>
export function freePort(): Promise<number>
