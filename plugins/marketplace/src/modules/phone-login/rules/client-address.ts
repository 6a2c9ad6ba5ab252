import { isIP } from "node:net"

/**
 * The address to count requests by, or null when only machines of our own are in sight. `X-Forwarded-For` is believed
 * only when the peer is our own proxy (loopback or a private network), and then only its last entry: the one that
 * proxy wrote itself; the ones before it are the client's own words.
 */
export function clientAddress(peer: string | undefined, forwardedFor: string | string[] | undefined): string | null {
  const direct = bare(peer)
  if (direct && !isPrivate(direct)) return direct
  const last = bare(String(forwardedFor ?? "").split(",").at(-1))
  return last && isIP(last) && !isPrivate(last) ? last : null
}

function bare(address: string | undefined): string | undefined {
  return address?.trim().replace(/^::ffff:/i, "").toLowerCase()
}

function isPrivate(address: string): boolean {
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|::1$|f[cd]|fe80:)/.test(address)
}
