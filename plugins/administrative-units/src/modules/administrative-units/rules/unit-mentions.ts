import type { AddressLine, Word } from "./address-words"
import type { NamedPlace, PlaceIndex } from "./place-index"
import { englishKindAt, kindAt, kindBefore, LEVELS, type KindRead, type KindWord, type Level } from "./unit-kinds"

/** A stretch of words that names places of one level. */
export type Mention = {
  level: Level
  /** Word indices, the kind included: [start, end). */
  start: number
  end: number
  /** The kind that is written there; null when only the name is. */
  kinds: readonly KindWord[] | null
  nameWords: number
  places: Fitting[]
  /** Whether it begins and ends where a part of an address does: at a comma, an end, a kind. */
  clearStart: boolean
  clearEnd: boolean
  /** "(cũ)" or "(mới)" stands behind it. */
  era: "current" | "old" | null
}

export type Fitting = NamedPlace & {
  /** 2: the very marks; 1: marks are missing; 0: other marks. */
  writing: 0 | 1 | 2
  /** The kind that is written is the place's own, or none is written. */
  kindFits: boolean
}

/** Words before a name that make it a street, a hamlet or a building, not a unit. */
const OTHER_THINGS = new Set(
  ("thon xom ban ap buon bon lang khu to khom khoi phum soc plei duong pho ngo ngach hem kiet so lo nha toa chung cu kdc ktt kcn doi duc cho cau truong chua " +
    "street road lane hamlet alley building").split(" "),
)

/** Every stretch of the line that can be the name of a unit. A name in digits or one letter needs its kind ("Phường 5"). */
export function findMentions(line: AddressLine, index: PlaceIndex): Mention[] {
  const { words } = line
  const mentions: Mention[] = []
  for (let start = 0; start < words.length; start += 1) {
    let key = ""
    for (let end = start + 1; end <= Math.min(words.length, start + index.longestName); end += 1) {
      const word = words[end - 1] as Word
      if (end - 1 > start && word.before === "break") break
      key += word.key
      const places = index.names.get(key)
      if (places) for (const level of ["commune", "district", "province"] as const) addMention(mentions, line, level, start, end, places)
    }
  }
  return mentions
}

function addMention(mentions: Mention[], line: AddressLine, level: Level, nameStart: number, nameEnd: number, named: readonly NamedPlace[]): void {
  const { words } = line
  const prefix = (words[nameStart] as Word).before === "break" ? null : kindBefore(words, nameStart)
  const suffix = prefix || words[nameEnd]?.before === "break" ? null : englishKindAt(words, nameEnd)
  const kind = prefix ?? suffix
  if (kind && !kind.kinds.some((word) => LEVELS[word].includes(level))) return
  const start = nameStart - (prefix?.length ?? 0)
  const joined = (words[start] as Word).before === "space" ? words[start - 1] : undefined
  if (joined && !prefix && OTHER_THINGS.has(joined.key)) return
  const key = words.slice(nameStart, nameEnd).map((word) => word.key).join("")
  if (!kind && (/^\d+$/.test(key) || key.length < 2)) return

  const places = named.filter((place) => place.level === level).map((place) => fitting(place, kind, line, nameStart, nameEnd))
  if (places.length === 0) return
  const { era, end } = eraBehind(words, nameEnd + (suffix?.length ?? 0))
  const next = words[end]
  mentions.push({
    level,
    start,
    end,
    kinds: kind?.kinds ?? null,
    nameWords: nameEnd - nameStart,
    places,
    clearStart: prefix !== null || (words[start] as Word).before !== "space",
    clearEnd: !next || next.before !== "space" || kindAt(words, end) !== null || suffix !== null,
    era,
  })
}

function fitting(place: NamedPlace, kind: KindRead | null, line: AddressLine, start: number, end: number): Fitting {
  return {
    ...place,
    writing: writingOf(place.written, line, line.words.slice(start, end)),
    kindFits: !kind || !place.kind || kind.kinds.includes(place.kind),
  }
}

function writingOf(written: string | null, line: AddressLine, words: readonly Word[]): 0 | 1 | 2 {
  const text = words.map((word) => word.written).join("")
  if (written === null || text === written) return 2
  if (!line.marked) return 2
  if (words.every((word) => word.written === word.key)) return 1
  // Every word that has marks must have the name's.
  let rest = written
  for (const word of words) {
    const plain = word.written === word.key
    const length = plain ? lengthOfKey(rest, word.key.length) : word.written.length
    if (!plain && !rest.startsWith(word.written)) return 0
    rest = rest.slice(length)
  }
  return 1
}

/** How much of a written form a folded word of that length covers, marks included. */
function lengthOfKey(written: string, letters: number): number {
  let seen = 0
  let at = 0
  while (at < written.length && (seen < letters || /\p{M}/u.test(written[at] ?? ""))) {
    if (!/\p{M}/u.test(written[at] ?? "")) seen += 1
    at += 1
  }
  return at
}

function eraBehind(words: readonly Word[], at: number): { era: Mention["era"]; end: number } {
  const word = words[at]
  const last = !words[at + 1] || words[at + 1]?.before !== "space"
  if (!word || !last) return { era: null, end: at }
  if (word.written === "cu\u0303" || word.written === "cu") return { era: "old", end: at + 1 }
  if (word.written === "mơi\u0301" || word.written === "moi") return { era: "current", end: at + 1 }
  return { era: null, end: at }
}
