import { beforeAll, describe, expect, test } from "vitest"
import { address, fetchListing, newListing, place, readyCart, type Placed, type TestListing } from "./support/checkout"
import { cloneCart, houseDatabase } from "./support/clone-carts"
import { readRun, type Run } from "./support/people"
import { openShop } from "./support/shops"

const BUYERS = 100

/** A hundred buyers press at the same moment. Who wins is chance; how many, and that everybody is answered, is not. */
describe("a hundred buyers at once", () => {
  let run: Run
  beforeAll(() => {
    run = readRun()
  })

  test("for 10 pieces: exactly 10 orders, and everybody else hears that it is sold out", async () => {
    const listing = await newListing(run, 10)
    const carts = await cloneCart(await readyCart(run, [{ listing, quantity: 1 }]), BUYERS)
    const answers = await Promise.all(carts.map((cart) => place(run, cart)))
    expect(countBy(answers.map(({ status }) => status))).toEqual({ 201: 10, 409: BUYERS - 10 })
    for (const { body } of answers.filter(({ status }) => status === 409)) expect(body).toMatchObject({ code: "checkout.out_of_stock" })
    expect((await fetchListing(run, listing.handle)).available_quantity).toBe(0)
    expect(await reserved([listing])).toEqual([10])
  })

  test("with crossed carts over several shops: no deadlock, no fault, and not a piece too many", async () => {
    const { province_code, commune_code } = await address(run)
    const shops = await Promise.all([1, 2].map(() => openShop(run, { province_code: province_code!, commune_code: commune_code! })))
    const STOCK = 40
    const offer = { stock: STOCK, price_vnd: 90_000, net_weight_grams: 100 }
    const a = await newListing(run, STOCK)
    const b = await shops[0]!.sell(offer)
    const c = await shops[1]!.sell(offer)
    // Two lines of one good in one cart, and every pair in both orders: locks taken in the order of the lines would cross.
    const shapes = [[a, b], [b, a], [b, c], [c, b], [c, a], [a, c], [a, b, c], [c, b, a], [a, a, b], [b, c, c]]
    const carts: { id: string; wants: TestListing[] }[] = []
    for (const wants of shapes) {
      const cart = await readyCart(run, wants.map((listing, index) => ({ listing, quantity: 1, apart: String(index) })))
      for (const id of await cloneCart(cart, BUYERS / shapes.length)) carts.push({ id, wants })
    }
    const mixed = carts.map((_, index) => carts[(index * 37) % carts.length]!)
    const answers = await Promise.all(mixed.map((cart) => place(run, cart.id)))

    const statuses = countBy(answers.map(({ status }) => status))
    expect(Object.keys(statuses).sort()).toEqual(["201", "409"])
    for (const { body } of answers.filter(({ status }) => status === 409)) expect(body).toMatchObject({ code: "checkout.out_of_stock" })
    const sold = [a, b, c].map((listing) => mixed.reduce((sum, cart, index) => sum + (answers[index]!.status === 201 ? cart.wants.filter((one) => one === listing).length : 0), 0))
    expect(await reserved([a, b, c])).toEqual(sold)
    for (const count of sold) expect(count).toBeLessThanOrEqual(STOCK)
    // Whoever was refused asked for something of which too little was left.
    const left = sold.map((count) => STOCK - count)
    expect(Math.min(...left)).toBe(0)
    const groups = answers.flatMap(({ status, body }) => (status === 201 ? [(body.order_group as Placed).id] : []))
    expect(new Set(groups).size).toBe(groups.length)
  })
})

function countBy(values: number[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

/** What the stock levels of some listings say is held, and that living reservations say the same. */
async function reserved(listings: TestListing[]): Promise<number[]> {
  const client = await houseDatabase()
  try {
    const { rows } = await client.query<{ variant_id: string; level: number; reservations: number }>(
      `select v.variant_id, sum(l.reserved_quantity)::int as level,
         (select coalesce(sum(r.quantity), 0)::int from reservation_item r where r.inventory_item_id = v.inventory_item_id and r.deleted_at is null) as reservations
       from product_variant_inventory_item v join inventory_level l on l.inventory_item_id = v.inventory_item_id and l.deleted_at is null
       where v.variant_id = any($1) and v.deleted_at is null group by v.variant_id, v.inventory_item_id`,
      [listings.map((listing) => listing.variant_id)],
    )
    return listings.map((listing) => {
      const row = rows.find((one) => one.variant_id === listing.variant_id)
      expect(row?.reservations).toBe(row?.level)
      return row?.level ?? -1
    })
  } finally {
    await client.end()
  }
}
