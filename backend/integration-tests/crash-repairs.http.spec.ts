import { randomUUID } from "node:crypto"
import type pg from "pg"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { asSeller, fetchGroup, newListing, placed, readyCart, transfer, untilGroup, type Placed, type TestGroup, type TestListing } from "./support/checkout"
import { houseDatabase } from "./support/clone-carts"
import { act, inMedusa, type LifeGroup, type LifeOrder } from "./support/order-life"
import { readRun, type Run } from "./support/people"

/** Crashes are written into the database as they would have left it; what repairs them is a job that runs every minute. */
let run: Run
let mine: TestListing
let database: pg.Client

beforeAll(async () => {
  run = readRun()
  mine = await newListing(run, 60)
  database = await houseDatabase()
})
afterAll(() => database?.end())

const only = (view: TestGroup): LifeOrder => (view as LifeGroup).orders[0]!
const seen = async (group: Placed): Promise<LifeOrder> => only(await fetchGroup(run, group))

async function waiting(): Promise<{ group: Placed; order: LifeOrder }> {
  const group = await placed(run, await readyCart(run, [{ listing: mine, quantity: 3 }]))
  return { group, order: await seen(group) }
}

async function paid(): Promise<{ group: Placed; order: LifeOrder }> {
  const { group, order } = await waiting()
  await transfer(run, { payload: order.payment.vietqr!.payload })
  return { group, order: only(await untilGroup(run, group, (view) => only(view).state === "paid")) }
}

/** The line of an act that takes one of three pieces out, decided two minutes ago and carried out by nobody. */
async function decidedItemCancel(order: LifeOrder, isPaid: boolean): Promise<string> {
  const id = `ordact_${randomUUID()}`
  const [item] = order.items
  const details = { lines: [{ id: item!.id, title: item!.title, quantity: 1, amount_vnd: mine.price_vnd }], paid: isPaid }
  await database.query(
    `insert into order_act (id, order_id, act, actor, reason, amount_vnd, raw_amount_vnd, details, created_at)
     values ($1, $2, 'cancel_items', 'seller', 'other', $3, $4, $5, now() - interval '2 minutes')`,
    [id, order.id, mine.price_vnd, { value: String(mine.price_vnd), precision: 20 }, details],
  )
  return id
}

/** Copies the order's intent for another amount, as the run `key` made it before it died. */
async function intentOfDeadRun(order: LifeOrder, key: string, amountVnd: number): Promise<void> {
  const id = `pi_${randomUUID()}`
  await database.query(
    `insert into payment_intent select (jsonb_populate_record(i, jsonb_build_object('id', $2::text, 'client_secret', $2::text, 'memo_code', i.memo_code || 'X',
       'idempotency_key', $3::text, 'amount_vnd', $4::int, 'raw_amount_vnd', jsonb_build_object('value', $4::text, 'precision', 20)))).*
     from payment_intent i join seller_payment p on p.intent_id = i.id where p.order_id = $1`,
    [order.id, id, `${key}:${order.id}`, amountVnd],
  )
  await database.query(
    "update seller_payment set state = 'reopening', reopening_key = $2, reopening_to = rail, applying_since = now() - interval '2 minutes' where order_id = $1",
    [order.id, key],
  )
}

/**
 * What Medusa's cancel leaves when its process dies late: the refund is written down, and what it takes off the order
 * stands there as a change of the order with its action, which never came into effect. (Medusa Admin's refund would take
 * it off at once.)
 */
