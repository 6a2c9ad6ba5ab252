import { foldedWords } from "@cho-phien/administrative-units"

export type ListingFacts = { title: string; seller_name: string; commune_code: string | null }

export type RegisterFacts = { name: string; producer_name: string | null; commune_code: string | null }

/** Words for the kind of a producer, folded: they tell nothing about which one it is. */
const KIND_PHRASES = [
  "hop tac xa",
  "to hop tac",
  "ho kinh doanh",
  "ho san xuat",
  "doanh nghiep tu nhan",
  "cong ty",
  "co phan",
  "co so",
  "san xuat",
  "trach nhiem huu han",
  "mot thanh vien",
  "nong nghiep",
  "dich vu",
  "thuong mai",
]
const KIND_WORDS = new Set(["htx", "tht", "hkd", "tnhh", "mtv", "cp", "dntn", "va"])

/** Below this a proposal is noise. */
export const LEAST_SCORE = 0.45

/**
 * How likely a listing is the registered product, 0 to 1: the names, the producers and the commune.
 * A proposal for the operator to decide on, never a link by itself.
 */
export function matchScore(listing: ListingFacts, product: RegisterFacts): number {
  const title = similarity(foldedWords(listing.title), foldedWords(product.name))
  const producer = product.producer_name
    ? similarity(producerWords(listing.seller_name), producerWords(product.producer_name))
    : 0
  const commune = listing.commune_code !== null && listing.commune_code === product.commune_code ? 1 : 0
  return Math.round((0.55 * title + 0.35 * producer + 0.1 * commune) * 1000) / 1000
}

/**
 * Whether a listing's title holds the whole name of the registered product. Producer and commune alone reach
 * {@link LEAST_SCORE}, so a shop that speaks for itself is asked for the name too: its other teas are not this one.
 */
export function carriesName(title: string, name: string): boolean {
  const words = new Set(foldedWords(title))
  const named = foldedWords(name)
  return named.length > 0 && named.every((word) => words.has(word))
}

/** The words that tell one producer from another: "HTX chè Hảo Đạt" → ["che", "hao", "dat"]. */
export function producerWords(name: string): string[] {
  let text = ` ${foldedWords(name).join(" ")} `
  for (const phrase of KIND_PHRASES) text = text.replaceAll(` ${phrase} `, " ")
  const words = text.split(" ").filter((word) => word && !KIND_WORDS.has(word))
  return words.length > 0 ? words : foldedWords(name)
}

/** Dice's coefficient on words, order ignored, so that "Chè Đinh Tân Cương 200g" stays close to "Chè Đinh Tân Cương". */
function similarity(a: string[], b: string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const left = new Set(a)
  const right = new Set(b)
  let common = 0
  for (const word of left) if (right.has(word)) common += 1
  return (2 * common) / (left.size + right.size)
}
