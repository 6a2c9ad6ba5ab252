import type pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { fetchGroup, fetchListing, newListing, placed, readyCart, store, untilGroup, type Placed, type TestListing } from "./support/checkout"
import { houseDatabase } from "./support/clone-carts"
import { act, type LifeGroup } from "./support/order-life"
import { readRun, type Run } from "./support/people"

/** The job that expires payments runs this often. */
const EXPIRY_EVERY_MS = 30_000
const ROUND = 8

let run: Run
let listing: TestListing
let database: pg.Client

beforeAll(async () => {
  run = readRun()
  listing = await newListing(run, 60)
  database = await houseDatabase()
})
afterAll(() => database?.end())

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function waiting(): Promise<Placed> {
  return placed(run, await readyCart(run, [{ listing, quantity: 1 }]))
}

/** Their time and the grace are over: the next run of the job expires them. */
async function runOut(groups: Placed[]): Promise<void> {
  await database.query(
    "update payment_intent set expires_at = now() - interval '1 hour' where id in (select intent_id from seller_payment where order_group_id = any($1))",
    [groups.map(({ id }) => id)],
  )
}

type Row = { state: string; rail: string; intent: string; reserved: string }

async function rowOf({ id }: Placed): Promise<Row> {
  const { rows } = await database.query<Row>(
    `select s.state, s.rail, i.status as intent,
       (select coalesce(sum(r.quantity), 0) from reservation_item r join order_item o on o.item_id = r.line_item_id where o.order_id = s.order_id and r.deleted_at is null) as reserved
     from seller_payment s join payment_intent i on i.id = s.intent_id where s.order_group_id = $1`,
    [id],
  )
  return rows[0]!
}

async function untilClosed(groups: Placed[]): Promise<void> {
  for (const deadline = Date.now() + 150_000; ; await sleep(500)) {
    const { rows } = await database.query("select 1 from seller_payment where order_group_id = any($1) and state <> 'pending' and closed_at is null", [groups.map(({ id }) => id)])
    if (rows.length === 0) return
    if (Date.now() > deadline) throw new Error(`${rows.length} orders are still being closed`)
  }
}

test("over to another rail in the moment the time runs out: it waits on the new rail with its stock, or has ended and holds nothing", async () => {
  const before = (await fetchListing(run, listing.handle)).available_quantity
  const groups: Placed[] = []
  for (let index = 0; index < ROUND; index += 1) groups.push(await waiting())
  // One that runs out first shows when the job runs.
  const sentinel = await waiting()
  await runOut([sentinel])
  await untilGroup(run, sentinel, ({ orders }) => orders[0]!.state === "expired", 150)
  const next = Date.now() + EXPIRY_EVERY_MS
  await sleep(next - Date.now() - 2_000)
  await runOut(groups)
  const answers = await Promise.all(groups.map(async (group, index) => (await sleep(index * 300), act(run, group, "rail", { rail: "vnpay" }))))
  // Expired orders are cancelled one after another; what was told must then be what is.
  await untilClosed(groups)
  let held = 0
  for (const [index, group] of groups.entries()) {
    const { status, body } = answers[index]!
    const row = await rowOf(group)
    if (status === 200) {
      expect(row).toMatchObject({ state: "pending", rail: "vnpay", intent: "requires_payment_method" })
      expect(Number(row.reserved)).toBe(1)
      held += 1
    } else {
      expect([status, body.code]).toEqual([409, "order_group.nothing_to_pay"])
      expect(row).toMatchObject({ state: "expired", rail: "vietqr", intent: "canceled" })
      expect(Number(row.reserved)).toBe(0)
    }
    expect((await fetchGroup(run, group)).orders[0]!.state).toBe(status === 200 ? "pending_payment" : "expired")
  }
  expect((await fetchListing(run, listing.handle)).available_quantity).toBe(before - held)
})

test("going from rail to rail holds stock no longer than the windows of the rails used, each counted once", async () => {
  const group = await waiting()
  const minutesLeft = async () => (Date.parse(((await fetchGroup(run, group)) as LifeGroup).orders[0]!.payment.expires_at) - Date.now()) / 60_000
  const change = (rail: string) => act(run, group, "rail", { rail })
  /** As if it had been placed so many minutes earlier. */
  const placedAgo = (minutes: number) => database.query("update seller_payment set created_at = now() - make_interval(mins => $2) where order_group_id = $1", [group.id, minutes])
  expect((await change("vnpay")).status).toBe(200)
  expect(await minutesLeft()).toBeGreaterThan(89)
  await placedAgo(190)
  expect((await change("vietqr")).status).toBe(200)
  // Of 120 and 90 minutes 20 are left, not two new hours.
  expect(Math.round(await minutesLeft())).toBe(20)
  await placedAgo(207)
  expect(await change("vnpay")).toMatchObject({ status: 409, body: { code: "order_group.no_time_left" } })
  const { body } = await store<{ rails: { rail: string; open: boolean; reason: string | null }[] }>(run, `/order-groups/${group.id}/rails?access_token=${group.access_token}`)
  expect(body.rails.find(({ rail }) => rail === "vnpay")).toMatchObject({ open: false, reason: expect.stringContaining("ít phút") as string })
  expect(body.rails.find(({ rail }) => rail === "vietqr")).toMatchObject({ open: true })
  // A way it has not been asked for before has its whole time.
  expect((await change("cod")).status).toBe(200)
  expect(await minutesLeft()).toBeGreaterThan(3 * 24 * 60 - 1)
})
