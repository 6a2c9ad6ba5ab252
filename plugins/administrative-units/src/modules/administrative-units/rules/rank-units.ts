import { bareName } from "./unit-name"

export type RankedUnit = { code: string; name: string; full_name: string; kind: string }

/**
 * How well a unit answers a search, smaller is better: the very name, then names that begin with it,
 * then the rest; provinces before communes; a name written with the same tone marks before its look-alikes.
 */
export function unitRank(unit: RankedUnit, query: string): number {
  const asked = bareName(query)
  const name = bareName(unit.name)
  const closeness = name === asked ? 0 : name.startsWith(asked) ? 1 : asked.startsWith(`${name} `) ? 2 : 3
  const level = unit.code.length === 2 ? 0 : 1
  const written = unit.full_name.normalize("NFC").toLowerCase().includes(query.normalize("NFC").trim().toLowerCase()) ? 0 : 1
  return closeness * 4 + level * 2 + written
}
