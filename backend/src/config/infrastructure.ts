import type { InputConfigModules } from "@medusajs/framework/types"

/** Who waits for a lock in Redis looks again after so many milliseconds at most; the provider's second would be a buyer's second. */
const LONGEST_LOOK_MS = 100

type Environment = Record<string, string | undefined>

/**
 * Medusa's infrastructure modules by setting: in-process without REDIS_URL, Redis with it
 * (docs/architecture.md, "Embedded by default, distributed by configuration").
 */
export function infrastructureModules(env: Environment): InputConfigModules {
  const redisUrl = env.REDIS_URL
  if (!redisUrl) return []
  return [
    {
      resolve: "@medusajs/medusa/caching",
      options: { providers: [{ resolve: "@medusajs/caching-redis", id: "caching-redis", is_default: true, options: { redisUrl } }] },
    },
    { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl } },
    { resolve: "@medusajs/medusa/workflow-engine-redis", options: { redis: { redisUrl } } },
    {
      resolve: "@medusajs/medusa/locking",
      options: { providers: [{ resolve: "@medusajs/medusa/locking-redis", id: "locking-redis", is_default: true, options: { redisUrl, maximumRetryInterval: LONGEST_LOOK_MS } }] },
    },
  ]
}
