import type { SearchTypes } from "@medusajs/framework/types"
import { correctWord } from "../../rules/correct-word"
import { sql, type Sql } from "./sql"
import { correctedQuery, exactQuery, prefixQuery, queryWords, wholeWordQuery } from "./text-vectors"

/** Which documents a text matches, and how well: two pieces of SQL over `folded_document`. */
export type Match = { condition: Sql; score: Sql }

export const matchAll: Match = { condition: sql("true"), score: sql("0::float8") }
const matchNothing: Match = { condition: sql("false"), score: sql("0::float8") }

/**
 * What was typed as it was typed. Words with the very marks that were typed count most, then
 * whole words over beginnings, then how important the texts are and how near the words stand.
 */
export function matchTyped(q: string): Match {
  const words = queryWords(q)
  if (words.length === 0) return matchNothing
  const exact = exactQuery(q)
  return ranked(prefixQuery(words), [
    ...(exact ? [sql("case when exact @@ ?::tsquery then 4 else 0 end", exact)] : []),
    sql("case when folded @@ ?::tsquery then 2 else 0 end", wholeWordQuery(words)),
  ])
}

/** What was probably meant, given the words the index knows; null when nothing is near. */
export function matchCorrected(q: string, vocabulary: ReadonlyMap<string, number>): Match | null {
  const typed = queryWords(q)
  const words = typed.map((word, index) => {
    const known = vocabulary.has(word)
    const begun = !known && index === typed.length - 1 && beginsAWord(word, vocabulary)
    return { word, begun, corrections: known || begun ? null : correctWord(word, vocabulary) }
  })
  if (words.every(({ corrections }) => corrections === null)) return null
  const query = correctedQuery(words)
  return query ? ranked(query, []) : null
}

function beginsAWord(word: string, vocabulary: ReadonlyMap<string, number>): boolean {
  for (const known of vocabulary.keys()) if (known.startsWith(word)) return true
  return false
}

function ranked(query: string, boosts: Sql[]): Match {
  // Normalisation 32 keeps the rank below 1, so that it only orders within a class.
  const rank = sql("ts_rank_cd(folded, ?::tsquery, 32)", query)
  const parts = [...boosts, rank]
  return {
    condition: sql("folded @@ ?::tsquery", query),
    score: { text: `(${parts.map(({ text }) => text).join(" + ")})::float8`, params: parts.flatMap(({ params }) => params) },
  }
}

/** `order by`, from the query's wishes; the id makes pages stable. */
export function orderBy(order: SearchTypes.SearchPagination["order"], definition: Pick<SearchTypes.ResolvedSearchIndexDefinition, "fields">): Sql {
  const wishes = Object.entries(order ?? { _score: "DESC" })
  const pieces = wishes.map(([name, direction]): Sql => {
    const way = direction === "ASC" ? "asc" : "desc"
    if (name === "_score") return sql(`score ${way}`)
    const type = definition.fields[name]?.type
    const cast = type === "integer" || type === "float" ? "::float8" : type === "boolean" ? "::boolean" : ""
    return sql(`(fields ->> ?)${cast} ${way} nulls last`, name)
  })
  return { text: [...pieces.map(({ text }) => text), "id"].join(", "), params: pieces.flatMap(({ params }) => params) }
}
