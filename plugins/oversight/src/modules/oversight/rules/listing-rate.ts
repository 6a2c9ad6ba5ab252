/**
 * The OCOP listing rate: of the products whose recognition is valid today, how many are really on sale.
 * The unit is the recognised product: one with three listings counts once, an expired or revoked one
 * leaves both counts. Pure: facts in, counts out.
 */

/** What is known about one product of the OCOP register on one day. */
export interface RegisterFact {
  ocopProductId: string
  communeCode: string | null
  provinceCode: string
  /** Stars of the recognition valid on the day; null when none is. */
  stars: 3 | 4 | 5 | null
  listings: ListingFact[]
  /** Somebody saw it on sale on another platform within the time a check holds. */
  listedElsewhere: boolean
  /** True when the recognition was generated for the demonstration. */
  illustrative: boolean
}

export interface ListingFact {
  status: string
  priceVnd: number
  availableQuantity: number
}

export interface Rate {
  recognised: number
  listed: number
  /** Two decimals with a point, "91.79"; null when nothing is recognised, because 0 ÷ 0 is no rate. */
  ratePercent: string | null
  /** On sale on another platform, whether or not it is here as well. */
  listedElsewhere: number
  /** On sale here or elsewhere; one that is both counts once. */
  listedAnywhere: number
  anywherePercent: string | null
}

/** On sale: visible, with a price, and something left to buy. */
export function isActiveListing(listing: ListingFact): boolean {
  return listing.status === "published" && listing.priceVnd > 0 && listing.availableQuantity > 0
}

export function isRecognised(fact: RegisterFact): boolean {
  return fact.stars !== null
}

export function isListed(fact: RegisterFact): boolean {
  return isRecognised(fact) && fact.listings.some(isActiveListing)
}

/**
 * listed ÷ recognised in percent, half up to two decimals. Integer arithmetic, because
 * 100 * listed / recognised in floats can land on the wrong side of a half.
 * @throws RangeError unless 0 ≤ listed ≤ recognised, both integers
 */
export function ratePercent(listed: number, recognised: number): string | null {
  if (!Number.isInteger(listed) || !Number.isInteger(recognised) || listed < 0 || listed > recognised)
    throw new RangeError(`no rate of ${listed} in ${recognised}`)
  if (recognised === 0) return null
  const hundredths = Math.floor((2 * 10_000 * listed + recognised) / (2 * recognised))
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`
}

export function rateOf(facts: RegisterFact[]): Rate {
  const recognised = facts.filter(isRecognised).length
  const listed = facts.filter(isListed).length
  const elsewhere = facts.filter((fact) => isRecognised(fact) && fact.listedElsewhere)
  const listedAnywhere = listed + elsewhere.filter((fact) => !isListed(fact)).length
  return {
    recognised,
    listed,
    ratePercent: ratePercent(listed, recognised),
    listedElsewhere: elsewhere.length,
    listedAnywhere,
    anywherePercent: ratePercent(listedAnywhere, recognised),
  }
}

/** The facts split by a key, each part with its rate, in the order of the keys. Facts whose key is null are left out. */
export function ratesBy<K extends string | number>(facts: RegisterFact[], key: (fact: RegisterFact) => K | null): Map<K, Rate> {
  const groups = new Map<K, RegisterFact[]>()
  for (const fact of facts.filter(isRecognised)) {
    const value = key(fact)
    if (value === null) continue
    const group = groups.get(value)
    if (group) group.push(fact)
    else groups.set(value, [fact])
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, group]) => [value, rateOf(group)]))
}
