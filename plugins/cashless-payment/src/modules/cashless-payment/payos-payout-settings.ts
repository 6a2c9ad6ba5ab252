/** The house's payout channel with payOS ("kênh chuyển tiền"): keys of its own, other than those of collecting. */
export type PayosPayoutSettings = { url: string; clientId: string; apiKey: string; checksumKey: string; sandbox: boolean }

type Environment = Record<string, string | undefined>

export const SANDBOX_PAYOS_PATH = "/sandbox/payos"
const REAL_URL = "https://api-merchant.payos.vn"
const KEYS = ["PAYOS_PAYOUT_CLIENT_ID", "PAYOS_PAYOUT_API_KEY", "PAYOS_PAYOUT_CHECKSUM_KEY"] as const

/**
 * Null: the house has no such channel, and paying sellers by payOS is not offered. Throws an Error that names the setting.
 * @param derived makes a secret of the sandbox for a purpose
 */
export function readPayosPayoutSettings(env: Environment, sandbox: boolean, derived: (purpose: string) => string): PayosPayoutSettings | null {
  const [clientId, apiKey, checksumKey] = KEYS.map((name) => env[name]?.trim() || (sandbox ? derived(name) : ""))
  const given = [clientId, apiKey, checksumKey].filter(Boolean).length
  const url = (env.PAYOS_PAYOUT_URL || (sandbox ? `http://127.0.0.1:${env.PORT || env.BACKEND_PORT || "9000"}${SANDBOX_PAYOS_PATH}` : REAL_URL)).replace(/\/$/, "")
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new Error(`PAYOS_PAYOUT_URL is not an http(s) address: ${url}`)
  const { hostname, protocol, origin } = new URL(url)
  const here = ["localhost", "127.0.0.1", "[::1]"].includes(hostname)
  if (sandbox && !here) throw new Error(`SANDBOX=true simulates payments, but PAYOS_PAYOUT_URL (${origin}) is outside this machine. Unset one of them.`)
  // Money leaves by it: never in the clear.
  if (protocol !== "https:" && !here) throw new Error(`PAYOS_PAYOUT_URL must begin with https://, not ${origin}.`)
  if (given === 0) return null
  if (!clientId || !apiKey || !checksumKey) throw new Error(`payOS payouts need ${KEYS.join(", ")} together; at least one of them is missing.`)
  return { url, clientId, apiKey, checksumKey, sandbox }
}
