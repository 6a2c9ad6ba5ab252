import { createHash, timingSafeEqual } from "node:crypto"

/** Equal in constant time; hashing first hides the lengths too. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
