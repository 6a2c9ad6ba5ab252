import { foldedWords } from "@cho-phien/administrative-units"

type Right = { gi: { product: string } }

/**
 * Which of a producer's rights of use this listing is probably sold under: the first whose indication protects a
 * product with the same leading word ("Chè" for "Chè đinh Tân Cương"). Null when none fits. A proposal: the operator decides.
 */
export function suggestRight<R extends Right>(rights: R[], title: string): R | null {
  const words = new Set(foldedWords(title))
  return rights.find(({ gi }) => words.has(foldedWords(gi.product)[0] ?? "")) ?? null
}
