import { randomUUID } from "node:crypto"
import type pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { asOperator, asSeller, fetchGroup, newListing, placed, readyCart, store, transfer, untilGroup, type Answer, type Placed, type TestGroup, type TestListing, type TestRail } from "./support/checkout"
import { houseDatabase } from "./support/clone-carts"
import { act, gateway, type LifeGroup, type LifeOrder } from "./support/order-life"
import { adminToken, readRun, sellerToken, type Run } from "./support/people"

/** The buyer says that the goods came. */
let run: Run
let listing: TestListing
let database: pg.Client
beforeAll(async () => {
  run = readRun()
  listing = await newListing(run, 60, 80_000)
  database = await houseDatabase()
})
afterAll(() => database?.end())

type ReceivedOrder = LifeOrder & { can_receive: boolean; shipment: { shipped_at: string; delivered_at: string | null; received_at: string | null } | null }
type Refusal = { code?: string; message?: string }
const only = (view: TestGroup | LifeGroup): ReceivedOrder => view.orders[0] as ReceivedOrder
const seen = async (group: Placed): Promise<ReceivedOrder> => only(await fetchGroup(run, group))

async function order(rail: TestRail = "vietqr"): Promise<{ group: Placed; id: string }> {
  const group = await placed(run, await readyCart(run, [{ listing, quantity: 1 }]), rail)
  return { group, id: (await seen(group)).id }
}

async function paid(rail: "vietqr" | "vnpay" = "vietqr"): Promise<{ group: Placed; id: string }> {
  const made = await order(rail)
  if (rail === "vnpay") await gateway(run, made.group)
  else await transfer(run, { payload: (await seen(made.group)).payment.vietqr!.payload })
  await untilGroup(run, made.group, (view) => only(view).state === "paid")
  return made
}

async function shipped(rail: "vietqr" | "vnpay" = "vietqr"): Promise<{ group: Placed; id: string }> {
  const made = await paid(rail)
  expect((await asSeller(run, `/orders/${made.id}/ship`, { carrier: "Bưu điện", tracking_number: "VN1" })).status).toBe(200)
  return made
}

const received = (group: Placed, orderId: string, key = group.access_token, language = "vi"): Promise<Answer<{ order_group: LifeGroup } & Refusal>> =>
  store(run, `/order-groups/${group.id}/received`, { access_token: key, order_id: orderId }, { "accept-language": language })

const messagesOf = async (orderId: string, template: string) =>
  (await database.query<{ text: string; status: string }>("select data->>'text' as text, status from notification where template = $1 and data->>'text' like $2", [template, `%/ban-hang/don/${orderId}`])).rows

