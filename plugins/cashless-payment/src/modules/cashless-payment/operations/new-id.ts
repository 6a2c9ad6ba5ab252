import { randomFillSync } from "node:crypto"

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const TIME_CHARACTERS = 10
const RANDOM_CHARACTERS = 16

/** Random bytes fetched ahead: `ulid` asks the system for each character apart, which cost more than the rest of a notice's reading. */
const pool = Buffer.alloc(RANDOM_CHARACTERS * 256)
let used = pool.length

/** `<prefix>_<ULID>`, as Medusa's own ids are: 48 bits of milliseconds, so that ids sort by age, and 80 random ones. */
export function newId(prefix: string, now = Date.now()): string {
  let time = ""
  for (let rest = now, count = 0; count < TIME_CHARACTERS; count += 1) {
    time = ALPHABET.charAt(rest % 32) + time
    rest = Math.floor(rest / 32)
  }
  return `${prefix}_${time}${randomCharacters()}`
}

function randomCharacters(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  let characters = ""
  // 256 is a multiple of 32: no character is likelier than another.
  for (const byte of pool.subarray(used, used + RANDOM_CHARACTERS)) characters += ALPHABET.charAt(byte % 32)
  used += RANDOM_CHARACTERS
  return characters
}