async function halfCanceled(order: LifeOrder): Promise<void> {
  const { rows } = await database.query<{ id: string; collection: string }>(
    "select p.id, p.payment_collection_id as collection from payment p join seller_payment s on s.payment_session_id = p.payment_session_id where s.order_id = $1",
    [order.id],
  )
  const { id, collection } = rows[0]!
  await database.query("insert into refund (id, payment_id, amount, raw_amount, created_at) values ($1, $2, $3::numeric, jsonb_build_object('value', $3::text, 'precision', 20), now() - interval '2 minutes')", [`ref_${randomUUID()}`, id, order.total_vnd])
  const change = `ordch_${randomUUID()}`
  await database.query("insert into order_change (id, order_id, version, change_type, status) values ($1, $2, 2, 'credit_line', 'pending')", [change, order.id])
  await database.query(
    `insert into order_change_action (id, order_id, version, order_change_id, reference, reference_id, action, amount, raw_amount, applied)
     values ($1, $2, 2, $3, 'payment_collection', $4, 'CREDIT_LINE_ADD', $5::numeric, jsonb_build_object('value', $5::text, 'precision', 20), false)`,
    [`ordchact_${randomUUID()}`, order.id, change, collection, order.total_vnd],
  )
  await database.query("insert into order_act (id, order_id, act, actor, reason, amount_vnd, raw_amount_vnd, done_at) values ($1, $2, 'cancel', 'buyer', 'other', $3::numeric, jsonb_build_object('value', $3::text, 'precision', 20), now())", [`ordact_${randomUUID()}`, order.id, order.total_vnd])
  await database.query("update seller_payment set state = 'refunded', updated_at = now() - interval '2 minutes' where order_id = $1", [order.id])
}

/** Whoever tells the database to do this goes no further, as long as `work` lasts. */
async function dying(when: string, work: () => Promise<void>): Promise<void> {
  const name = `die_${randomUUID().replaceAll("-", "")}`
  await database.query(`create function ${name}() returns trigger language plpgsql as $$ begin raise exception 'the process died here'; end $$`)
  await database.query(`create trigger ${name} ${when} execute function ${name}()`)
  try {
    await work()
  } finally {
    await database.query(`drop function ${name}() cascade`)
  }
}

/** An order to be paid at the door, of a listing of its own, and what of it is on the shelf. */
async function atDoor(): Promise<{ group: Placed; order: LifeOrder; item: string; stocked: () => Promise<number>; reserved: () => Promise<number> }> {
  const own = await newListing(run, 10)
  const group = await placed(run, await readyCart(run, [{ listing: own, quantity: 3 }]), "cod")
  const order = await seen(group)
  const { rows } = await database.query<{ item: string }>(
    "select v.inventory_item_id as item from product_variant_inventory_item v join order_line_item l on l.variant_id = v.variant_id join order_item i on i.item_id = l.id where i.order_id = $1 and v.deleted_at is null limit 1",
    [order.id],
  )
  const level = async (column: string) => Number((await database.query<Record<string, string>>(`select ${column} from inventory_level where inventory_item_id = $1 and deleted_at is null`, [rows[0]!.item])).rows[0]![column])
  return { group, order, item: rows[0]!.item, stocked: () => level("stocked_quantity"), reserved: () => level("reserved_quantity") }
}

/** What a shop's "sent" leaves when its process dies before Medusa heard of a parcel, two minutes ago; `tries` of the sweep have met errors. */
async function saidSent(order: LifeOrder, trackingNumber: string, tries = 0): Promise<void> {
  const id = `ordact_${randomUUID()}`
  // Before the act, that no sweep is in between.
  if (tries > 0) await database.query("insert into payment_repair (id, tries, next_try_at) values ('shipping:' || $1, $2, now())", [id, tries])
  await database.query("update seller_payment set shipping_at = now() - interval '2 minutes' where order_id = $1", [order.id])
  await database.query("insert into order_act (id, order_id, act, actor, details, created_at) values ($1, $2, 'ship', 'seller', $3, now() - interval '2 minutes')", [
    id,
    order.id,
    { carrier: "Bưu điện thử", tracking_number: trackingNumber },
  ])
}
const cancelStatus = async (group: Placed, order: LifeOrder) => (await act(run, group, "cancel", { order_id: order.id })).status

