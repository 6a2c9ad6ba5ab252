import { randomInt } from "node:crypto"
import { beforeAll, describe, expect, test } from "vitest"
import { address, asOperator, cartWith, fetchGroup, placed, store, type TestListing } from "./support/checkout"
import { readRun, type Run } from "./support/people"
import { openShop, type TestShop } from "./support/shops"

type Part = { seller: { id: string }; lines: { total_vnd: number }[]; shipping_vnd: number; total_vnd: number }
type Preview = { sellers: Part[]; items_vnd: number; shipping_vnd: number; total_vnd: number }

const FIXED_OFF = 50_000

/** Vouchers of every kind over three shops with prices that divide badly: what is shown is what is ordered, to the đồng. */
describe("Σ parts = whole, with real promotions and taxes", () => {
  let run: Run
  const shops: TestShop[] = []
  const goods: TestListing[] = []
  const codes: Record<string, string> = {}
  const suffix = randomInt(1_000_000)

  async function promotion(name: string, application_method: object): Promise<void> {
    codes[name] = `${name}${suffix}`
    const made = await asOperator(run, "/promotions", { code: codes[name], type: "standard", status: "active", is_automatic: false, is_tax_inclusive: true, application_method: { currency_code: "vnd", ...application_method } })
    expect(made.status, JSON.stringify(made.body)).toBe(200)
  }

  beforeAll(async () => {
    run = readRun()
    for (const commune_code of ["05503", "05503", "05503"]) shops.push(await openShop(run, { province_code: "19", commune_code }))
    for (const [i, price_vnd] of [33_333, 70_001, 129_999].entries()) goods.push(await shops[i]!.sell({ stock: 200, net_weight_grams: 700 + 400 * i, price_vnd }))
    goods.push(await shops[0]!.sell({ stock: 200, net_weight_grams: 100, price_vnd: 17_777 }))

    const { tax_regions } = await operatorGet<{ tax_regions: { id: string }[] }>("/tax-regions?country_code=vn")
    for (const [listing, rate] of [[goods[1]!, 8], [goods[2]!, 5]] as const) {
      const made = await asOperator(run, "/tax-rates", { tax_region_id: tax_regions[0]!.id, name: `VAT ${rate} ${suffix}`, code: `VAT${rate}-${suffix}`, rate, is_default: false, rules: [{ reference: "product", reference_id: listing.id }] })
      expect(made.status, JSON.stringify(made.body)).toBe(200)
    }
    await promotion("PCT", { type: "percentage", target_type: "items", allocation: "each", max_quantity: 100, value: 7 })
    await promotion("ACROSS", { type: "fixed", target_type: "items", allocation: "across", value: FIXED_OFF })
    await promotion("ORDER", { type: "fixed", target_type: "order", value: 12_345 })
    await promotion("SHIP", { type: "percentage", target_type: "shipping_methods", allocation: "across", value: 33 })
  })

  async function operatorGet<T>(path: string): Promise<T> {
    const { adminToken } = await import("./support/people")
    const response = await fetch(`${run.backend}/admin${path}`, { headers: { authorization: `Bearer ${await adminToken(run)}` } })
    return (await response.json()) as T
  }

  const quantities = [3, 1, 7, 2]

  async function promotedCart(names: string[]): Promise<string> {
    const cart = await cartWith(run, goods.map((listing, i) => ({ listing, quantity: quantities[i]! })))
    expect((await store(run, `/carts/${cart}/delivery`, await address(run))).status).toBe(200)
    if (names.length > 0) {
      const applied = await store<{ cart: { promotions: { code: string }[] } }>(run, `/carts/${cart}/promotions`, { promo_codes: names.map((name) => codes[name]) })
      expect(applied.body.cart.promotions.map(({ code }) => code).sort()).toEqual(names.map((name) => codes[name]).sort())
    }
    return cart
  }

  test.each([[[]], [["PCT"]], [["ACROSS"]], [["ORDER"]], [["SHIP"]], [["PCT", "ACROSS", "SHIP"]], [["PCT", "ORDER", "SHIP"]]])("with %j the orders come to what was shown", async (names) => {
    const cart = await promotedCart(names)
    const { body: preview } = await store<Preview>(run, `/carts/${cart}/preview`)
    const whole = goods.reduce((sum, listing, i) => sum + listing.price_vnd * quantities[i]!, 0)
    expect(preview.sellers).toHaveLength(3)
    expect(preview.sellers.reduce((sum, part) => sum + part.total_vnd, 0)).toBe(preview.total_vnd)
    expect(preview.items_vnd + preview.shipping_vnd).toBe(preview.total_vnd)
    for (const part of preview.sellers) {
      expect(part.lines.reduce((sum, line) => sum + line.total_vnd, 0) + part.shipping_vnd).toBe(part.total_vnd)
      for (const amount of [part.total_vnd, part.shipping_vnd, ...part.lines.map((line) => line.total_vnd)]) expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true)
    }
    // A voucher takes off what it says, over all three shops together.
    if (names.length === 0) expect(preview.items_vnd).toBe(whole)
    if (names.length === 1 && names[0] === "ACROSS") expect(preview.items_vnd).toBe(whole - FIXED_OFF)
    if (names.length === 1 && names[0] === "PCT") expect(Math.abs(preview.items_vnd - whole * 0.93)).toBeLessThanOrEqual(0.5)

    const group = await fetchGroup(run, await placed(run, cart))
    expect(group.total_vnd).toBe(preview.total_vnd)
    for (const part of preview.sellers) {
      const order = group.orders.find(({ seller }) => seller.id === part.seller.id)!
      expect(order).toMatchObject({ total_vnd: part.total_vnd, shipping_vnd: part.shipping_vnd })
      expect(order.payment.amount_vnd).toBe(part.total_vnd)
      expect(order.items.reduce((sum, item) => sum + item.total_vnd, 0) + order.shipping_vnd).toBe(part.total_vnd)
    }
  })

  test("taxes asked for in the cart change no price that includes them", async () => {
    const cart = await promotedCart(["PCT", "SHIP"])
    const { body: before } = await store<Preview>(run, `/carts/${cart}/preview`)
    const taxed = await store<{ cart: { items: { tax_lines?: { rate: number }[] }[]; tax_total: number } }>(run, `/carts/${cart}/taxes`, {})
    expect(taxed.status).toBe(200)
    expect(taxed.body.cart.tax_total).toBeGreaterThan(0)
    const { body: after } = await store<Preview>(run, `/carts/${cart}/preview`)
    expect(after.sellers.reduce((sum, part) => sum + part.total_vnd, 0)).toBe(after.total_vnd)
    expect(Math.abs(after.total_vnd - before.total_vnd)).toBeLessThanOrEqual(1)
    const group = await fetchGroup(run, await placed(run, cart))
    expect(group.total_vnd).toBe(after.total_vnd)
    expect(group.orders.map((order) => order.total_vnd).sort()).toEqual(after.sellers.map((part) => part.total_vnd).sort())
  })
})
