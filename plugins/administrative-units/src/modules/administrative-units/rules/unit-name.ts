import { foldedWords } from "./fold-vietnamese"

/** Words for the kind of a unit, folded, longest first: "xã", "P.", "TT" … */
const KIND_WORDS = [
  ["thanh", "pho"],
  ["thi", "tran"],
  ["thi", "xa"],
  ["dac", "khu"],
  ["phuong"],
  ["huyen"],
  ["quan"],
  ["tinh"],
  ["tp"],
  ["tx"],
  ["tt"],
  ["xa"],
  ["p"],
  ["x"],
  ["h"],
  ["q"],
  ["t"],
]

/**
 * The folded name of a unit without its kind: "Xã Tân Cương" and "tan cuong" → "tan cuong".
 * A kind with nothing behind it stays: there is a commune called "Xã Xá"; and so do numbers ("Phường 5" → "5").
 */
export function bareName(text: string): string {
  const words = foldedWords(text)
  for (const kind of KIND_WORDS) {
    if (words.length > kind.length && kind.every((word, i) => words[i] === word)) {
      return words.slice(kind.length).join(" ")
    }
  }
  return words.join(" ")
}

/** The text that searches look into: the folded words of all parts, each word led by a space. */
export function unitSearchText(...parts: (string | null | undefined)[]): string {
  return parts.map((part) => foldedWords(part ?? "").map((word) => ` ${word}`).join("")).join("")
}
