/**
 * Folds Vietnamese for comparison: lower case, without tone and vowel marks, đ → d.
 * Equal for composed and decomposed input and for either placing of the tone mark (Hòa = Hoà = hoa).
 * Idempotent. Keeps spaces and punctuation.
 */
export function foldVietnamese(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/g, "d")
    .normalize("NFC")
}

/** The folded words of a text, without punctuation: "Chè Tân-Cương!" → ["che", "tan", "cuong"]. */
export function foldedWords(text: string): string[] {
  return foldVietnamese(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
