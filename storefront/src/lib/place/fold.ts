/** For comparing what people type: lower case, no tone or vowel marks, đ as d. "Hoà", "Hòa" and "hoa" are one. */
export function fold(text: string): string {
  return text.normalize("NFD").toLowerCase().replace(/\p{M}/gu, "").replace(/đ/g, "d");
}

export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
