import { BlockList, isIP } from "node:net"

/**
 * Where a webhook may go. In production: https to public addresses, so that nobody can make us knock at our own network
 * (SSRF; OWASP ASVS 5.0 V1.3, V15.3.2). In the sandbox a receiver may also be on this machine or in its private network.
 */
export type UrlRefusal = "not_a_url" | "not_https" | "has_credentials" | "too_long" | "not_public"

/** IPv4: RFC 6890 and the metadata services' link-local range; IPv6: RFC 4291, 6890. */
const NEVER: [string, number, "ipv4" | "ipv6"][] = [
  ["0.0.0.0", 8, "ipv4"], ["169.254.0.0", 16, "ipv4"], ["192.0.0.0", 24, "ipv4"], ["192.0.2.0", 24, "ipv4"], ["192.88.99.0", 24, "ipv4"],
  ["198.18.0.0", 15, "ipv4"], ["198.51.100.0", 24, "ipv4"], ["203.0.113.0", 24, "ipv4"], ["224.0.0.0", 4, "ipv4"], ["240.0.0.0", 4, "ipv4"],
  ["::", 128, "ipv6"], ["fe80::", 10, "ipv6"], ["ff00::", 8, "ipv6"], ["2001:db8::", 32, "ipv6"], ["64:ff9b::", 96, "ipv6"],
  ["64:ff9b:1::", 48, "ipv6"], ["2002::", 16, "ipv6"], ["2001::", 23, "ipv6"], ["100::", 64, "ipv6"],
]
const PRIVATE: [string, number, "ipv4" | "ipv6"][] = [
  ["127.0.0.0", 8, "ipv4"], ["10.0.0.0", 8, "ipv4"], ["172.16.0.0", 12, "ipv4"], ["192.168.0.0", 16, "ipv4"], ["100.64.0.0", 10, "ipv4"],
  ["::1", 128, "ipv6"], ["fc00::", 7, "ipv6"],
]

const listOf = (ranges: typeof NEVER) => {
  const list = new BlockList()
  for (const [address, prefix, family] of ranges) list.addSubnet(address, prefix, family)
  return list
}
const never = listOf(NEVER)
const privateNetwork = listOf(PRIVATE)

/** Whether a resolved address may be connected to. */
export function isAllowedAddress(address: string, sandbox: boolean): boolean {
  const family = isIP(address)
  if (family === 0) return false
  // An IPv4 address in IPv6 clothes is judged as what it is.
  const mapped = family === 6 ? mappedIpv4(address) : null
  if (mapped) return isAllowedAddress(mapped, sandbox)
  const kind = family === 4 ? "ipv4" : "ipv6"
  if (never.check(address, kind)) return false
  return sandbox || !privateNetwork.check(address, kind)
}

/** What can be said of an address before it is resolved. The courier checks what it resolves to each time. */
export function webhookUrlRefusal(given: string, sandbox: boolean): UrlRefusal | null {
  if (given.length > 2_048) return "too_long"
  if (!URL.canParse(given)) return "not_a_url"
  const url = new URL(given)
  if (url.protocol !== "https:" && !(sandbox && url.protocol === "http:")) return /^https?:$/.test(url.protocol) ? "not_https" : "not_a_url"
  if (url.username || url.password) return "has_credentials"
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "")
  if (isIP(host)) return isAllowedAddress(host, sandbox) ? null : "not_public"
  const local = host === "localhost" || /\.(localhost|local|internal)$/.test(host) || !host.includes(".")
  return local && !sandbox ? "not_public" : null
}

/** ::ffff:a.b.c.d and the deprecated ::a.b.c.d, however they are written. */
function mappedIpv4(address: string): string | null {
  const hostname = new URL(`http://[${address.replace(/%.*$/, "")}]`).hostname.slice(1, -1)
  const tail = /^::(?:ffff:)?([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(hostname)
  if (!tail?.[1] || !tail[2]) return null
  const [high, low] = [Number.parseInt(tail[1], 16), Number.parseInt(tail[2], 16)]
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`
}
