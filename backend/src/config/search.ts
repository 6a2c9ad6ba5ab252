import type { InputConfigModules } from "@medusajs/framework/types"

type Environment = Record<string, string | undefined>

/** The engine behind Medusa's Search Module: Postgres, or Meilisearch as soon as MEILISEARCH_HOST is set. */
export function searchModules(env: Environment): InputConfigModules {
  const provider = env.MEILISEARCH_HOST
    ? {
        resolve: "@cho-phien/search/providers/meilisearch",
        id: "meilisearch",
        options: { host: env.MEILISEARCH_HOST, apiKey: env.MEILISEARCH_API_KEY },
      }
    : { resolve: "@cho-phien/search/providers/postgres", id: "folded-postgres", options: {} }
  return [{ resolve: "@medusajs/medusa/search", options: { providers: [provider] } }]
}
