/** Crockford's base 32: no I, L, O and U, so that a code read aloud or off a label has one spelling. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
const LENGTH = 8

/** A code for a certificate out of random (or hashed) bytes, `CP-7Q4K-9M2T`: our own, not the number the authority printed. */
export function certificateCode(bytes: Uint8Array): string {
  if (bytes.length < LENGTH) throw new RangeError(`A certificate code needs ${LENGTH} bytes`)
  const symbols = Array.from(bytes.slice(0, LENGTH), (byte) => ALPHABET[byte % 32]).join("")
  return `CP-${symbols.slice(0, 4)}-${symbols.slice(4)}`
}

/** The code a person means: case, spaces, dashes and the look-alikes O, I and L do not matter. Null when it can't be one. */
export function readCertificateCode(text: string): string | null {
  const letters = text.toUpperCase().replace(/[\s\-–—]/g, "")
  const body = (letters.length === LENGTH + 2 && letters.startsWith("CP") ? letters.slice(2) : letters).replace(/O/g, "0").replace(/[IL]/g, "1")
  if (body.length !== LENGTH || [...body].some((symbol) => !ALPHABET.includes(symbol))) return null
  return `CP-${body.slice(0, 4)}-${body.slice(4)}`
}
