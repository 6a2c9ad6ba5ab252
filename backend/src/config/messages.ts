import type { InputConfigModules } from "@medusajs/framework/types"

type Environment = Record<string, string | undefined>

const CHANNELS = ["sms", "zalo", "email"]

/**
 * Where messages leave the house: into the sandbox inbox, to the operator's message gateway (MESSAGE_WEBHOOK_URL),
 * or nowhere: then whoever asks for a code is told so.
 */
export function messageModules(env: Environment): InputConfigModules {
  return [
    {
      resolve: "@medusajs/medusa/notification",
      options: {
        providers: [
          { resolve: "@medusajs/medusa/notification-local", id: "local", options: { name: "Admin feed", channels: ["feed"] } },
          ...messageProviders(env),
        ],
      },
    },
  ]
}

function messageProviders(env: Environment) {
  if (env.SANDBOX === "true")
    return [{ resolve: "@cho-phien/marketplace/providers/message-sandbox", id: "message-sandbox", options: { channels: CHANNELS } }]
  if (env.MESSAGE_WEBHOOK_URL)
    return [
      {
        resolve: "@cho-phien/marketplace/providers/message-webhook",
        id: "message-webhook",
        options: { channels: CHANNELS, url: env.MESSAGE_WEBHOOK_URL, secret: env.MESSAGE_WEBHOOK_SECRET },
      },
    ]
  return []
}
