import { randomInt, randomUUID } from "node:crypto"
import type pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { asSeller, fetchGroup, listingOfAnotherSeller, newListing, place, readyCart, store, transfer, type Placed, type TestListing, type TestRail } from "./support/checkout"
import { cloneCart, houseDatabase } from "./support/clone-carts"
import { readRun, type Run } from "./support/people"
import { faultsOf, type Given } from "./support/storm-audit"
import { atGateway, startVnpay } from "./support/vnpay"

/** Everything that can happen to a checkout, at once and in any order; then the money and the stock are counted. */
const CHECKOUTS = 24
const AT_ONCE = 4
/** Jobs of a minute, VNPay's questions and answers. */
const REST_MS = 240_000

let run: Run
let database: pg.Client
let listing: TestListing
let carts: string[]

type Storm = { group: Placed; given: Given; log: string[] }
const storms: Storm[] = []

beforeAll(async () => {
  run = readRun()
  database = await houseDatabase()
  listing = await newListing(run, 3 * CHECKOUTS)
  const theirs = await listingOfAnotherSeller(run, listing.seller.id)
  const two = await readyCart(run, [{ listing, quantity: 3 }, { listing: theirs, quantity: 1 }])
  const one = await readyCart(run, [{ listing, quantity: 3 }])
  const shared = Math.min(CHECKOUTS / 2, Math.floor(theirs.available_quantity / 2))
  carts = [...(await cloneCart(two, shared)), ...(await cloneCart(one, CHECKOUTS - shared))]
})
afterAll(() => database?.end())

const pick = <T>(choices: T[]): T => choices[randomInt(choices.length)]!
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function storm(cart: string): Promise<void> {
  const { status, body } = await place(run, cart, pick<TestRail>(["vietqr", "vietqr", "vnpay", "vnpay", "cod"]))
  expect(status, JSON.stringify(body)).toBe(201)
  const one: Storm = { group: body.order_group, given: { bankReferences: [], txnRefs: [] }, log: [] }
  storms.push(one)
  const shown = await fetchGroup(run, one.group)
  const mine = shown.orders.find(({ seller }) => seller.id === listing.seller.id)!
  const [line] = mine.items as unknown as { id: string }[]

  /** What is refused is refused in words; nothing breaks. */
  const asked = async (what: string, answer: Promise<{ status: number; body: unknown }>) => {
    const { status: said, body: words } = await answer
    one.log.push(`${what} ${said} ${(words as { code?: string }).code ?? ""}`)
    expect(said, `${what}: ${JSON.stringify(words)}`).toBeLessThan(500)
  }
  const buyer = (path: string, wish: object) => store(run, `/order-groups/${one.group.id}/${path}`, { access_token: one.group.access_token, ...wish })
  const seller = (path: string, wish: object = {}) => asSeller(run, `/orders/${mine.id}/${path}`, wish)

  const payByQr = async (view: typeof shown) => {
    const codes = view.orders.flatMap(({ payment }) => payment.vietqr ?? [])
    if (codes.length === 0) return
    const { payload, amount_vnd } = pick(codes)
    const reference_code = `FT${randomUUID().replaceAll("-", "").slice(0, 16)}`
    const amountVnd = amount_vnd + pick([0, 0, 0, 1_000, -1_000])
    one.given.bankReferences.push(reference_code)
    const { deliveries } = await transfer(run, { payload, amount_vnd: amountVnd, reference_code, aggregators: pick(["sepay", "sepay,casso"]) })
    one.log.push(`QR ${amountVnd} ${JSON.stringify(deliveries.map(({ body: told }) => told.reason))}`)
    expect(deliveries.every((told) => told.status === 200)).toBe(true)
  }
  const payByVnpay = async () => {
    // Refused where the orders are not on VNPay just now.
    const attempt = await startVnpay(run, one.group).catch((error: Error) => {
      if (!/VNPay attempt: 4\d\d/.test(error.message)) throw error
      return null
    })
    if (!attempt) return
    one.given.txnRefs.push(attempt.txnRef)
    await atGateway(run, attempt, "success", pick(["before", "after", "twice", "late", "out_of_order", "never"]))
    one.log.push(`VNPay ${attempt.txnRef}`)
  }
  const acts: [weight: number, act: () => Promise<void>][] = [
    [6, async () => payByQr(await fetchGroup(run, one.group))],
    [4, () => payByQr(shown)],
    [7, payByVnpay],
    [8, () => asked("rail", buyer("rail", { rail: pick<TestRail>(["vietqr", "vietqr", "vnpay", "vnpay", "cod"]) }))],
    [3, () => asked("cancel", buyer("cancel", { reason: "other", ...(randomInt(3) > 0 && { order_id: pick(shown.orders).id }) }))],
    [4, () => asked("take out", seller("cancel-items", { lines: [{ id: line!.id, quantity: 1 + randomInt(2) }], reason: pick(["out_of_stock", "other"]) }))],
    [1, () => asked("call off", seller("cancel", { reason: "other" }))],
    [3, () => asked("ship", seller("ship"))],
    [2, () => asked("at the door", seller(pick(["cash-collected", "refused-at-door", "confirm"])))],
    [1, async () => void (await database.query("update payment_intent set expires_at = now() - interval '1 hour' where status <> 'succeeded' and id in (select intent_id from seller_payment where order_group_id = $1)", [one.group.id]))],
  ]
  const all = acts.flatMap(([weight, act]) => Array.from({ length: weight }, () => act))
  const within = pick([50, 400, 1_500])
  await Promise.all(Array.from({ length: 4 + randomInt(6) }, () => sleep(randomInt(within)).then(pick(all))))
}

test("payments, changes of rail, cancels, lines taken out, parcels and ends of time, all at once: every đồng is somewhere, once, and so is every piece", async () => {
  const waiting = [...carts]
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let cart = waiting.pop(); cart; cart = waiting.pop()) await storm(cart)
  }))
  expect(storms).toHaveLength(CHECKOUTS)
  for (const deadline = Date.now() + REST_MS; ; await sleep(2_000)) {
    const wrong: object[] = []
    for (const { group, given, log } of storms) {
      const faults = await faultsOf(database, group.id, given)
      if (faults.length > 0) wrong.push({ group: group.id, faults, log })
    }
    if (wrong.length === 0) break
    if (Date.now() > deadline) throw new Error(`Still wrong: ${JSON.stringify(wrong, null, 1)}`)
  }
}, REST_MS + 300_000)
