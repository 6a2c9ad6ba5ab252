const MAX_CALLS = 10
/** VNPay waits 5 minutes between calls; here time runs faster. */
const RETRY_MS = 2_000
const TIMEOUT_MS = 10_000

/**
 * Calls the merchant's IPN address over HTTP as VNPay does: until it answers 00 or 02, at most ten times. Resolves with
 * the answer to the first call; the others happen behind the buyer's back.
 */
export async function callIpn(ipnUrl: string, query: string, call = 1): Promise<string> {
  const answer = await oneCall(`${ipnUrl}?${query}`)
  if (answer !== "00" && answer !== "02" && call < MAX_CALLS) {
    setTimeout(() => void callIpn(ipnUrl, query, call + 1), RETRY_MS).unref()
  }
  return answer
}

/** The RspCode, or what went wrong. */
async function oneCall(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: "error" })
    const body: unknown = await response.json()
    return typeof body === "object" && body !== null && "RspCode" in body ? String(body.RspCode) : `HTTP ${response.status}`
  } catch (error) {
    return (error as Error).message
  }
}
