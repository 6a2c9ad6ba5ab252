import { addDays, type CivilDate } from "@cho-phien/administrative-units"

/** Platforms on which Vietnamese farm products are sold, by the domain of their shops. Anything else is `other` and named by its host. */
const PLATFORMS: Record<string, { name: string; domains: string[] }> = {
  shopee: { name: "Shopee", domains: ["shopee.vn", "shp.ee"] },
  lazada: { name: "Lazada", domains: ["lazada.vn"] },
  tiktok_shop: { name: "TikTok Shop", domains: ["tiktok.com"] },
  tiki: { name: "Tiki", domains: ["tiki.vn"] },
  sendo: { name: "Sendo", domains: ["sendo.vn"] },
  buudien: { name: "Nông sản Bưu điện (Postmart)", domains: ["postmart.vn", "buudien.vn", "nongsan.buudien.vn"] },
  voso: { name: "Vỏ Sò", domains: ["voso.vn"] },
  facebook: { name: "Facebook", domains: ["facebook.com", "fb.com"] },
  zalo: { name: "Zalo", domains: ["zalo.me", "zalo.vn"] },
}

export type ExternalUrl = { url: string; host: string; platform: string }
export type UrlFault = "not_a_url" | "not_https" | "has_credentials" | "has_port" | "not_public"

export const EXTERNAL_URL_MAX = 500

/** A check older than this tells nobody any more: 90 days, as long as a listing counts as kept up. */
export const CHECK_HOLDS_DAYS = 90

/**
 * Reads the address of a shop elsewhere: https, a public host name, no user name in it. It is never fetched from here;
 * the fragment is dropped, so that one page is entered once.
 */
export function readExternalUrl(typed: string): ExternalUrl | { fault: UrlFault } {
  const text = typed.trim()
  if (text.length > EXTERNAL_URL_MAX || /\s/.test(text)) return { fault: "not_a_url" }
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return { fault: "not_a_url" }
  }
  if (url.protocol !== "https:") return { fault: "not_https" }
  if (url.username || url.password) return { fault: "has_credentials" }
  if (url.port) return { fault: "has_port" }
  const host = url.hostname.toLowerCase().replace(/\.$/, "")
  if (!isPublicName(host)) return { fault: "not_public" }
  url.hash = ""
  url.hostname = host
  // Letters outside of ASCII grow when they are escaped.
  if (url.href.length > EXTERNAL_URL_MAX) return { fault: "not_a_url" }
  return { url: url.href, host, platform: platformOf(host) }
}

/** A name with a top-level domain of letters: no IP address in whatever notation, no `localhost`, nothing of a private network. */
function isPublicName(host: string): boolean {
  const labels = host.split(".")
  const last = labels.at(-1) ?? ""
  if (labels.length < 2 || host.includes("[") || !/^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/.test(last)) return false
  if (["local", "localhost", "internal", "lan", "home", "test", "invalid", "example", "onion"].includes(last)) return false
  return labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label))
}

function platformOf(host: string): string {
  const found = Object.entries(PLATFORMS).find(([, { domains }]) => domains.some((domain) => host === domain || host.endsWith(`.${domain}`)))
  return found?.[0] ?? "other"
}

export function platformName(platform: string, host: string): string {
  return PLATFORMS[platform]?.name ?? host.replace(/^www\./, "")
}

export type CheckFacts = { last_checked_on: CivilDate | null; check_result: "on_sale" | "gone" | null }

/** Somebody looked within the last {@link CHECK_HOLDS_DAYS} days and found it on sale. */
export function isFreshlyOnSale(check: CheckFacts, today: CivilDate): boolean {
  return check.check_result === "on_sale" && check.last_checked_on !== null && check.last_checked_on <= today && today <= addDays(check.last_checked_on, CHECK_HOLDS_DAYS)
}
