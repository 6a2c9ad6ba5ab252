/**
 * Shares a whole amount out by weights with the largest remainder: every part is within one đồng of its exact share,
 * and the parts sum to the amount. With `amountVnd` ≤ Σ weights no part exceeds its weight. Equal remainders: the first.
 */
export function allocate(amountVnd: number, weights: number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (!Number.isSafeInteger(amountVnd) || amountVnd < 0 || weights.some((weight) => weight < 0)) throw new RangeError("Only whole amounts that are not negative can be shared out")
  if (whole === 0n) {
    if (amountVnd === 0) return weights.map(() => 0)
    throw new RangeError("There is nothing to share an amount out by")
  }
  const exact = weights.map((weight) => BigInt(amountVnd) * BigInt(weight))
  const parts = exact.map((share) => Number(share / whole))
  let left = amountVnd - parts.reduce((sum, part) => sum + part, 0)
  const byRemainder = exact.map((share, index) => ({ index, remainder: share % whole })).sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  for (const { index } of byRemainder) {
    if (left === 0) break
    parts[index]! += 1
    left -= 1
  }
  return parts
}

/** `rateBps` hundredths of a percent of an amount, half a đồng rounded up. */
export function shareOf(amountVnd: number, rateBps: number): number {
  return Number((BigInt(amountVnd) * BigInt(rateBps) + 5_000n) / 10_000n)
}
