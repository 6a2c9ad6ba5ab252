import fc from "fast-check"
import { expect, test } from "vitest"
import { economicRegion } from "./economic-region"
import { parcelOf } from "./parcel"
import { feeFor, quoteShipping, SHIP_SCOPES, zoneBetween, type ShippingPlace, type ShippingTariff } from "./shipping-quote"

const PROVINCES = ["01", "04", "08", "11", "12", "14", "15", "19", "20", "22", "24", "25", "31", "33", "37", "38", "40", "42", "44", "46", "48", "51", "52", "56", "66", "68", "75", "79", "80", "82", "86", "91", "92", "96"]
const TRANSIT = { commune: { min: 0, max: 1 }, province: { min: 1, max: 2 }, region: { min: 2, max: 3 }, nationwide: { min: 3, max: 6 } }

const scope = fc.constantFrom(...SHIP_SCOPES)
const fee = fc.record({ base_vnd: fc.integer({ min: 0, max: 500_000 }), per_kg_vnd: fc.integer({ min: 0, max: 100_000 }) })
const tariff: fc.Arbitrary<ShippingTariff> = fc.record({
  ships_within: scope,
  zones: fc.record({ commune: fee, province: fee, region: fee, nationwide: fee }),
  free_from_vnd: fc.option(fc.integer({ min: 0, max: 5_000_000 })),
  handling_days: fc.integer({ min: 0, max: 30 }),
  fresh_within: scope,
  max_parcel_grams: fc.option(fc.integer({ min: 1_000, max: 100_000 })),
})
const place: fc.Arbitrary<ShippingPlace> = fc.record({ province_code: fc.constantFrom(...PROVINCES), commune_code: fc.constantFrom("00001", "00002") })
const parcel = fc.record({ grams: fc.integer({ min: 0, max: 200_000 }), goodsVnd: fc.integer({ min: 0, max: 10_000_000 }), perishable: fc.boolean() })

test("every province of today lies in one of six regions, and no other code does", () => {
  expect(PROVINCES.every((code) => economicRegion(code) !== null)).toBe(true)
  expect(new Set(PROVINCES.map(economicRegion)).size).toBe(6)
  expect(economicRegion("02")).toBeNull()
})

test.each([
  ["19", "05503", "19", "05503", "commune"],
  ["19", "05503", "19", "05497", "province"],
  ["19", "05503", "25", "08000", "region"],
  ["19", "05503", "01", "00004", "nationwide"],
  ["99", "00001", "98", "00001", "nationwide"],
] as const)("from %s/%s to %s/%s is %s", (from, fromCommune, to, toCommune, zone) => {
  const origin = { province_code: from, commune_code: fromCommune }
  const destination = { province_code: to, commune_code: toCommune }
  expect(zoneBetween(origin, destination)).toBe(zone)
  expect(zoneBetween(destination, origin)).toBe(zone)
})

test.each([
  [0, 20_000],
  [1, 20_000],
  [1_000, 20_000],
  [1_001, 25_000],
  [2_000, 25_000],
  [12_300, 80_000],
])("%i g cost %i đồng at 20.000 and 5.000 a kilogram", (grams, vnd) => {
  expect(feeFor({ base_vnd: 20_000, per_kg_vnd: 5_000 }, grams)).toBe(vnd)
})

test("a fee is whole, never negative, never falls with the weight, and is nothing exactly from the free value on", () => {
  fc.assert(
    fc.property(tariff, place, place, parcel, fc.integer({ min: 0, max: 50_000 }), (t, from, to, p, more) => {
      const quote = quoteShipping(t, TRANSIT, from, to, p)
      if (!quote.deliverable) return
      expect(Number.isSafeInteger(quote.fee_vnd)).toBe(true)
      expect(quote.fee_vnd).toBeGreaterThanOrEqual(0)
      expect(quote.days.min).toBeLessThanOrEqual(quote.days.max)
      const free = t.free_from_vnd !== null && p.goodsVnd >= t.free_from_vnd
      expect(quote.fee_vnd).toBe(free ? 0 : feeFor(t.zones[quote.zone], p.grams))
      const heavier = quoteShipping({ ...t, max_parcel_grams: null }, TRANSIT, from, to, { ...p, grams: p.grams + more })
      expect(heavier.deliverable && heavier.fee_vnd >= quote.fee_vnd).toBe(true)
    }),
  )
})

