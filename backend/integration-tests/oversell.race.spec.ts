import { beforeAll, describe, expect, test } from "vitest"
import { cartWith, fetchGroup, fetchListing, newListing, place, readyCart, store, type Placed } from "./support/checkout"
import { readRun, type Run } from "./support/people"

/** Real buyers over the real HTTP API. What counts is that the right number wins, not who. */
describe("nothing is sold twice", () => {
  let run: Run
  beforeAll(() => {
    run = readRun()
  })

  test("50 buyers at once for the last 10 pieces: exactly 10 orders", async () => {
    const listing = await newListing(run, 10)
    const carts = await inBatches(Array.from({ length: 50 }), 10, () => readyCart(run, [{ listing, quantity: 1 }]))
    const started = performance.now()
    const answers = await Promise.all(carts.map((cart) => place(run, cart)))
    console.info(`50 buyers, 10 pieces: ${Math.round(performance.now() - started)} ms for all answers`)

    const won = answers.filter((answer) => answer.status === 201)
    const lost = answers.filter((answer) => answer.status !== 201)
    expect(won).toHaveLength(10)
    for (const answer of lost) expect(answer).toMatchObject({ status: 409, body: { code: "checkout.out_of_stock", lines: [{ available_quantity: 0 }] } })
    expect(new Set(won.map((answer) => answer.body.order_group.id)).size).toBe(10)
    for (const { body } of won) expect((await fetchGroup(run, body.order_group)).orders).toHaveLength(1)
    expect((await fetchListing(run, listing.handle)).available_quantity).toBe(0)
  })

  test("two lines of the same item count together", async () => {
    const listing = await newListing(run, 3)
    const greedy = await readyCart(run, [
      { listing, quantity: 2 },
      { listing, quantity: 2, apart: "quà" },
    ])
    const refused = await place(run, greedy)
    expect(refused).toMatchObject({ status: 409, body: { code: "checkout.out_of_stock" } })
    expect(refused.body.lines).toHaveLength(2)
    expect((await fetchListing(run, listing.handle)).available_quantity).toBe(3)
  })

  test("20 buyers with two lines each for 11 pieces: 5 orders, one piece left", async () => {
    const listing = await newListing(run, 11)
    const lines = [
      { listing, quantity: 1 },
      { listing, quantity: 1, apart: "quà" },
    ]
    const carts = await inBatches(Array.from({ length: 20 }), 10, () => readyCart(run, lines))
    const answers = await Promise.all(carts.map((cart) => place(run, cart)))
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(5)
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(15)
    expect((await fetchListing(run, listing.handle)).available_quantity).toBe(1)
  })

  test("a cart pressed ten times at once becomes one order", async () => {
    const listing = await newListing(run, 10)
    const cart = await readyCart(run, [{ listing, quantity: 1 }])
    const answers = await Promise.all(Array.from({ length: 10 }, () => place(run, cart)))
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(9)
    const [first] = answers.map((answer) => answer.body.order_group as Placed)
    for (const answer of answers) expect(answer.body.order_group).toEqual(first)
    expect((await fetchListing(run, listing.handle)).available_quantity).toBe(9)
  })

  test("Medusa's own completion is closed, also in other spellings", async () => {
    const listing = await newListing(run, 5)
    const cart = await cartWith(run, [{ listing, quantity: 1 }])
    for (const path of [`/carts/${cart}/complete`, `/carts/${cart}/complete/`, `/carts/${cart}/COMPLETE`, "/payment-collections", "/payment-collections/pay_col_1/payment-sessions"]) {
      expect(await store(run, path, {})).toMatchObject({ status: 410, body: { code: "checkout.route_closed" } })
    }
    const hook = await fetch(`${run.backend}/hooks/payment/vietqr_cashless`, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" })
    expect(hook.status).toBe(410)
  })
})

async function inBatches<T, R>(items: T[], size: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let start = 0; start < items.length; start += size) results.push(...(await Promise.all(items.slice(start, start + size).map(work))))
  return results
}
