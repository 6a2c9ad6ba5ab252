import type { AddressLine } from "./address-words"
import type { Mention } from "./unit-mentions"

/** A number of five or six digits behind these is a house or a plot, not a postcode. */
const NUMBERED = new Set(["so", "nha", "lo", "can", "phong", "thua", "no"])
const POSTCODE_LABELS = new Set(["zip", "zipcode", "postcode", "postal"])

/** Indices of the words that are no address: the country, a postcode and its label. */
export function trailingJunk({ words }: AddressLine): Set<number> {
  const junk = new Set<number>()
  words.forEach((word, i) => {
    const isNumber = /^\d{5,6}$/.test(word.key)
    if (isNumber && i > 0 && !NUMBERED.has(words[i - 1]?.key ?? "")) junk.add(i)
    if (POSTCODE_LABELS.has(word.key)) junk.add(i)
  })
  let end = words.length
  while (end > 0 && junk.has(end - 1)) end -= 1
  const last = words[end - 1]?.key
  if (end > 1 && (last === "vietnam" || last === "vn")) junk.add(end - 1)
  if (end > 2 && last === "nam" && words[end - 2]?.key === "viet" && words[end - 2]?.before !== "space") {
    junk.add(end - 1).add(end - 2)
  }
  return junk
}

/** What is left of the line when units, phone, postcode and country are taken out, with its own marks and commas. */
export function restOfLine(line: AddressLine, used: AddressLine, units: readonly (Mention | null)[]): string {
  const kept = new Set(used.words)
  const cut: [number, number][] = [...line.junk]
  for (const word of line.words) if (!kept.has(word)) cut.push([word.start, word.end])
  for (const unit of units) {
    const first = unit && used.words[unit.start]
    const last = unit && used.words[unit.end - 1]
    if (first && last) cut.push([first.start, last.end])
  }
  cut.sort((a, b) => a[0] - b[0])
  let at = 0
  const parts: string[] = []
  for (const [from, to] of cut) {
    if (from > at) parts.push(line.text.slice(at, from))
    at = Math.max(at, to)
  }
  parts.push(line.text.slice(at))
  return parts.map(tidy).filter(Boolean).join(", ")
}

function tidy(part: string): string {
  return part
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/(?:\s*[,;|]\s*)+/g, ", ")
    .replace(/\(\s*\)|\[\s*\]/g, "")
    .replace(/^[\s,;.:|/–—)\]-]+|[\s,;.:|/–—([-]+$/g, "")
    .trim()
}
