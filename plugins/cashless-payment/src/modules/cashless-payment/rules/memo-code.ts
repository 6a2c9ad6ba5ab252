/**
 * The code a buyer's bank transfer carries in its memo, by which the money finds its intent:
 * `CP` + 8 random characters + 1 check character, for example CP7KQ2M9XAT.
 *
 * The alphabet is Crockford's base 32 without the characters people and banks confuse (0 1 I L O U, and Z for 2):
 * 29 characters, a prime, so that a sum weighted 1…9 catches every single wrong character and every two
 * characters that changed places.
 */
export const MEMO_PREFIX = "CP"
export const MEMO_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXY"
const RANDOM_LENGTH = 8
const CODE_LENGTH = RANDOM_LENGTH + 1

/** @param randomIndex gives a uniformly distributed integer in [0, limit), e.g. node:crypto's randomInt */
export function newMemoCode(randomIndex: (limit: number) => number): string {
  let body = ""
  for (let index = 0; index < RANDOM_LENGTH; index += 1) body += MEMO_ALPHABET[randomIndex(MEMO_ALPHABET.length)]
  return MEMO_PREFIX + body + checkCharacter(body)
}

export function isMemoCode(text: string): boolean {
  if (text.length !== MEMO_PREFIX.length + CODE_LENGTH || !text.startsWith(MEMO_PREFIX)) return false
  const body = text.slice(MEMO_PREFIX.length, -1)
  return [...text.slice(MEMO_PREFIX.length)].every((c) => MEMO_ALPHABET.includes(c)) && checkCharacter(body) === text.at(-1)
}

/**
 * Every well-formed code inside a memo as a bank shows it: upper- or lower-cased, with separators inserted or
 * stripped ("MBVCB.3278907687.CP7KQ-2M9XAT.CT tu 0123 toi 0456"), with text of the bank and of the payer around.
 * Several can be found; only one that belongs to an intent counts, which the database decides.
 */
export function findMemoCodes(memo: string): string[] {
  const squeezed = memo.toUpperCase().replace(/[^A-Z0-9]/g, "")
  const found = new Set<string>()
  const last = squeezed.length - MEMO_PREFIX.length - CODE_LENGTH
  for (let start = squeezed.indexOf(MEMO_PREFIX); start >= 0 && start <= last; start = squeezed.indexOf(MEMO_PREFIX, start + 1)) {
    const candidate = squeezed.slice(start, start + MEMO_PREFIX.length + CODE_LENGTH)
    if (isMemoCode(candidate)) found.add(candidate)
  }
  return [...found]
}

function checkCharacter(body: string): string {
  const size = MEMO_ALPHABET.length
  let sum = 0
  for (let index = 0; index < body.length; index += 1) sum += (index + 1) * MEMO_ALPHABET.indexOf(body.charAt(index))
  // Chosen so that Σ weight·value over all nine characters is 0: the ninth has weight 9, whose inverse mod 29 is 13.
  const value = ((size - (sum % size)) * 13) % size
  return MEMO_ALPHABET.charAt(value)
}
