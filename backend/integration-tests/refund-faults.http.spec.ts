import { randomUUID } from "node:crypto"
import type pg from "pg"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { asSeller, fetchGroup, listingOfAnotherSeller, newListing, readyCart, placed, untilGroup, type Placed, type TestListing } from "./support/checkout"
import { houseDatabase } from "./support/clone-carts"
import { act, gateway, inMedusa, type LifeGroup, type LifeOrder } from "./support/order-life"
import { readRun, type Run } from "./support/people"

/** The database itself refuses single statements here, at the moments between our refund and Medusa's account of it. */
let run: Run
let mine: TestListing
let theirs: TestListing
let database: pg.Client
const faults: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  run = readRun()
  mine = await newListing(run, 60)
  theirs = await listingOfAnotherSeller(run, mine.seller.id)
  database = await houseDatabase()
})
afterEach(async () => {
  for (const mend of faults.splice(0)) await mend()
})
afterAll(() => database?.end())

/** From now on the database refuses `event` on rows of `table` for which `condition` holds; returns what ends it. */
async function refuses(event: "insert" | "update", table: string, condition: string): Promise<() => Promise<unknown>> {
  const name = `fault_${randomUUID().replaceAll("-", "")}`
  await database.query(`create function ${name}() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$`)
  await database.query(`create trigger ${name} before ${event} on "${table}" for each row when (${condition}) execute function ${name}()`)
  const mend = () => database.query(`drop function if exists ${name} cascade`)
  faults.push(mend)
  return mend
}

type Rows = { paymentId: string; sessionId: string; intentId: string }

async function rowsOf(orderId: string): Promise<Rows> {
  const { rows } = await database.query<Rows>(
    `select p.id as "paymentId", s.payment_session_id as "sessionId", s.intent_id as "intentId"
     from seller_payment s join payment p on p.payment_session_id = s.payment_session_id where s.order_id = $1`,
    [orderId],
  )
  return rows[0]!
}

/** Two orders of one VNPay payment, both paid: what one must not take, the other brought in. */
async function paidPair(): Promise<{ group: Placed; order: LifeOrder; other: LifeOrder } & Rows> {
  const group = await placed(run, await readyCart(run, [{ listing: mine, quantity: 2 }, { listing: theirs, quantity: 1 }]), "vnpay")
  await gateway(run, group)
  const view = (await untilGroup(run, group, ({ orders }) => orders.every((order) => order.state === "paid"))) as LifeGroup
  const order = view.orders.find(({ seller }) => seller.id === mine.seller.id)!
  return { group, order, other: view.orders.find((one) => one !== order)!, ...(await rowsOf(order.id)) }
}

const seen = async (group: Placed, orderId: string): Promise<LifeOrder> => (await fetchGroup(run, group)).orders.find(({ id }) => id === orderId) as LifeOrder

const sum = async (query: string, parameter: string): Promise<number> => Number((await database.query<{ sum: string | null }>(query, [parameter])).rows[0]?.sum ?? 0)
const byMedusa = (paymentId: string) => sum("select sum(amount) from refund where payment_id = $1 and deleted_at is null", paymentId)
const byRail = (intentId: string) => sum("select sum(amount_vnd) from payment_refund where intent_id = $1 and status in ('pending', 'requires_action', 'succeeded') and deleted_at is null", intentId)
const byOrder = (orderId: string) => sum("select sum(amount) from order_transaction where order_id = $1 and reference = 'refund' and deleted_at is null", orderId)

/** What went back of the order is exactly that, in every book there is, and the other order keeps its money. */
async function expectRefunded({ order, paymentId, intentId }: Awaited<ReturnType<typeof paidPair>>, amountVnd: number): Promise<void> {
  expect({ medusa: await byMedusa(paymentId), rail: await byRail(intentId), order: await byOrder(order.id) }).toEqual({ medusa: amountVnd, rail: amountVnd, order: -amountVnd })
  expect(await inMedusa(run, order.id)).toEqual({ total: order.total_vnd - amountVnd, owed: 0 })
}

async function until(done: () => Promise<boolean>, seconds: number): Promise<void> {
  for (const deadline = Date.now() + seconds * 1_000; !(await done()); await new Promise((resolve) => setTimeout(resolve, 500))) {
    if (Date.now() > deadline) throw new Error(`Still not so after ${seconds} s`)
  }
}

