import { provinceOfOld, type PlaceIndex } from "./place-index"
import type { Fitting, Mention } from "./unit-mentions"

export type AddressCandidate = {
  commune: string
  /** The old commune through which the line leads there; null when it is named as it is today. */
  old_commune: string | null
}

/** One way to understand the line: which words are the commune, the old district and the province. */
export type Reading = {
  commune: Mention | null
  district: Mention | null
  province: Mention | null
  /** What the commune can be; without a commune, what the district became. */
  candidates: AddressCandidate[]
  /** Where the words lead as an old address, when the reading takes the commune for one of today. */
  ifOld: AddressCandidate[]
  districtCode: string | null
  /** Today's province of the words for the province, and its old name's code when that is no name of today. */
  provinceCode: string | null
  formerProvince: string | null
  /** The commune does not stand clear, or is written with another kind or other marks. */
  weak: boolean
  score: number
}

/** No address names more places of a level; readings grow with its cube and are compared pair by pair, so the bound keeps hostile lines cheap. */
const MOST_MENTIONS = 8

/** All ways to understand the line whose parts agree with each other, the best first. */
export function readings(mentions: readonly Mention[], wordCount: number, index: PlaceIndex): Reading[] {
  const level = (wanted: Mention["level"]) => [null, ...mentions.filter((m) => m.level === wanted).slice(-MOST_MENTIONS)]
  const found: Reading[] = []
  for (const province of level("province"))
    for (const district of level("district")) {
      if (overlap(province, district)) continue
      for (const commune of level("commune")) {
        if (overlap(commune, province) || overlap(commune, district)) continue
        const reading = readingOf({ commune, district, province }, wordCount, index)
        if (reading) found.push(reading)
      }
    }
  return found.filter((reading) => !found.some((other) => swallows(other, reading))).sort((a, b) => b.score - a.score)
}

/** "Phường 1 Bảo Lộc" without a comma is the ward of that name, not Phường 1 of old Bảo Lộc. */
function swallows(whole: Reading, split: Reading): boolean {
  if (!whole.commune || whole.weak || !split.commune || !split.district || whole.province !== split.province) return false
  return [split.commune, split.district].every((part) => (whole.commune?.start ?? 0) <= part.start && part.end <= (whole.commune?.end ?? 0))
}

type Parts = Pick<Reading, "commune" | "district" | "province">

function readingOf(parts: Parts, wordCount: number, index: PlaceIndex): Reading | null {
  const { commune, district, province } = parts
  const chosen = [commune, district, province].filter((part) => part !== null)
  if (chosen.length === 0) return null
  const forwards = inOrder(chosen)
  if (!forwards && !inOrder([...chosen].reverse())) return null
  const starts = (part: Mention) => part.clearStart || chosen.some((other) => other.end === part.start)
  const ends = (part: Mention) => part.clearEnd || chosen.some((other) => other.start === part.end)
  if (district && !(starts(district) && ends(district))) return null
  if (province && !(ends(province) && (starts(province) || province.end === wordCount))) return null
  if (commune && !starts(commune) && !ends(commune)) return null
  // A bare name with neither a comma nor a unit beside it is any word.
  if (commune && !commune.kinds && !(starts(commune) && ends(commune)) && !chosen.some((other) => other.start === commune.end)) return null

  const places = province ? bestWritten(province.places) : null
  const districts = district ? keepBest(district.places).filter((place) => districtIn(place, places, index)) : null
  if (districts?.length === 0) return null
  const context = { provinces: places, districts }
  const meant = commune ? communesOf(commune, context, index) : placesWithout(context, index)
  if (!meant) return null

  const isToday = places?.some((place) => place.era === "current") ?? true
  const today = places?.find((place) => place.era === "current")
  const former = places && !isToday ? (places[0]?.code ?? null) : null
  return {
    ...parts,
    ...meant,
    districtCode: districts?.length === 1 ? (districts[0]?.code ?? null) : null,
    provinceCode: today?.code ?? (former ? provinceOfOld(index, former) : null),
    formerProvince: former,
    weak: commune !== null && (meant.weak || !starts(commune) || !ends(commune) || (!commune.kinds && !district && !province)),
    score: chosen.reduce((sum, part) => sum + worth(part, starts(part), ends(part), chosen.length === 1), forwards ? 1 : 0),
  }
}

/** Longer names, kinds and clear edges weigh most; of the levels a bare name can mean, the province comes first. */
function worth(part: Mention, starts: boolean, ends: boolean, alone: boolean): number {
  const writing = Math.max(...part.places.map((place) => place.writing))
  const level = part.level === "province" ? 2 : part.level === "commune" && !(alone && !part.kinds) ? 1 : 0
  const kind = part.kinds === null ? 0 : part.places.some((place) => place.kindFits) ? 4 : 1
  return part.nameWords * 3 + kind + (starts ? 2 : 0) + (ends ? 2 : 0) + writing + level
}

