import { expect, test } from "vitest"
import { pricePerUnit } from "./price-per-unit"

const pack = (netWeightGrams: number | null, netVolumeMl: number | null = null) => ({ netWeightGrams, netVolumeMl })

test.each([
  [150_000, pack(200), { amount_vnd: 750_000, per: "kg" }],
  [100_000, pack(300), { amount_vnd: 333_333, per: "kg" }],
  [90_000, pack(5000), { amount_vnd: 18_000, per: "kg" }],
  [120_000, pack(null, 750), { amount_vnd: 160_000, per: "l" }],
  [120_000, pack(500, 750), { amount_vnd: 240_000, per: "kg" }],
  [120_000, pack(1000), null],
  [120_000, pack(null), null],
  [120_000, pack(0, 0), null],
])("%i for %o", (priceVnd, measure, expected) => expect(pricePerUnit(priceVnd, measure)).toEqual(expected))
