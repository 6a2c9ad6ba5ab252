/** Medusa's arithmetic leaves noise far below this; a real half đồng is far above. */
const NOISE = 1e-6

/**
 * Amounts that belong together in whole đồng: their sum is the rounded sum of the exact ones (half up), and each is its
 * exact one cut off or cut off plus one; those with the largest remainder get the plus, the first on a tie.
 */
export function roundTogether(exact: number[]): number[] {
  const parts = exact.map((amount) => Math.floor(amount + NOISE))
  const sum = Math.floor(exact.reduce((total, amount) => total + amount, 0) + 0.5 + NOISE)
  let left = sum - parts.reduce((total, part) => total + part, 0)
  const byRemainder = exact.map((amount, index) => ({ index, remainder: amount - parts[index]! })).sort((a, b) => (Math.abs(a.remainder - b.remainder) < NOISE ? a.index - b.index : b.remainder - a.remainder))
  for (const { index } of byRemainder) {
    if (left <= 0) break
    parts[index]! += 1
    left -= 1
  }
  return parts
}
