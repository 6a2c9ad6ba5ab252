const TIMEOUT_MS = 15_000

/** Asks an aggregator's API. A redirect is refused: the key goes to the address that was set, and nowhere else. */
export async function fetchJson(url: URL, headers: Record<string, string>): Promise<unknown> {
  const response = await fetch(url, { headers: { accept: "application/json", ...headers }, redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) })
  if (!response.ok) {
    await response.body?.cancel()
    throw new Error(`HTTP ${response.status}`)
  }
  return response.json()
}
