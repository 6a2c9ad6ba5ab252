import { randomInt } from "node:crypto"
import { beforeAll, describe, expect, test } from "vitest"
import { cartWith, fetchGroup, listingOfAnotherSeller, place, placed, store, type TestListing } from "./support/checkout"
import { readRun, type Run } from "./support/people"
import { openShop, type TestShop } from "./support/shops"

type Delivery = { deliverable: true; zone: string; fee_vnd: number; days: { min: number; max: number }; missing_for_free_vnd: number | null } | { deliverable: false; reason: string; ships_within: string }
type Part = { seller: { id: string }; lines: { id: string }[]; shipping_vnd: number | null; total_vnd: number; delivery: Delivery | null }
type Preview = { sellers: Part[]; items_vnd: number; shipping_vnd: number | null; total_vnd: number; destination: { commune_name: string } | null; address: object | null; code?: string }

/** The shop stands in Tân Cương, Thái Nguyên. */
const OWN = { province_code: "19", commune_code: "05503" }
const SAME_PROVINCE = { province_code: "19", commune_code: "05710" }
const SAME_REGION = { province_code: "20", commune_code: "" }
const HANOI = { province_code: "01", commune_code: "00004" }

const TARIFF = {
  ships_within: "nationwide",
  zones: {
    commune: { base_vnd: 10_000, per_kg_vnd: 1_000 },
    province: { base_vnd: 20_000, per_kg_vnd: 2_000 },
    region: { base_vnd: 30_000, per_kg_vnd: 3_000 },
    nationwide: { base_vnd: 40_000, per_kg_vnd: 4_000 },
  },
  free_from_vnd: null,
  handling_days: 2,
  fresh_within: "province",
  max_parcel_grams: 10_000,
}

let run: Run
let shop: TestShop
let tea: TestListing

beforeAll(async () => {
  run = readRun()
  shop = await openShop(run, OWN)
  tea = await shop.sell({ stock: 500, net_weight_grams: 800, price_vnd: 100_000 })
  for (const place of [SAME_PROVINCE, SAME_REGION]) {
    const { body } = await store<{ units: { code: string }[] }>(run, `/administrative-units/communes?province=${place.province_code}`)
    place.commune_code = body.units.find(({ code }) => code !== OWN.commune_code)!.code
  }
})

const tariff = (change: object = {}) => shop.call("/shipping", { ...TARIFF, ...change })
const goTo = (cart: string, destination: { province_code: string; commune_code: string }) => store<Preview>(run, `/carts/${cart}/destination`, destination)
const preview = async (cart: string) => (await store<Preview>(run, `/carts/${cart}/preview`)).body
const deliver = (cart: string, destination: object) =>
  store<Preview>(run, `/carts/${cart}/delivery`, { name: "Người mua thử", phone: "0912 345 678", street: "Số 1", ...destination })

describe("the shop's own tariff", () => {
  test("a shop that has set nothing sends at the house's tariff, and its own replaces it until it is taken back", async () => {
    const before = await shop.call<{ own: boolean; tariff: { zones: object } }>("/shipping")
    expect(before).toMatchObject({ status: 200, body: { own: false } })
    const saved = await tariff()
    expect(saved).toMatchObject({ status: 200, body: { own: true, tariff: TARIFF } })
    const examples = (saved.body as unknown as { examples: { place: string; quote: Delivery }[] }).examples
    expect(examples.map(({ quote }) => quote.deliverable && quote.fee_vnd)).toEqual([11_000, 22_000, 44_000, 44_000, 44_000])
    expect(await shop.call("/shipping/reset", {})).toMatchObject({ status: 200, body: { own: false, tariff: before.body.tariff } })
    await tariff()
  })

  test("thinking aloud saves nothing", async () => {
    const answer = await shop.call<{ examples: { quote: Delivery }[] }>("/shipping/preview", { ...TARIFF, ships_within: "province" })
    expect(answer.body.examples.map(({ quote }) => quote.deliverable)).toEqual([true, true, false, false, false])
    expect(await shop.call("/shipping")).toMatchObject({ body: { tariff: { ships_within: "nationwide" } } })
  })

  test.each([
    [{ ships_within: "world" }, "ships_within"],
    [{ handling_days: -1 }, "handling_days"],
    [{ free_from_vnd: 1.5 }, "free_from_vnd"],
    [{ max_parcel_grams: 10 }, "max_parcel_grams"],
    [{ zones: { ...TARIFF.zones, region: { base_vnd: -5, per_kg_vnd: 0 } } }, "zones.region.base_vnd"],
    [{ seller_id: "sel_other" }, "seller_id"],
  ])("%j is refused at its field", async (change, field) => {
    expect(await tariff(change)).toMatchObject({ status: 400, body: { fields: { [field]: expect.any(String) } } })
  })

  test("without a shop's token there is nothing to read or set", async () => {
    for (const path of ["/shipping", "/shipping/preview", "/shipping/reset"]) expect((await fetch(`${run.backend}/seller${path}`, { method: "POST" })).status).toBe(401)
    expect((await fetch(`${run.backend}/admin/shipping-tariff`)).status).toBe(401)
  })
})

