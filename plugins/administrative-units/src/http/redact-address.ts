export const REDACTED = "[redacted]"

/** Parameters whose value opens something or proves something, in whatever spelling: `access_token`, `vnp_SecureHash`, `data[client_secret]`. */
const SECRET_NAME = /token|secret|hash|signature|password|passwd|api[_-]?key|\botp\b|^(k|key|sig|code)$/i

/** A cart's id answers with the key of the order it became. A ULID begins with its time, which tells requests apart and opens nothing. */
const CART_ID: [RegExp, string] = [/\b(cart_[0-9a-z]{10})[0-9a-z_]+/gi, `$1${REDACTED}`]

/** Parts of a path that are keys themselves: what comes after the prefix opens the page or the door. */
const SECRET_PATHS: [RegExp, string][] = [
  [/^(\/payment-instructions\/[^/]+\/)[^/]+/i, `$1${REDACTED}`],
  [/^(\/hooks\/(?:sepay|payos|casso)\/)[^/]+/i, `$1${REDACTED}`],
  CART_ID,
]

/**
 * An address as it may stand in a log: `/store/order-groups/x?access_token=[redacted]&fields=id`. Addresses inside of
 * parameters are treated alike. What can't be decoded is left out, never passed through.
 */
export function redactAddress(address: string): string {
  const start = address.indexOf("?")
  const path = SECRET_PATHS.reduce((text, [secret, shown]) => text.replace(secret, shown), start < 0 ? address : address.slice(0, start))
  return start < 0 ? path : `${path}?${address.slice(start + 1).split("&").map(redactParameter).join("&")}`
}

/** A sentence as it may stand in a log: Medusa's refusals name the cart they are about. */
export function redactSentence(sentence: string): string {
  return sentence.replace(...CART_ID)
}

/** The same for a whole address with its host, as a Referer has it. */
export function redactReferrer(referrer: string): string {
  const [, origin = "", rest = ""] = /^([a-z][a-z\d+.-]*:\/\/[^/?#]*)?(.*)$/is.exec(referrer) ?? []
  return origin + redactAddress(rest)
}

function redactParameter(parameter: string): string {
  const equals = parameter.indexOf("=")
  if (equals < 0) return parameter
  const name = decoded(parameter.slice(0, equals))
  const value = decoded(parameter.slice(equals + 1))
  if (name === null || value === null) return `${name ?? ""}=${REDACTED}`
  const last = /\[?([^[\]]*)\]*$/.exec(name)?.[1] || name
  if (SECRET_NAME.test(name) || SECRET_NAME.test(last)) return `${parameter.slice(0, equals)}=${REDACTED}`
  const shown = redactReferrer(value)
  return shown === value ? parameter : `${parameter.slice(0, equals)}=${encodeURIComponent(shown)}`
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll("+", " "))
  } catch {
    return null
  }
}
