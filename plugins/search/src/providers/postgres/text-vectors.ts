import { foldedWords } from "@cho-phien/administrative-units"
import { telexWords } from "../../rules/telex-words"
import { weightClasses, type ProjectedDocument, type WeightClass } from "../project-document"

// Limits of Postgres: positions end at 16383; a lexeme may not exceed 2 kB.
const maxPosition = 16_000
const maxWordLength = 60
const gapBetweenTexts = 20

export const maxQueryWords = 12

/**
 * A tsvector literal of all texts of a document, words split by us and not by Postgres'
 * parser, so that index and query agree on what a word is and no stop word is dropped
 * (unaccented English lists eat mè, sò and to).
 */
export function toTsvector(texts: ProjectedDocument["texts"], wordsOf: (text: string) => string[]): string {
  const positions = new Map<string, string[]>()
  let position = 1
  for (const weight of weightClasses) {
    for (const text of texts[weight]) {
      for (const word of wordsOf(text)) {
        if (position > maxPosition || word.length > maxWordLength) continue
        const places = positions.get(word) ?? []
        // 256 places of one word are all Postgres keeps.
        if (places.length < 255) places.push(`${position}${marker(weight)}`)
        positions.set(word, places)
        position += 1
      }
      position += gapBetweenTexts
    }
  }
  return [...positions].map(([word, places]) => `'${word}':${places.join(",")}`).join(" ")
}

const marker = (weight: WeightClass) => (weight === "D" ? "" : weight)

export const foldedVector = (texts: ProjectedDocument["texts"]) => toTsvector(texts, foldedWords)
export const exactVector = (texts: ProjectedDocument["texts"]) => toTsvector(texts, telexWords)

/** The words of what somebody typed, folded; at most twelve, repeated words once. */
export function queryWords(q: string): string[] {
  return [...new Set(foldedWords(q))].filter((word) => word.length <= maxWordLength).slice(0, maxQueryWords)
}

/** Every word must occur; the last may go on, for it is perhaps still being typed. */
export function prefixQuery(words: string[]): string {
  return words.map((word, index) => `'${word}'${index === words.length - 1 ? ":*" : ""}`).join(" & ")
}

export function wholeWordQuery(words: string[]): string {
  return words.map((word) => `'${word}'`).join(" & ")
}

/** The same with a choice of corrections for words nobody uses; null when a word has none. */
export function correctedQuery(words: { word: string; begun?: boolean; corrections: string[][] | null }[]): string | null {
  const parts = words.map(({ word, begun, corrections }) => {
    if (corrections === null) return `'${word}'${begun ? ":*" : ""}`
    if (corrections.length === 0) return null
    return `(${corrections.map((together) => `(${wholeWordQuery(together)})`).join(" | ")})`
  })
  return parts.includes(null) ? null : parts.join(" & ")
}

/** The words of the query that carry marks, in Telex, for ranking exact matches first; null when none does. */
export function exactQuery(q: string): string | null {
  const folded = new Set(foldedWords(q))
  const marked = [...new Set(telexWords(q))].filter((word) => !folded.has(word) && word.length <= maxWordLength)
  return marked.length === 0 ? null : wholeWordQuery(marked.slice(0, maxQueryWords))
}