describe("what the cart says before an address is typed", () => {
  test("nothing of shipping while it knows no place; then each shop's fee by zone and weight, and the days", async () => {
    const cart = await cartWith(run, [{ listing: tea, quantity: 2 }])
    expect(await preview(cart)).toMatchObject({ shipping_vnd: null, destination: null, sellers: [{ delivery: null }] })
    for (const [destination, zone, fee] of [[OWN, "commune", 11_000], [SAME_PROVINCE, "province", 22_000], [SAME_REGION, "region", 33_000], [HANOI, "nationwide", 44_000]] as const) {
      const { status, body } = await goTo(cart, destination)
      expect(status).toBe(200)
      expect(body).toMatchObject({ shipping_vnd: fee, total_vnd: 200_000 + fee, address: null, sellers: [{ shipping_vnd: fee, delivery: { deliverable: true, zone, fee_vnd: fee } }] })
      expect(await preview(cart)).toEqual(body)
    }
    // One more: 2.4 kg are three kilograms begun. Medusa reprices the method by itself.
    const line = (await preview(cart)).sellers[0]!.lines[0]!.id
    expect((await store(run, `/carts/${cart}/line-items/${line}`, { quantity: 3 })).status).toBe(200)
    expect(await preview(cart)).toMatchObject({ shipping_vnd: 48_000, sellers: [{ delivery: { fee_vnd: 48_000, days: { min: expect.any(Number), max: expect.any(Number) } } }] })
  })

  test("free from a value on: the cart says what is missing, and a đồng of goods more makes it free", async () => {
    await tariff({ free_from_vnd: 300_000 })
    const cart = await cartWith(run, [{ listing: tea, quantity: 2 }])
    expect((await goTo(cart, HANOI)).body).toMatchObject({ shipping_vnd: 44_000, sellers: [{ delivery: { missing_for_free_vnd: 100_000 } }] })
    await store(run, `/carts/${cart}/line-items`, { variant_id: tea.variant_id, quantity: 1 })
    expect(await preview(cart)).toMatchObject({ shipping_vnd: 0, total_vnd: 300_000, sellers: [{ shipping_vnd: 0, delivery: { fee_vnd: 0, missing_for_free_vnd: null } }] })
    await tariff()
  })

  test("a shop that doesn't send there says so, the other's shipping stands; placement names it, and works without its goods", async () => {
    await tariff({ ships_within: "province" })
    const other = await listingOfAnotherSeller(run, shop.id)
    const cart = await cartWith(run, [{ listing: tea, quantity: 1 }, { listing: other, quantity: 1 }])
    const { body } = await deliver(cart, HANOI)
    const [mine, theirs] = [body.sellers.find(({ seller }) => seller.id === shop.id)!, body.sellers.find(({ seller }) => seller.id !== shop.id)!]
    expect(mine).toMatchObject({ shipping_vnd: null, delivery: { deliverable: false, reason: "too_far", ships_within: "province" } })
    expect(theirs).toMatchObject({ shipping_vnd: expect.any(Number), delivery: { deliverable: true } })
    expect(body).toMatchObject({ shipping_vnd: null, address: { street: "Số 1" } })

    const refused = await place(run, cart)
    expect(refused).toMatchObject({ status: 409, body: { code: "checkout.cannot_ship", sellers: [{ id: shop.id, name: shop.name, reason: "too_far" }] } })
    expect((refused.body as unknown as { message: string }).message).toContain(shop.name)

    await fetch(`${run.backend}/store/carts/${cart}/line-items/${mine.lines[0]!.id}`, { method: "DELETE", headers: { "x-publishable-api-key": run.publishable_key } })
    const group = await fetchGroup(run, await placed(run, cart))
    expect(group.total_vnd).toBe(theirs.total_vnd)
    await tariff()
  })

  test("what is fresh goes less far, and a parcel can be too heavy; each is said for what it is", async () => {
    const greens = await shop.sell({ stock: 50, net_weight_grams: 500, price_vnd: 40_000, perishable: true })
    const fresh = await cartWith(run, [{ listing: greens, quantity: 1 }])
    expect((await goTo(fresh, HANOI)).body).toMatchObject({ sellers: [{ delivery: { deliverable: false, reason: "perishable_too_far", ships_within: "province" } }] })
    expect((await goTo(fresh, SAME_PROVINCE)).body).toMatchObject({ shipping_vnd: 20_000 })
    expect((await shop.call(`/listings/${greens.id}`, { perishable: false })).status).toBe(200)
    expect((await goTo(fresh, HANOI)).body).toMatchObject({ shipping_vnd: 40_000 })

    const heavy = await cartWith(run, [{ listing: tea, quantity: 13 }])
    expect((await goTo(heavy, HANOI)).body).toMatchObject({ sellers: [{ shipping_vnd: null, delivery: { deliverable: false, reason: "too_heavy" } }] })
    await deliver(heavy, HANOI)
    expect(await place(run, heavy)).toMatchObject({ status: 409, body: { code: "checkout.cannot_ship", sellers: [{ reason: "too_heavy" }] } })
  })

  test("a place that does not exist, an empty cart and one that was ordered are refused in words", async () => {
    const cart = await cartWith(run, [{ listing: tea, quantity: 1 }])
    expect(await goTo(cart, { province_code: "01", commune_code: "05503" })).toMatchObject({ status: 400, body: { code: "checkout.unknown_commune" } })
    expect(await goTo(cart, { province_code: "", commune_code: "x" })).toMatchObject({ status: 400, body: { fields: { province_code: expect.any(String), commune_code: expect.any(String) } } })
    expect(await goTo(await cartWith(run, []), HANOI)).toMatchObject({ status: 409, body: { code: "checkout.cart_empty" } })
    await deliver(cart, HANOI)
    await placed(run, cart)
    expect(await goTo(cart, HANOI)).toMatchObject({ status: 409, body: { code: "checkout.cart_completed" } })
  })

  test("naming the same commune again keeps the address that was typed", async () => {
    const cart = await cartWith(run, [{ listing: tea, quantity: 1 }])
    await deliver(cart, HANOI)
    expect((await goTo(cart, HANOI)).body).toMatchObject({ address: { street: "Số 1" } })
    expect((await goTo(cart, OWN)).body).toMatchObject({ address: null, destination: { commune_name: expect.stringContaining("Tân Cương") } })
  })
})