async function untilMessages(orderId: string, template: string, count: number): Promise<{ text: string; status: string }[]> {
  const deadline = Date.now() + 150_000
  for (;;) {
    const rows = await messagesOf(orderId, template)
    // Medusa writes it down as pending, sends it, and only then says how that ended.
    if ((rows.length >= count && rows.every(({ status }) => status !== "pending")) || Date.now() > deadline) return rows
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

describe("the goods came", () => {
  test("said by who holds the order's key: delivered on the page of both, told to the shop once, and never again", async () => {
    const { group, id } = await shipped("vnpay")
    expect(await seen(group)).toMatchObject({ state: "shipped", can_receive: true, shipment: { delivered_at: null, received_at: null } })
    const { status, body } = await received(group, id)
    expect([status, only(body.order_group)]).toMatchObject([200, { state: "delivered", can_receive: false, can_cancel: false, shipment: { delivered_at: expect.any(String), received_at: expect.any(String) } }])
    const { body: shop } = await asSeller<{ order: ReceivedOrder }>(run, `/orders/${id}`)
    expect(shop.order).toMatchObject({ state: "delivered", shipment: { received_at: expect.any(String) } })
    const told = await untilMessages(id, "order-received", 1)
    expect(told).toEqual([{ status: "success", text: expect.stringMatching(/người mua báo đã nhận được đơn số \d+\. Chợ tính ngày trả tiền/) }])

    const first = (await seen(group)).shipment
    expect((await received(group, id)).status).toBe(200)
    expect((await seen(group)).shipment).toEqual(first)
    expect(await messagesOf(id, "order-received")).toHaveLength(1)
  })

  test("the books hold its money from that moment", async () => {
    const { group, id } = await shipped("vnpay")
    await received(group, id)
    const deadline = Date.now() + 150_000
    for (;;) {
      const { rows } = await database.query("select delivered_at from sale_delivery where order_id = $1", [id])
      if (rows[0]?.delivered_at) break
      if (Date.now() > deadline) throw new Error(`The books never heard that ${id} came.`)
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
  })

  test("ten taps at once are one", async () => {
    const { group, id } = await shipped()
    const answers = await Promise.all(Array.from({ length: 10 }, () => received(group, id)))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    const { rows } = await database.query("select actor, done_at is not null as done from order_act where order_id = $1 and act = 'receive'", [id])
    expect(rows).toEqual([{ actor: "buyer", done: true }])
    expect(await untilMessages(id, "order-received", 1)).toMatchObject([{ text: expect.not.stringContaining("trả tiền") }])
  })

  test("the operator said so first: the buyer's word changes nothing and is no error", async () => {
    const { group, id } = await shipped()
    const { rows } = await database.query<{ id: string }>("select f.fulfillment_id as id from order_fulfillment f where f.order_id = $1", [id])
    expect((await asOperator(run, `/orders/${id}/fulfillments/${rows[0]!.id}/mark-as-delivered`, {})).status).toBe(200)
    const before = (await seen(group)).shipment
    expect(before).toMatchObject({ delivered_at: expect.any(String), received_at: null })
    expect((await received(group, id)).status).toBe(200)
    expect((await seen(group)).shipment?.delivered_at).toEqual(before?.delivered_at)
  })
})

describe("refused, and nothing changes", () => {
  test("not paid, not shipped, cancelled; each in the reader's language", async () => {
    const waiting = await order()
    expect(await received(waiting.group, waiting.id)).toMatchObject({ status: 409, body: { code: "seller_order.not_shipped", message: "Đơn này chưa được gửi đi." } })
    const ready = await paid()
    expect(await received(ready.group, ready.id, ready.group.access_token, "en")).toMatchObject({ status: 409, body: { message: "This order has not been shipped yet." } })
    expect((await act(run, ready.group, "cancel", { order_id: ready.id })).status).toBe(200)
    expect(await received(ready.group, ready.id)).toMatchObject({ status: 409, body: { code: "seller_order.closed" } })
    expect((await seen(ready.group)).state).toBe("canceled")
  })

  test("cash: taken at the door it has come, and the page offers no button before", async () => {
    const { group, id } = await order("cod")
    await asSeller(run, `/orders/${id}/confirm`, {})
    await asSeller(run, `/orders/${id}/ship`, {})
    expect((await seen(group)).can_receive).toBe(false)
    expect(await received(group, id)).toMatchObject({ status: 409, body: { code: "seller_order.cash_at_door" } })
    await asSeller(run, `/orders/${id}/cash-collected`, {})
    expect(await seen(group)).toMatchObject({ state: "delivered", can_receive: false })
  })

  test("only with this order's key, and only an order of this checkout; odd bodies are no server error", async () => {
    const [mine, other] = [await shipped(), await shipped()]
    for (const key of ["", "x", other.group.access_token, `${mine.group.access_token}x`]) expect((await received(mine.group, mine.id, key)).status, key).toBe(404)
    expect(await received(mine.group, other.id)).toMatchObject({ status: 404, body: { code: "order_group.not_found" } })
    for (const body of [{}, { order_id: "" }, { order_id: 7 }, { order_id: "\u0000" }, { order_id: mine.id, by: "operator" }, { order_id: "x".repeat(65) }]) {
      const { status } = await store(run, `/order-groups/${mine.group.id}/received`, { access_token: mine.group.access_token, ...body })
      expect(status >= 400 && status < 500, JSON.stringify(body)).toBe(true)
    }
    const doors = [{ authorization: `Bearer ${await sellerToken(run)}` }, { authorization: `Bearer ${await adminToken(run)}` }]
    for (const headers of doors) expect((await store(run, `/order-groups/${mine.group.id}/received`, { order_id: mine.id }, headers)).status).toBe(404)
    expect((await seen(mine.group)).state).toBe("shipped")
  })

  test("said in the moment in which the shop ships or the buyer cancels, the two never disagree", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { group, id } = await paid()
      const [said] = await Promise.all([received(group, id), round % 2 ? asSeller(run, `/orders/${id}/ship`, {}) : act(run, group, "cancel", { order_id: id })])
      const { state, shipment } = await seen(group)
      expect([said.status, state, Boolean(shipment?.received_at)]).toEqual(said.status === 200 ? [200, "delivered", true] : [409, round % 2 ? "shipped" : "canceled", false])
    }
  })
})

// At the same time: each waits for the next run of a job.
describe.concurrent("what a crash left half done comes right by itself", () => {
  test("the buyer's word was written and the process died before the parcel heard of it", async () => {
    const { group, id } = await shipped()
    await database.query(
      "insert into order_act (id, order_id, act, actor, created_at, updated_at, tell_at) values ($1, $2, 'receive', 'buyer', now() - interval '2 minutes', now() - interval '2 minutes', now())",
      [`ordact_${randomUUID()}`, id],
    )
    expect(only(await untilGroup(run, group, (view) => only(view).state === "delivered", 150)).shipment?.received_at).toEqual(expect.any(String))
    expect(await untilMessages(id, "order-received", 1)).toHaveLength(1)
  })

  test("an order was cancelled and the process died before the shop was told: it is told once", async () => {
    const { group, id } = await paid()
    // As a dead process leaves it: taken for telling, whose lease ran out, and nothing sent.
    expect((await act(run, group, "cancel", { order_id: id })).status).toBe(200)
    expect(await untilMessages(id, "order-canceled", 1)).toHaveLength(1)
    await database.query("delete from notification where template = 'order-canceled' and data->>'text' like $1", [`%/ban-hang/don/${id}`])
    await database.query("update order_act set tell_at = now() where order_id = $1 and act = 'cancel'", [id])
    await untilTold(id)
    expect(await messagesOf(id, "order-canceled")).toMatchObject([{ status: "success" }])
  })

  test("the message was sent and the process died before it wrote so: it is not sent again", async () => {
    const { group, id } = await paid()
    expect((await act(run, group, "cancel", { order_id: id })).status).toBe(200)
    expect(await untilMessages(id, "order-canceled", 1)).toHaveLength(1)
    await database.query("update order_act set tell_at = now() where order_id = $1 and act = 'cancel'", [id])
    await untilTold(id)
    expect(await messagesOf(id, "order-canceled")).toHaveLength(1)
  })

  test.each(["failure", "pending"])("a message that stayed behind as %s is sent again, once", async (status) => {
    const { group, id } = await paid()
    expect((await act(run, group, "cancel", { order_id: id })).status).toBe(200)
    expect(await untilMessages(id, "order-canceled", 1)).toHaveLength(1)
    await database.query("update notification set status = $2, updated_at = now() - interval '5 minutes' where template = 'order-canceled' and data->>'text' like $1", [`%/ban-hang/don/${id}`, status])
    await database.query("update order_act set tell_at = now() where order_id = $1 and act = 'cancel'", [id])
    await untilTold(id)
    expect(await messagesOf(id, "order-canceled")).toMatchObject([{ status: "success" }])
  })

  async function untilTold(orderId: string): Promise<void> {
    const deadline = Date.now() + 150_000
    for (;;) {
      const { rows } = await database.query("select 1 from order_act where order_id = $1 and tell_at is not null", [orderId])
      if (rows.length === 0) return
      if (Date.now() > deadline) throw new Error(`Nobody was told of order ${orderId}.`)
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
  }
})
