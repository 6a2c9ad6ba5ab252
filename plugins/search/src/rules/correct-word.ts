const maxSuggestions = 3

/** How many letters may be wrong: Vietnamese syllables are so short that two-letter words allow none. */
function allowedTypos(word: string): number {
  if (word.length < 3 || /\d/.test(word)) return 0
  return word.length < 7 ? 1 : 2
}

/**
 * What a word that no document has was probably meant to be: the nearest words of the
 * vocabulary (word → number of documents with it), nearer before more frequent, at most three;
 * or two words written together. Each alternative is a list of words that all must occur.
 * Empty when nothing is near.
 */
export function correctWord(word: string, vocabulary: ReadonlyMap<string, number>): string[][] {
  const typos = allowedTypos(word)
  if (typos === 0) return []
  const near: { word: string; distance: number; documents: number }[] = []
  for (const [known, documents] of vocabulary) {
    if (Math.abs(known.length - word.length) > typos) continue
    const distance = editDistance(word, known, typos)
    if (distance <= typos) near.push({ word: known, distance, documents })
  }
  near.sort((a, b) => a.distance - b.distance || b.documents - a.documents || (a.word < b.word ? -1 : 1))
  const closest = near[0]?.distance
  const suggestions = near.filter(({ distance }) => distance === closest).slice(0, maxSuggestions).map((candidate) => [candidate.word])
  return suggestions.length > 0 ? suggestions : splitWord(word, vocabulary)
}

/** "tancuong" → [["tan", "cuong"]] when both halves are known. */
function splitWord(word: string, vocabulary: ReadonlyMap<string, number>): string[][] {
  const splits: string[][] = []
  for (let at = 2; at <= word.length - 2; at += 1) {
    const halves = [word.slice(0, at), word.slice(at)]
    if (halves.every((half) => vocabulary.has(half))) splits.push(halves)
  }
  return splits.slice(0, maxSuggestions)
}

/**
 * Optimal string alignment distance (a swap of neighbours counts as one typo),
 * or `limit + 1` as soon as it must exceed `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      let best = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same)
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1)
      }
      current.push(best)
    }
    if (Math.min(...current) > limit) return limit + 1
    beforeLast = last
    last = current
  }
  return last[b.length] ?? limit + 1
}