describe("a fee that changes under the buyer", () => {
  test("placement refuses once with the new preview, then places at what was shown", async () => {
    const cart = await cartWith(run, [{ listing: tea, quantity: 1 }])
    expect((await deliver(cart, HANOI)).body).toMatchObject({ shipping_vnd: 40_000 })
    await tariff({ zones: { ...TARIFF.zones, nationwide: { base_vnd: 55_000, per_kg_vnd: 0 } } })
    const refused = await place(run, cart)
    expect(refused).toMatchObject({ status: 409, body: { code: "checkout.shipping_changed", preview: { shipping_vnd: 55_000, total_vnd: 155_000 } } })
    expect(await preview(cart)).toMatchObject({ shipping_vnd: 55_000 })
    const group = await fetchGroup(run, await placed(run, cart))
    expect(group.orders[0]).toMatchObject({ shipping_vnd: 55_000, total_vnd: 155_000 })
    await tariff()
  })

  test("a shop's goods added after the place was named get their shipping before they are placed", async () => {
    const other = await listingOfAnotherSeller(run, shop.id)
    const cart = await cartWith(run, [{ listing: other, quantity: 1 }])
    await deliver(cart, HANOI)
    await store(run, `/carts/${cart}/line-items`, { variant_id: tea.variant_id, quantity: 1 })
    expect(await preview(cart)).toMatchObject({ shipping_vnd: null })
    expect(await place(run, cart)).toMatchObject({ status: 409, body: { code: "checkout.shipping_changed", preview: { shipping_vnd: expect.any(Number) } } })
    const seen = await preview(cart)
    expect(await fetchGroup(run, await placed(run, cart))).toMatchObject({ total_vnd: seen.total_vnd })
  })

  test("nobody picks a cheaper method by going round the checkout", async () => {
    const cart = await cartWith(run, [{ listing: tea, quantity: 1 }])
    await deliver(cart, HANOI)
    const { body } = await store<{ shipping_options: { id: string }[] }>(run, `/shipping-options?cart_id=${cart}`)
    for (const { id } of body.shipping_options) await store(run, `/carts/${cart}/shipping-methods`, { option_id: id, data: { amount: randomInt(10) } })
    expect(await preview(cart)).toMatchObject({ shipping_vnd: 40_000 })
    expect(await fetchGroup(run, await placed(run, cart))).toMatchObject({ total_vnd: 140_000 })
  })
})
