/** A word of an address line, in the two forms that names are compared in. */
export type Word = {
  /** Folded: "hoa" for "Hoà", "Hòa" and "hoa". */
  key: string
  /** As written, the tone mark behind its syllable, so that "Hoà" equals "Hòa" but not "Hoa". */
  written: string
  /** Where it stands in the text. */
  start: number
  end: number
  /** What stands before it: nothing but space, a hyphen (names have them too) or a full stop, or a comma and its like. */
  before: "space" | "soft" | "break"
}

export type AddressLine = {
  /** The line in NFC. */
  text: string
  words: Word[]
  /** The first phone number in the line as digits with a leading 0. */
  phone: string | null
  /** Parts of the text that are not address: phone numbers and their labels, "Địa chỉ:". */
  junk: [start: number, end: number][]
  /** False when the line has no Vietnamese mark at all: then a name without marks may be any of its look-alikes. */
  marked: boolean
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const WORD = /[\p{L}\p{M}\p{N}]+/gu
const BREAK = /[,;:()[\]{}|\n\r\t•·]|\/(?!\d)/
/** Names have hyphens too, and a full stop ends a part of an address unless it stands behind an abbreviation. */
const SOFT_BREAK = /[-‐–—]|\.\s/
const PHONE = /(?:(?:s?đ\s*t|điện thoại|dđ|sdt|dt|dien thoai|tel|phone|hotline|liên hệ|lien he)[\s.:)]*)?(?<![\p{L}\p{N}])(?:\+?84|0)(?:[\s.-]?\d){8,10}(?!\d)/giu
const LABEL = /^\s*(?:địa chỉ|dia chi|đ\s*\/\s*c|d\s*\/\s*c|address|add)\s*[:.]+/iu
/** A kind that was written against its number: "P5", "Q10". */
const KIND_AND_NUMBER = /^([pqfhx])(\d{1,2})$/

/** Reads a line into comparable words. Any text goes in, none throws. */
export function readAddressLine(input: string): AddressLine {
  const text = input.normalize("NFC")
  const junk: AddressLine["junk"] = []
  const label = LABEL.exec(text)
  if (label) junk.push([0, label[0].length])
  let phone: string | null = null
  for (const found of text.matchAll(PHONE)) {
    const number = found[0].slice(found[0].search(/[+\d]/))
    junk.push([found.index, found.index + found[0].length])
    phone ??= number.replace(/\D/g, "").replace(/^84/, "0")
  }
  const words: Word[] = []
  let last = 0
  for (const found of text.matchAll(WORD)) {
    const start = found.index
    const end = start + found[0].length
    if (junk.some(([from, to]) => start < to && from < end)) continue
    const gap = text.slice(last, start)
    const hard = words.length === 0 || BREAK.test(gap) || junk.some(([from]) => from >= last && from < start)
    const soft = SOFT_BREAK.test(gap) && !(gap.startsWith(".") && (words.at(-1)?.key.length ?? 0) <= 2)
    words.push(...wordsOf(found[0], start, hard ? "break" : soft ? "soft" : "space"))
    last = end
  }
  return { text, words, phone, junk, marked: /[\u0300-\u036f]|đ/iu.test(text.normalize("NFD")) }
}

/** The two comparable forms of a name, without spaces, so that "Ea H'Leo", "EaHleo" and "Ea H Leo" are one. */
export function nameForms(name: string): { key: string; written: string } {
  const { words } = readAddressLine(name)
  return { key: words.map((w) => w.key).join(""), written: words.map((w) => w.written).join("") }
}

function wordsOf(token: string, start: number, before: Word["before"]): Word[] {
  const written = writtenForm(token)
  const key = keyForm(token)
  const end = start + token.length
  const glued = KIND_AND_NUMBER.exec(key)
  if (!glued) return [{ key, written, start, end, before }]
  const [, kind = "", number = ""] = glued
  const middle = start + token.length - number.length
  return [
    { key: kind, written: kind, start, end: middle, before },
    { key: keyForm(number), written: keyForm(number), start: middle, end, before: "space" },
  ]
}

/** Lower case, no marks, no leading zeros, and y after consonants as i: "Qui Nhơn" is "Quy Nhơn". */
function keyForm(token: string): string {
  return sameVowel(token.normalize("NFD").toLowerCase().replace(/\p{M}/gu, "").replace(/đ/g, "d")).replace(/^0+(?=\d)/, "")
}

function writtenForm(token: string): string {
  const parts = token.normalize("NFD").toLowerCase()
  const tone = parts.match(TONES)?.join("") ?? ""
  return sameVowel(parts.replace(TONES, "").normalize("NFC")).replace(/^0+(?=\d)/, "") + tone
}

function sameVowel(syllable: string): string {
  return /^(?:[bcdđghklmnpqrstvx]+|qu)y$/.test(syllable) ? `${syllable.slice(0, -1)}i` : syllable
}
