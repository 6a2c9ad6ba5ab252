import type { Meilisearch } from "meilisearch" with { "resolution-mode": "import" }

export type ConnectOptions = { host: string; apiKey?: string }

const requestTimeoutMs = 10_000

/** The client is typed as an ECMAScript module only, hence the import at run time. Nothing is sent yet. */
export async function connect({ host, apiKey }: ConnectOptions): Promise<Meilisearch> {
  const { Meilisearch } = await import("meilisearch")
  return new Meilisearch({ host, apiKey, timeout: requestTimeoutMs })
}

/** Whether an error of the client says that the index does not exist. */
export function isIndexNotFound(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: unknown } }
  return cause?.code === "index_not_found"
}