type Context = { provinces: Fitting[] | null; districts: Fitting[] | null }
type Meant = Pick<Reading, "candidates" | "ifOld" | "weak">

function communesOf(mention: Mention, context: Context, index: PlaceIndex): Meant | null {
  const agreeing = mention.places.flatMap((place) => {
    if (mention.era && place.era !== mention.era) return []
    const successors = place.era === "current" ? currentIn(place.code, context, index) : successorsIn(place.code, context, index)
    return successors.length > 0 ? [{ place, successors }] : []
  })
  const kept = keepBestOf(agreeing, ({ place }) => place)
  if (kept.length === 0) return null
  const weak = kept.every(({ place }) => !place.kindFits || place.writing === 0)
  const candidatesOf = (era: "current" | "old") =>
    kept
      .filter(({ place }) => place.era === era)
      .flatMap(({ place, successors }) => successors.map((commune) => ({ commune, old_commune: era === "old" ? place.code : null })))
  const today = candidatesOf("current")
  const old = candidatesOf("old")
  const writtenForToday = !context.districts && context.provinces?.some((place) => place.era === "current")
  if (today.length > 0 && writtenForToday) return { candidates: today, ifOld: old, weak }
  return { candidates: [...today, ...old], ifOld: [], weak }
}

/** Without a commune: what the old district became, or nothing yet for a province alone. Null when they contradict. */
function placesWithout({ provinces, districts }: Context, index: PlaceIndex): Meant | null {
  if (!districts) return { candidates: [], ifOld: [], weak: false }
  const communes = districts.flatMap((place) => [...(index.oldDistricts.get(place.code)?.communes ?? [])])
  const inside = [...new Set(communes)].filter((code) => !provinces || provinces.some((place) => liesIn(code, place, index)))
  return inside.length === 0 ? null : { candidates: inside.map((commune) => ({ commune, old_commune: null })), ifOld: [], weak: false }
}

function currentIn(code: string, { provinces, districts }: Context, index: PlaceIndex): string[] {
  const commune = index.communes.get(code)
  if (!commune) return []
  if (districts && !districts.some((place) => commune.oldDistricts.has(place.code))) return []
  return !provinces || provinces.some((place) => liesIn(code, place, index)) ? [code] : []
}

/** The successors of an old commune, if it agrees: by its own district and province, or by the province it is in now. */
function successorsIn(code: string, { provinces, districts }: Context, index: PlaceIndex): string[] {
  const commune = index.oldCommunes.get(code)
  if (!commune) return []
  if (districts && !districts.some((place) => place.code === commune.district)) return []
  if (!provinces || provinces.some((place) => place.era === "old" && place.code === commune.province)) return commune.successors
  return commune.successors.filter((successor) => provinces.some((place) => place.era === "current" && liesIn(successor, place, index)))
}

function liesIn(communeCode: string, province: Fitting, index: PlaceIndex): boolean {
  const commune = index.communes.get(communeCode)
  if (!commune) return false
  return province.era === "current" ? commune.province === province.code : commune.oldProvinces.has(province.code)
}

function districtIn(place: Fitting, provinces: Fitting[] | null, index: PlaceIndex): boolean {
  const district = index.oldDistricts.get(place.code)
  if (!district) return false
  if (!provinces) return true
  return provinces.some((province) =>
    province.era === "old"
      ? province.code === district.province
      : [...district.communes].some((code) => liesIn(code, province, index)),
  )
}

/** A province keeps its name when it changes its kind, as Đồng Nai did, so only the marks count. */
function bestWritten(places: readonly Fitting[]): Fitting[] {
  const most = Math.max(...places.map((place) => place.writing))
  return places.filter((place) => place.writing === most)
}

const keepBest = (places: readonly Fitting[]): Fitting[] => keepBestOf(places, (place) => place)

/** Keeps what is written just so, in kind and marks; if nothing is, what fits in one of the two; if nothing does, all. */
function keepBestOf<T>(items: readonly T[], placeOf: (item: T) => Fitting): T[] {
  const most = Math.max(...items.map((item) => placeOf(item).writing))
  const wellWritten = (item: T) => placeOf(item).writing === most && most > 0
  const both = items.filter((item) => wellWritten(item) && placeOf(item).kindFits)
  if (both.length > 0) return both
  const either = items.filter((item) => wellWritten(item) || placeOf(item).kindFits)
  return either.length > 0 ? either : [...items]
}

function inOrder(parts: readonly Mention[]): boolean {
  return parts.every((part, i) => i === 0 || (parts[i - 1] as Mention).end <= part.start)
}

function overlap(a: Mention | null, b: Mention | null): boolean {
  return a !== null && b !== null && a.start < b.end && b.start < a.end
}
