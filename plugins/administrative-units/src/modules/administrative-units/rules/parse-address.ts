import { readAddressLine, type AddressLine } from "./address-words"
import { readings, type AddressCandidate, type Reading } from "./address-readings"
import { restOfLine, trailingJunk } from "./address-rest"
import type { PlaceIndex } from "./place-index"
import { findMentions, type Mention } from "./unit-mentions"

/**
 * How sure the answer is.
 * `exact`: the line names one commune of today, and everything else it names agrees.
 * `resolved`: it names a commune or province of before 1 July 2025, all of which is now in one commune.
 * `ambiguous`: one of the candidates, which one a person must say (also when there is only one, but the line contradicts it).
 * `partial`: a province or an old district is clear, the commune is not.
 * `none`: no unit of the country is named.
 */
export type AddressConfidence = "exact" | "resolved" | "ambiguous" | "partial" | "none"

export type AddressReading = {
  confidence: AddressConfidence
  /** Code of the commune; only with `exact` and `resolved`. */
  commune: string | null
  /** Code of the province of today, when it is the same whatever the commune is. */
  province: string | null
  /** Codes of what the line named by its name before 1 July 2025. */
  old: { commune: string | null; district: string | null; province: string | null }
  /** For `ambiguous` all it can be; for `partial` what an old district became. */
  candidates: AddressCandidate[]
  /** With `exact`: where the same words would lead as an address of before 1 July 2025, if elsewhere. */
  if_old: AddressCandidate[]
  /** House, hamlet, street: the line without units, phone, postcode and country. */
  rest: string
  phone: string | null
}

/**
 * Reads an address line as people write it, today's or that of before 1 July 2025: with or without commas and marks,
 * abbreviated, in either order, with a phone number or a postcode in it. Never throws and never guesses in silence:
 * `exact` and `resolved` need a commune that stands clear in the line and that all named units agree on.
 */
export function parseAddress(input: string, index: PlaceIndex): AddressReading {
  const line = readAddressLine(input)
  const junk = trailingJunk(line)
  const used: AddressLine = { ...line, words: line.words.filter((_word, i) => !junk.has(i)) }
  const mentions = findMentions(used, index)
  const [best, ...others] = readings(mentions, used.words.length, index)
  const nothing: AddressReading = {
    confidence: "none",
    commune: null,
    province: null,
    old: { commune: null, district: null, province: null },
    candidates: [],
    if_old: [],
    rest: restOfLine(line, used, []),
    phone: line.phone,
  }
  if (!best) return nothing
  const rest = restOfLine(line, used, [best.commune, best.district, best.province])
  return { ...nothing, rest, ...verdict(best, others, mentions, index) }
}

function verdict(best: Reading, others: readonly Reading[], mentions: readonly Mention[], index: PlaceIndex): Partial<AddressReading> {
  const rivals = others.filter((other) => rivalsBest(other, best))
  const all = unique([best, ...rivals].flatMap((reading) => reading.candidates))
  const communes = new Set(all.map((candidate) => candidate.commune))
  const provinces = new Set(all.map((candidate) => index.communes.get(candidate.commune)?.province))
  const old = {
    commune: best.commune ? (soleOld(best)?.old_commune ?? null) : null,
    district: best.district?.places.length === 1 ? (best.district.places[0]?.code ?? null) : best.districtCode,
    province: best.formerProvince,
  }
  const province = provinces.size === 1 ? ([...provinces][0] ?? null) : best.provinceCode
  if (!best.commune) {
    // A province alone says nothing of communes; an old district says which it may be.
    return { confidence: "partial", province, old, candidates: best.district ? all : [] }
  }
  const doubtful = best.weak || rivals.length > 0 || communes.size !== 1 || mentions.some((mention) => contradicts(mention, best))
  if (doubtful) return { confidence: "ambiguous", province, old, candidates: all }
  const [commune = null] = communes
  const named = best.candidates.some((candidate) => candidate.old_commune === null) && !best.formerProvince
  return {
    confidence: named ? "exact" : "resolved",
    commune,
    province,
    old: named ? { ...old, commune: null } : old,
    candidates: [],
    if_old: named ? best.ifOld.filter((candidate) => candidate.commune !== commune) : [],
  }
}

/** Another reading that is as good, or that reads the very words of a bare commune as an old district. */
function rivalsBest(other: Reading, best: Reading): boolean {
  if (other.score === best.score) return !sameCandidates(other, best)
  const { commune } = best
  if (!commune || commune.kinds || best.district || other.commune || !other.district || other.province !== best.province) return false
  return other.district.start === commune.start && other.district.end === commune.end
}

/** A unit that is named with its kind, or stands alone between commas, and that the reading leaves unexplained. */
function contradicts(mention: Mention, best: Reading): boolean {
  const parts = [best.commune, best.district, best.province].filter((part) => part !== null)
  if (parts.some((part) => mention.start < part.end && part.start < mention.end)) return false
  if (!mention.clearStart || !mention.clearEnd) return false
  const before = parts.every((part) => mention.end <= part.start)
  // In front of all units a bare name is a street or a hamlet.
  return mention.kinds !== null || !before
}

function soleOld(reading: Reading) {
  const olds = new Set(reading.candidates.map((candidate) => candidate.old_commune))
  return olds.size === 1 ? reading.candidates[0] : undefined
}

function sameCandidates(a: Reading, b: Reading): boolean {
  const codes = (reading: Reading) => [...new Set(reading.candidates.map((c) => c.commune))].sort().join()
  return codes(a) === codes(b) && (a.commune === null) === (b.commune === null)
}

function unique(candidates: readonly AddressCandidate[]): AddressCandidate[] {
  const byKey = new Map(candidates.map((candidate) => [`${candidate.commune} ${candidate.old_commune ?? ""}`, candidate]))
  // A commune that is named as it is today needs no old name beside it.
  const today = new Set(candidates.filter((c) => c.old_commune === null).map((c) => c.commune))
  return [...byKey.values()].filter((c) => c.old_commune === null || !today.has(c.commune))
}
