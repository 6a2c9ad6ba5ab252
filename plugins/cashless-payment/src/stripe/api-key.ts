import { sameSecret } from "../modules/cashless-payment/rules/same-secret"

/** The key of an Authorization header: `Bearer sk_…`, or Basic with the key as the user, as Stripe takes both. */
export function keyOf(authorization: string | undefined): string | null {
  const bearer = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1]
  if (bearer) return bearer
  const basic = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization ?? "")?.[1]
  return basic ? Buffer.from(basic, "base64").toString("utf8").split(":")[0] || null : null
}

/** The key and the one before it, so that keys can be changed without a moment when a caller is refused. */
export function isSecretKey(given: string, keys: { apiKey: string | null; previousApiKey: string | null }): boolean {
  return [keys.apiKey, keys.previousApiKey].filter((key) => key !== null).some((key) => sameSecret(given, key))
}
