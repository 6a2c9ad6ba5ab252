import { createHash } from "node:crypto"

/** A number in [0, 1) that depends on the key alone, so that every seeding gives the same demonstration. */
export function fraction(key: string): number {
  return createHash("sha256").update(key).digest().readUInt32BE(0) / 2 ** 32
}

/** An integer in [from, to] in whole steps from `from`. */
export function between(key: string, from: number, to: number, step = 1): number {
  return from + step * Math.floor(fraction(key) * (Math.floor((to - from) / step) + 1))
}

/** One of the values. @throws RangeError when there is none */
export function pick<T>(values: readonly T[], key: string): T {
  const value = values[Math.floor(fraction(key) * values.length)]
  if (value === undefined) throw new RangeError("nothing to pick from")
  return value
}
