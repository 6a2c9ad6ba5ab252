import { PaymentError } from "../errors"
import { openSecret, sealSecret } from "../rules/sealed-secret"
import type { PaymentSettings } from "../settings"
import { CONFIGURED_ENDPOINT_ID } from "./configured-endpoint"
import { instantOrNull, text, textOrNull, type Row } from "./sql"

/** What every secret of ours begins with (newWebhookSecret); what is sealed begins otherwise. */
export const PLAIN_PREFIX = "whsec_"

/** What webhooks are signed with. It lies sealed in the database, but for the endpoint of the settings, whose lies there. */
export class EndpointSecrets {
  constructor(private readonly settings: Pick<PaymentSettings, "bank" | "webhook">) {}

  /** Throws a PaymentError where there is nothing to seal with: a secret is never written down plainly. */
  seal(secret: string, endpointId: string): string {
    const { sealingKeys } = this.settings.bank
    if (!sealingKeys) throw new PaymentError("webhook_secrets_closed")
    return sealSecret(secret, sealingKeys, endpointId)
  }

  /** The secrets that sign now: the current one, and while it is being replaced the former. Empty: none can be opened. */
  signing(row: Row, now: Date): string[] {
    const { webhook } = this.settings
    if (text(row, "id") === CONFIGURED_ENDPOINT_ID) return webhook ? [webhook.secret, webhook.previousSecret].filter((secret) => secret !== null) : []
    const until = instantOrNull(row, "previous_secret_expires_at")
    const current = this.open(row, "secret_sealed")
    const previous = until && until > now ? this.open(row, "previous_sealed") : null
    return [current, previous].filter((secret) => secret !== null)
  }

  private open(row: Row, column: string): string | null {
    const kept = textOrNull(row, column)
    if (kept === null) return null
    const { sealingKeys } = this.settings.bank
    if (sealingKeys) return openSecret(kept, sealingKeys, text(row, "id"))
    // Written before secrets were sealed, in a house that has set no key yet: signing goes on, as it is warned of at the start.
    return kept.startsWith(PLAIN_PREFIX) ? kept : null
  }
}