describe("a cancel while the database fails", () => {
  test("after the rail took the refund on, before Medusa wrote that down: repeated any number of times it goes back once", async () => {
    const pair = await paidPair()
    const mend = await refuses("update", "payment", `new.id = '${pair.paymentId}'`)
    await act(run, pair.group, "cancel", { order_id: pair.order.id })
    await act(run, pair.group, "cancel", { order_id: pair.order.id })
    await mend()
    await act(run, pair.group, "cancel", { order_id: pair.order.id })
    await expectRefunded(pair, pair.order.payment.amount_vnd)
    expect(await seen(pair.group, pair.order.id)).toMatchObject({ state: "canceled", payment: { state: "refunded" } })
    expect(await seen(pair.group, pair.other.id)).toMatchObject({ state: "paid", refunds: [] })
  })

  test("before the rail took the refund on: the order is not taken for settled, and the money goes back when it is repeated", async () => {
    const pair = await paidPair()
    const mend = await refuses("insert", "payment_refund", `new.intent_id = '${pair.intentId}'`)
    expect((await act(run, pair.group, "cancel", { order_id: pair.order.id })).status).toBe(500)
    expect(await byRail(pair.intentId)).toBe(0)
    await mend()
    expect((await act(run, pair.group, "cancel", { order_id: pair.order.id })).status).toBe(200)
    await expectRefunded(pair, pair.order.payment.amount_vnd)
  })

  test("after the money has left, before the order is cancelled: it is never paid again, nor shipped, and is cancelled when it is repeated", async () => {
    const pair = await paidPair()
    const mend = await refuses("update", "order", `new.id = '${pair.order.id}' and new.status = 'canceled'`)
    expect((await act(run, pair.group, "cancel", { order_id: pair.order.id })).status).toBe(500)
    expect(await byRail(pair.intentId)).toBe(pair.order.payment.amount_vnd)
    expect((await asSeller(run, `/orders/${pair.order.id}/ship`, {})).status).toBe(409)
    await mend()
    expect((await act(run, pair.group, "cancel", { order_id: pair.order.id })).status).toBe(200)
    await expectRefunded(pair, pair.order.payment.amount_vnd)
    expect(await seen(pair.group, pair.order.id)).toMatchObject({ state: "canceled" })
  })

  test("before anything has left: the order is paid as before, and can be shipped", async () => {
    const pair = await paidPair()
    const mend = await refuses("update", "order", `new.id = '${pair.order.id}' and new.status = 'canceled'`)
    await refuses("insert", "payment_refund", `new.intent_id = '${pair.intentId}'`)
    expect((await act(run, pair.group, "cancel", { order_id: pair.order.id })).status).toBe(500)
    await mend()
    expect(await seen(pair.group, pair.order.id)).toMatchObject({ state: "paid" })
    expect((await asSeller(run, `/orders/${pair.order.id}/ship`, {})).status).toBe(200)
    expect(await byRail(pair.intentId)).toBe(0)
  })
})

test("an order of two that is not paid yet, whose cancel fails after the shared payment was ended: it is not asked for again, and the other can be paid", async () => {
  const group = await placed(run, await readyCart(run, [{ listing: mine, quantity: 1 }, { listing: theirs, quantity: 1 }]), "vnpay")
  const view = (await fetchGroup(run, group)) as LifeGroup
  const order = view.orders.find(({ seller }) => seller.id === mine.seller.id)!
  const other = view.orders.find((one) => one !== order)!
  const mend = await refuses("update", "order", `new.id = '${order.id}' and new.status = 'canceled'`)
  expect((await act(run, group, "cancel", { order_id: order.id })).status).toBe(500)
  expect((await seen(group, order.id)).state).toBe("canceled")
  expect(await gateway(run, group)).toBe(other.payment.amount_vnd)
  await untilGroup(run, group, ({ orders }) => orders.find(({ id }) => id === other.id)!.state === "paid")
  await mend()
  expect((await act(run, group, "cancel", { order_id: order.id })).status).toBe(200)
  expect(await seen(group, order.id)).toMatchObject({ state: "canceled", refunds: [] })
})

// Each waits for the next run of a job, so they wait together.
describe.concurrent("what nobody repeats comes right by itself", () => {
  test("lines taken out of an order: their share goes back once", async () => {
    const pair = await paidPair()
    const mend = await refuses("update", "payment", `new.id = '${pair.paymentId}'`)
    const body = { lines: [{ id: pair.order.items[0]!.id, quantity: 1 }], reason: "out_of_stock" }
    expect((await asSeller(run, `/orders/${pair.order.id}/cancel-items`, body)).status).toBe(500)
    await mend()
    await database.query("update order_act set created_at = created_at - interval '2 minutes' where order_id = $1", [pair.order.id])
    await until(async () => (await seen(pair.group, pair.order.id)).canceled_vnd > 0, 150)
    await expectRefunded(pair, mine.price_vnd)
  })

  test("a refund that Medusa lost is in its books again", async () => {
    const pair = await paidPair()
    expect((await act(run, pair.group, "cancel", { order_id: pair.order.id })).status).toBe(200)
    await database.query("delete from refund where payment_id = $1", [pair.paymentId])
    await database.query("update payment_refund set created_at = created_at - interval '2 minutes' where intent_id = $1", [pair.intentId])
    await until(async () => (await byMedusa(pair.paymentId)) > 0, 150)
    await expectRefunded(pair, pair.order.payment.amount_vnd)
  })
})
