import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { messageNotSent, noMessageProvider } from "../modules/phone-login/errors"

export type OutgoingMessage = {
  /** Phone in E.164, or an e-mail address. */
  to: string
  channel: "sms" | "zalo" | "email"
  /** Kebab-case name of the kind of message. */
  template: string
  /** The whole text, in the language of the one who reads it. */
  text: string
  /** A secret inside the text. With one, the text is handed to the provider but not stored, except in the sandbox. */
  code?: string
  /** Makes the message one: with the key of a message that was sent, or is just being sent, nothing is sent again. */
  key?: string
}

/**
 * Sends a message through Medusa's Notification module, whose provider for the channel is a setting of the backend
 * (message-sandbox or message-webhook). Errors: 503 phone_login.no_message_provider or .message_not_sent.
 */
export async function sendMessage(container: MedusaContainer, message: OutgoingMessage): Promise<void> {
  const { to, channel, template, text, code, key } = message
  const readable = code === undefined || process.env.SANDBOX === "true"
  if (key !== undefined) await forgetFailure(container, key)
  try {
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      to, channel, template,
      ...(key !== undefined && { idempotency_key: key }),
      content: { text },
      data: readable ? { text, ...(code !== undefined && { code }) } : null,
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`A ${template} message was not sent: ${reason}`)
    // The module collects the errors of its providers into one plain Error, so its words are all there is to tell by.
    throw /Could not find a notification provider|is not enabled/.test(reason) ? noMessageProvider() : messageNotSent()
  }
}

type Sent = { id: string; status: string; updated_at: Date | string }
/** Deleting rows is in the module's service and missing in its interface. */
type Messages = { listNotifications: (filters: { idempotency_key: string[] }, config: { take: number }) => Promise<Sent[]>; deleteNotifications: (ids: string[]) => Promise<void> }

/** A provider is waited for ten seconds: a message that has been on its way this long was left by a crash. */
const LEFT_BEHIND_MS = 60_000

/**
 * Medusa keeps a message that failed and, asked again, sends it but updates a row that was never made: it would fail
 * for ever and be sent each time. And one that a crash left `pending` it never sends again. Both rows go, so that the
 * message is made anew. Whether the gateway had it before a crash nobody knows: it gets the same key and can tell.
 */
async function forgetFailure(container: MedusaContainer, key: string): Promise<void> {
  const messages = container.resolve(Modules.NOTIFICATION) as unknown as Messages
  const [before] = await messages.listNotifications({ idempotency_key: [key] }, { take: 1 })
  if (!before) return
  const leftBehind = before.status === "pending" && Date.now() - new Date(before.updated_at).getTime() > LEFT_BEHIND_MS
  if (before.status === "failure" || leftBehind) await messages.deleteNotifications([before.id])
}
