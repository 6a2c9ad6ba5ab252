import { asListError, ListError } from "./list-error"

const TIMEOUT_MS = 15_000

/** Asks an aggregator's API. A redirect is refused: the key goes to the address that was set, and nowhere else. @throws ListError; SyntaxError when what came is no JSON */
export async function fetchJson(url: URL, headers: Record<string, string>): Promise<unknown> {
  const response = await fetch(url, { headers: { accept: "application/json", ...headers }, redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(notAnswered)
  if (!response.ok) {
    await response.body?.cancel()
    throw new ListError(`http_${response.status}`, `HTTP ${response.status}`)
  }
  // The time may run out, or the line break, in the middle of an answer: that is no word about what it holds.
  return JSON.parse(await response.text().catch(notAnswered))
}

function notAnswered(error: unknown): never {
  throw asListError(error, "http")
}
