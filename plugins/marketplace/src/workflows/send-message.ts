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
  /** Makes the message one: with the key of a message that was sent, nothing is sent again. */
  key?: string
}

/**
 * Sends a message through Medusa's Notification module, whose provider for the channel is a setting of the backend
 * (message-sandbox or message-webhook). Errors: 503 phone_login.no_message_provider or .message_not_sent.
 */
export async function sendMessage(container: MedusaContainer, message: OutgoingMessage): Promise<void> {
  const { to, channel, template, text, code, key } = message
  const readable = code === undefined || process.env.SANDBOX === "true"
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
