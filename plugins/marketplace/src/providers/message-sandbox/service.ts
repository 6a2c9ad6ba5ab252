import type { ProviderSendNotificationResultsDTO } from "@medusajs/framework/types"
import { AbstractNotificationProviderService } from "@medusajs/framework/utils"

/**
 * Sends nothing: Medusa has stored the notification before it calls a provider, and /sandbox/messages reads it there.
 * Refuses to exist outside the sandbox, so that it can't swallow real people's codes.
 */
export default class MessageSandboxService extends AbstractNotificationProviderService {
  static override identifier = "message-sandbox"

  constructor() {
    super()
    if (process.env.SANDBOX !== "true") throw new Error("The message sandbox is configured while SANDBOX is not true")
  }

  override async send(): Promise<ProviderSendNotificationResultsDTO> {
    return {}
  }
}