// At the same time: each waits for the next run of the same job.
describe.concurrent("what a crash left half done comes right by itself", () => {
  test("Medusa wrote its refund down and died before the rail heard of it: the buyer gets the money all the same, once", async () => {
    const { group, order } = await paid()
    expect((await act(run, group, "cancel", { order_id: order.id })).status).toBe(200)
    const [refund] = (await seen(group)).refunds
    await database.query("delete from payment_refund where id = $1", [refund!.id])
    // Looked at before it is old enough for the sweep.
    expect((await seen(group)).refunds).toEqual([])
    await database.query(
      `update refund set created_at = now() - interval '5 minutes' where payment_id in
         (select p.id from payment p join seller_payment s on s.payment_collection_id = p.payment_collection_id where s.order_id = $1)`,
      [order.id],
    )
    const after = await untilGroup(run, group, (view) => only(view).refunds.length > 0, 150)
    expect(only(after).refunds).toMatchObject([{ amount_vnd: order.total_vnd, state: "by_hand" }])
  })

  test("lines were taken out and asked anew, and the process died before the order heard of it: it asks for what is left", async () => {
    const { group, order } = await waiting()
    const left = order.total_vnd - mine.price_vnd
    await decidedItemCancel(order, false)
    await intentOfDeadRun(order, `reopen_${randomUUID()}`, left)
    const after = only(await untilGroup(run, group, (view) => only(view).canceled_vnd > 0, 150))
    expect(after).toMatchObject({ state: "pending_payment", total_vnd: left, canceled_vnd: mine.price_vnd, payment: { amount_vnd: left, vietqr: { amount_vnd: left } } })
    // Out of the hands of the dead run: it can be paid, cancelled and go over to another rail again.
    expect((await act(run, group, "cancel", { order_id: order.id })).status).toBe(200)
  })

  test("a cancel died between Medusa's change of the order and its effect: it goes through, the money goes back once, the stock is free and nobody owes anything", async () => {
    const { group, order } = await paid()
    await halfCanceled(order)
    // The order is at its end a moment before its money is on its way.
    const closed = only(await untilGroup(run, group, (view) => only(view).state === "canceled" && only(view).refunds.length > 0, 150))
    expect(closed.refunds.map(({ amount_vnd }) => amount_vnd)).toEqual([order.total_vnd])
    // Its own stock: the other tests take and free the same listing's meanwhile.
    const { rows: reserved } = await database.query("select 1 from reservation_item r join order_item i on i.item_id = r.line_item_id where i.order_id = $1 and r.deleted_at is null", [order.id])
    expect(reserved).toEqual([])
    expect(await inMedusa(run, order.id)).toEqual({ total: 0, owed: 0 })
  })

  test("pieces that are not there left their reservation, and the process died before the shelf heard of it: neither has happened, and both do", async () => {
    const own = await newListing(run, 10)
    const group = await placed(run, await readyCart(run, [{ listing: own, quantity: 3 }]))
    const order = await seen(group)
    await transfer(run, { payload: order.payment.vietqr!.payload })
    await untilGroup(run, group, (view) => only(view).state === "paid")
    const stock = async () => {
      const { rows } = await database.query<{ item: string; reserved: number; held: number; stocked: number }>(
        `select l.inventory_item_id as item, r.quantity::int as reserved, l.reserved_quantity::int as held, l.stocked_quantity::int as stocked from reservation_item r
         join order_item i on i.item_id = r.line_item_id join inventory_level l on l.inventory_item_id = r.inventory_item_id and l.location_id = r.location_id
         where i.order_id = $1 and r.deleted_at is null`,
        [order.id],
      )
      return rows[0]!
    }
    const { item } = await stock()
    await dying(`before update on inventory_level for each row when (new.inventory_item_id = '${item}' and new.stocked_quantity <> old.stocked_quantity)`, async () => {
      const gone = { lines: [{ id: order.items[0]!.id, quantity: 2 }], reason: "out_of_stock" }
      expect((await asSeller(run, `/orders/${order.id}/cancel-items`, gone)).status).toBe(500)
      expect(await stock()).toMatchObject({ reserved: 3, held: 3, stocked: 10 })
    })
    await vi.waitFor(async () => expect(await stock()).toMatchObject({ reserved: 2, held: 2, stocked: 9 }), { timeout: 150_000, interval: 2_000 })
  }, 200_000)

  test("while lines are being taken out no parcel leaves: it would leave their reservation on the shelf for ever", async () => {
    const { group, order } = await paid()
    await decidedItemCancel(order, true)
    expect(await asSeller(run, `/orders/${order.id}/ship`, {})).toMatchObject({ status: 409, body: { code: "seller_order.payment_in_progress" } })
    await untilGroup(run, group, (view) => only(view).canceled_vnd > 0, 150)
    expect((await asSeller(run, `/orders/${order.id}/ship`, {})).status).toBe(200)
    expect((await seen(group)).refunds).toMatchObject([{ amount_vnd: mine.price_vnd }])
    const { rows } = await database.query("select 1 from reservation_item r join order_item i on i.item_id = r.line_item_id where i.order_id = $1 and r.deleted_at is null", [order.id])
    expect(rows).toEqual([])
  })

  test("a refused parcel's order was cancelled, and the process died before its goods were on the shelf again: they come there, once", async () => {
    const { group, order, item, stocked } = await atDoor()
    expect((await asSeller(run, `/orders/${order.id}/ship`, {})).status).toBe(200)
    await dying(`before update on inventory_level for each row when (new.inventory_item_id = '${item}' and new.stocked_quantity > old.stocked_quantity)`, async () => {
      expect((await asSeller(run, `/orders/${order.id}/refused-at-door`, {})).status).toBe(500)
      expect((await database.query("select status from \"order\" where id = $1", [order.id])).rows).toEqual([{ status: "canceled" }])
      expect(await stocked()).toBe(7)
    })
    await database.query("update seller_payment set updated_at = now() - interval '2 minutes' where order_id = $1", [order.id])
    await vi.waitFor(async () => expect(await stocked()).toBe(10), { timeout: 150_000, interval: 2_000 })
    await vi.waitFor(async () => expect((await database.query("select 1 from seller_payment where order_id = $1 and closed_at is not null", [order.id])).rows).toHaveLength(1), { timeout: 30_000, interval: 1_000 })
    expect(await asSeller(run, `/orders/${order.id}/refused-at-door`, {})).toMatchObject({ status: 200 })
    expect(await stocked()).toBe(10)
    expect(await seen(group)).toMatchObject({ state: "canceled", cancellation: { by: "seller", reason: "refused_at_door" } })
  }, 200_000)

  test("said sent, and the process died before there was a parcel: it is on the road with its number, and its goods left the shelf", async () => {
    const { group, order } = await paid()
    await saidSent(order, "VN0001")
    expect(await cancelStatus(group, order)).toBe(409)
    const sent = only(await untilGroup(run, group, (view) => only(view).state === "shipped", 150))
    expect(sent.shipment).toMatchObject({ carrier: "Bưu điện thử", tracking_number: "VN0001" })
    const { rows } = await database.query("select 1 from reservation_item r join order_item i on i.item_id = r.line_item_id where i.order_id = $1 and r.deleted_at is null", [order.id])
    expect(rows).toEqual([])
    expect((await database.query("select 1 from order_act where order_id = $1 and act = 'ship' and done_at is null", [order.id])).rows).toEqual([])
  }, 200_000)

  test("said sent, the process died, and no parcel can be made however often it is tried: it is to be sent again, and can be cancelled", async () => {
    const { group, order } = await paid()
    const number = `VN${randomUUID().slice(0, 8)}`
    await dying(`before insert on fulfillment for each row when (new.metadata ->> 'tracking_number' = '${number}')`, async () => {
      // At the first errors it stays sent; the sweep has met four.
      await saidSent(order, number, 4)
      await vi.waitFor(async () => expect((await database.query("select 1 from seller_payment where order_id = $1 and shipping_at is null", [order.id])).rows).toHaveLength(1), { timeout: 150_000, interval: 2_000 })
    })
    expect(await seen(group)).toMatchObject({ state: "paid", shipment: null })
    expect(await cancelStatus(group, order)).toBe(200)
  }, 200_000)

  test("said sent, and the process died before there was a parcel: refused at the door, it is back on the shelf and holds nothing", async () => {
    const { group, order, stocked, reserved } = await atDoor()
    await saidSent(order, "VN0002")
    expect((await asSeller(run, `/orders/${order.id}/refused-at-door`, {})).status).toBe(200)
    expect([await stocked(), await reserved()]).toEqual([10, 0])
    expect(await seen(group)).toMatchObject({ state: "canceled" })
  })
})
