import type { ProviderSendNotificationDTO, ProviderSendNotificationResultsDTO } from "@medusajs/framework/types"
import { AbstractNotificationProviderService, MedusaError } from "@medusajs/framework/utils"
import { signMessage } from "./sign-message"

type Options = { url?: string; secret?: string; timeoutSeconds?: number }

/**
 * Hands every message to the operator's own gateway (an SMS brand-name or Zalo ZNS account behind a small adapter):
 * POST {to, channel, template, text, key?} as JSON with an `X-Cho-Phien-Signature` header. Any 2xx means taken over. The
 * same `key` again is the same message again: after a crash nobody here knows whether the gateway had it.
 */
export default class MessageWebhookService extends AbstractNotificationProviderService {
  static override identifier = "message-webhook"

  constructor(_container: unknown, private readonly options: Options) {
    super()
  }

  static override validateOptions(options: Options): void {
    if (!options.url || !URL.canParse(options.url)) throw new Error("MESSAGE_WEBHOOK_URL must be a web address")
    if (!options.secret) throw new Error("MESSAGE_WEBHOOK_SECRET must be set together with MESSAGE_WEBHOOK_URL")
  }

  override async send(notification: ProviderSendNotificationDTO): Promise<ProviderSendNotificationResultsDTO> {
    const { url, secret, timeoutSeconds = 10 } = this.options
    if (!url || !secret) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "The message webhook has no address or no secret")
    const { idempotency_key: key } = notification as { idempotency_key?: string | null }
    const body = JSON.stringify({
      to: notification.to,
      channel: notification.channel,
      template: notification.template,
      text: notification.content?.text ?? notification.data?.text ?? "",
      ...(key && { key }),
    })
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "x-cho-phien-signature": signMessage(secret, body, new Date()) },
      body,
      redirect: "error",
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
    })
    if (!answer.ok) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `The message webhook answered ${answer.status}`)
    return { id: answer.headers.get("x-message-id") ?? undefined }
  }
}