test("what is missing for free shipping, put in the cart, makes it free; a đồng less does not", () => {
  fc.assert(
    fc.property(tariff, place, place, parcel, (t, from, to, p) => {
      const quote = quoteShipping(t, TRANSIT, from, to, p)
      if (!quote.deliverable || quote.missing_for_free_vnd === null) return
      const withMore = (vnd: number) => quoteShipping(t, TRANSIT, from, to, { ...p, goodsVnd: p.goodsVnd + vnd })
      expect(withMore(quote.missing_for_free_vnd)).toMatchObject({ fee_vnd: 0, missing_for_free_vnd: null })
      expect(withMore(quote.missing_for_free_vnd - 1)).toMatchObject({ fee_vnd: quote.fee_vnd, missing_for_free_vnd: 1 })
    }),
  )
})

test("a wider scope never takes a place away, a narrower one never adds one", () => {
  fc.assert(
    fc.property(tariff, place, place, parcel, scope, (t, from, to, p, other) => {
      const [narrow, wide] = [t.ships_within, other].sort((a, b) => SHIP_SCOPES.indexOf(a) - SHIP_SCOPES.indexOf(b)) as [typeof other, typeof other]
      const reaches = (ships_within: typeof other) => quoteShipping({ ...t, ships_within }, TRANSIT, from, to, p).deliverable
      expect(!reaches(narrow) || reaches(wide)).toBe(true)
    }),
  )
})

test("each refusal says why: too far, too far for what is fresh, too heavy", () => {
  const zones = { commune: { base_vnd: 1, per_kg_vnd: 1 }, province: { base_vnd: 2, per_kg_vnd: 1 }, region: { base_vnd: 3, per_kg_vnd: 1 }, nationwide: { base_vnd: 4, per_kg_vnd: 1 } }
  const base: ShippingTariff = { ships_within: "region", zones, free_from_vnd: null, handling_days: 1, fresh_within: "province", max_parcel_grams: 20_000 }
  const origin = { province_code: "19", commune_code: "05503" }
  const to = (province_code: string, p: { grams?: number; perishable?: boolean } = {}) =>
    quoteShipping(base, TRANSIT, origin, { province_code, commune_code: "00004" }, { grams: p.grams ?? 500, goodsVnd: 0, perishable: p.perishable ?? false })
  expect(to("79")).toMatchObject({ deliverable: false, reason: "too_far", ships_within: "region" })
  expect(to("25")).toMatchObject({ deliverable: true, zone: "region", fee_vnd: 3, days: { min: 3, max: 4 } })
  expect(to("25", { perishable: true })).toMatchObject({ deliverable: false, reason: "perishable_too_far", ships_within: "province" })
  expect(to("19", { perishable: true })).toMatchObject({ deliverable: true })
  expect(to("19", { grams: 20_001 })).toMatchObject({ deliverable: false, reason: "too_heavy", max_parcel_grams: 20_000 })
  expect(to("19", { grams: 20_000 })).toMatchObject({ deliverable: true })
})

test("a parcel is the weight of all pieces, by volume where there is no weight, and perishable as soon as one thing is", () => {
  const line = { quantity: 1, unitPriceVnd: 10_000, netWeightGrams: null, netVolumeMl: null, perishable: false }
  expect(parcelOf([])).toEqual({ grams: 0, goodsVnd: 0, perishable: false })
  expect(
    parcelOf([
      { ...line, quantity: 3, netWeightGrams: 200, netVolumeMl: 999 },
      { ...line, quantity: 2, netVolumeMl: 500 },
      { ...line, perishable: true },
    ]),
  ).toEqual({ grams: 600 + 1_000 + 1_000, goodsVnd: 60_000, perishable: true })
})
