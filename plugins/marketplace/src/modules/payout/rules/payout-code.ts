/**
 * The code in the memo of a payout, `CT` + 8 random characters + a check character, over an alphabet of 29 without the
 * characters that are confused (0 1 I L O U Z). Built like the payments' memo codes, under a prefix of its own.
 */
const PREFIX = "CT"
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXY"
const BODY = 8

/** @param randomIndex gives a uniformly distributed integer in [0, limit) */
export function newPayoutCode(randomIndex: (limit: number) => number): string {
  const body = Array.from({ length: BODY }, () => ALPHABET.charAt(randomIndex(ALPHABET.length))).join("")
  return PREFIX + body + checkCharacter(body)
}

/** Every well-formed code in a memo as a bank shows it: any letter case, separators and other text around it. */
export function findPayoutCodes(memo: string): string[] {
  const squeezed = memo.toUpperCase().replace(/[^A-Z0-9]/g, "")
  const found = new Set<string>()
  for (let at = squeezed.indexOf(PREFIX); at >= 0; at = squeezed.indexOf(PREFIX, at + 1)) {
    const body = squeezed.slice(at + PREFIX.length, at + PREFIX.length + BODY)
    const isBody = body.length === BODY && [...body].every((c) => ALPHABET.includes(c))
    if (isBody && squeezed.charAt(at + PREFIX.length + BODY) === checkCharacter(body)) found.add(PREFIX + body + checkCharacter(body))
  }
  return [...found]
}

/** Weights 1…8 and −1 modulo the prime 29: a wrong character, or two that changed places, never go unnoticed. */
function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, c, index) => total + (index + 1) * ALPHABET.indexOf(c), 0)
  return ALPHABET.charAt(sum % ALPHABET.length)
}
