import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { isListed, rateOf, ratePercent, ratesBy, type RegisterFact } from "./listing-rate"

const onSale = { status: "published", priceVnd: 150_000, availableQuantity: 3 }
const fact = (over: Partial<RegisterFact> = {}): RegisterFact => ({
  ocopProductId: "ocop_1",
  communeCode: "05503",
  provinceCode: "19",
  stars: 4,
  listings: [],
  listedElsewhere: false,
  illustrative: false,
  ...over,
})

describe("what counts as listed", () => {
  test.each([
    ["one listing on sale", [onSale], true],
    ["two listings of the same product", [onSale, onSale], true],
    ["waiting for approval", [{ ...onSale, status: "proposed" }], false],
    ["sold out", [{ ...onSale, availableQuantity: 0 }], false],
    ["without a price", [{ ...onSale, priceVnd: 0 }], false],
    ["no listing", [], false],
  ])("%s → %s", (_, listings, expected) => expect(isListed(fact({ listings }))).toBe(expected))

  test("a product whose recognition has ended leaves both counts", () => {
    expect(rateOf([fact({ stars: null, listings: [onSale] }), fact()])).toMatchObject({ recognised: 1, listed: 0, ratePercent: "0.00" })
  })

  test("a product with several listings counts once", () => {
    expect(rateOf([fact({ listings: [onSale, onSale, onSale] }), fact()]).listed).toBe(1)
  })
})

describe("on sale elsewhere", () => {
  test("has a figure of its own and leaves the rate of this fair as it was", () => {
    const facts = [fact({ listings: [onSale] }), fact({ listings: [onSale], listedElsewhere: true }), fact({ listedElsewhere: true }), fact(), fact({ stars: null, listedElsewhere: true })]
    expect(rateOf(facts)).toEqual({ recognised: 4, listed: 2, ratePercent: "50.00", listedElsewhere: 2, listedAnywhere: 3, anywherePercent: "75.00" })
  })

  test("anywhere is never less than either and never more than both", () => {
    const any = fc.record({ stars: fc.constantFrom(null, 3 as const, 5 as const), listedElsewhere: fc.boolean(), listings: fc.constantFrom<RegisterFact["listings"]>([], [onSale], [{ ...onSale, priceVnd: 0 }]) })
    fc.assert(
      fc.property(fc.array(any), (overs) => {
        const { recognised, listed, listedElsewhere, listedAnywhere } = rateOf(overs.map(fact))
        expect(listedAnywhere).toBeGreaterThanOrEqual(Math.max(listed, listedElsewhere))
        expect(listedAnywhere).toBeLessThanOrEqual(Math.min(recognised, listed + listedElsewhere))
      }),
    )
  })
})

describe("the percentage", () => {
  test("two decimals, rounded half up", () => expect(ratePercent(257, 280)).toBe("91.79"))
  test("nothing recognised is no rate", () => expect(ratePercent(0, 0)).toBeNull())
  test.each([[-1, 3], [4, 3], [0.5, 1]])("refuses %s of %s", (listed, recognised) =>
    expect(() => ratePercent(listed, recognised)).toThrow(RangeError))

  test("agrees with exact arithmetic to half a hundredth, everywhere", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.nat(), (recognised, seed) => {
        const listed = seed % (recognised + 1)
        const text = ratePercent(listed, recognised) ?? ""
        expect(text).toMatch(/^\d{1,3}\.\d{2}$/)
        expect(Math.abs(Number(text) * recognised - 100 * listed)).toBeLessThanOrEqual(0.005 * recognised + 1e-6)
      }),
    ))
})

test("the parts add up to the whole", () =>
  fc.assert(
    fc.property(
      fc.array(fc.record({ commune: fc.constantFrom("05503", "05488", "05455"), stars: fc.constantFrom(3, 4, 5, null), listed: fc.boolean() })),
      (rows) => {
        const facts = rows.map((row) => fact({ communeCode: row.commune, stars: row.stars as RegisterFact["stars"], listings: row.listed ? [onSale] : [] }))
        const whole = rateOf(facts)
        for (const parts of [ratesBy(facts, (f) => f.communeCode), ratesBy(facts, (f) => f.stars)]) {
          expect([...parts.values()].reduce((sum, part) => sum + part.listed, 0)).toBe(whole.listed)
          expect([...parts.values()].reduce((sum, part) => sum + part.recognised, 0)).toBe(whole.recognised)
        }
      },
    ),
  ))
