import { createHmac, timingSafeEqual } from "node:crypto"

const PURPOSE = "cho-phien/order-group-access/v1:"

/**
 * The key to one order group's page: whoever has the link may see it, nobody can guess it.
 * Derived from the application's secret, so nothing is stored and no row can leak it.
 */
export function orderGroupToken(orderGroupId: string, secret: string): string {
  return createHmac("sha256", secret).update(PURPOSE + orderGroupId).digest("base64url")
}

/** Compares in constant time: the answer's delay tells nothing about how much of a guess was right. */
export function isOrderGroupToken(orderGroupId: string, token: string, secret: string): boolean {
  const expected = Buffer.from(orderGroupToken(orderGroupId, secret))
  const given = Buffer.from(token)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
