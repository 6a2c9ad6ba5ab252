import { beforeAll, describe, expect, test } from "vitest"
import { asSeller, fetchGroup, fetchListing, listingOfAnotherSeller, newListing, placed, readyCart, store, transfer, untilGroup, type Placed, type TestGroup, type TestListing } from "./support/checkout"
import { act, asOrderOf, gateway, type LifeGroup, type LifeOrder } from "./support/order-life"
import { readRun, type Run } from "./support/people"

let run: Run
let mine: TestListing
let theirs: TestListing

beforeAll(async () => {
  run = readRun()
  mine = await newListing(run, 60, 99_999)
  theirs = await listingOfAnotherSeller(run, mine.seller.id)
})

const stock = async () => (await fetchListing(run, mine.handle)).available_quantity
const ofMine = (group: TestGroup) => asOrderOf(group, mine.seller.id)

async function paidOrder(quantity = 1): Promise<{ group: Placed; order: LifeOrder }> {
  const group = await placed(run, await readyCart(run, [{ listing: mine, quantity }]))
  const waiting = ofMine(await fetchGroup(run, group))
  await transfer(run, { payload: waiting.payment.vietqr!.payload })
  return { group, order: ofMine(await untilGroup(run, group, ({ orders }) => orders[0]!.state === "paid")) }
}

describe("the buyer takes an order back", () => {
  test("unpaid: it is cancelled, its stock free, its QR dead; a second time it is refused in words", async () => {
    const before = await stock()
    const group = await placed(run, await readyCart(run, [{ listing: mine, quantity: 2 }]))
    const order = ofMine(await fetchGroup(run, group))
    expect(order.can_cancel).toBe(true)
    const { status, body } = await act(run, group, "cancel", { order_id: order.id, reason: "changed_mind" })
    expect(status).toBe(200)
    expect(ofMine(body.order_group)).toMatchObject({ state: "canceled", can_cancel: false, cancellation: { by: "buyer", reason: "changed_mind", paid_vnd: 0 }, refunds: [] })
    expect(await stock()).toBe(before)
    expect((await transfer(run, { payload: order.payment.vietqr!.payload })).deliveries[0]).toMatchObject({ body: { outcome: "unmatched" } })
    expect(await act(run, group, "cancel", { order_id: order.id })).toMatchObject({ status: 409, body: { code: "seller_order.closed" } })
  })

  test("paid: exactly what was paid is on its way back, the stock is free, and the Medusa order is settled", async () => {
    const before = await stock()
    const { group, order } = await paidOrder(2)
    const { status, body } = await act(run, group, "cancel", { order_id: order.id, reason: "too_slow", note: "Đi vắng" })
    expect(status).toBe(200)
    const canceled = ofMine(body.order_group)
    expect(canceled).toMatchObject({ state: "canceled", payment: { state: "refunded" }, cancellation: { by: "buyer", note: "Đi vắng", paid_vnd: order.total_vnd } })
    expect(canceled.refunds).toMatchObject([{ amount_vnd: order.total_vnd, state: "by_hand" }])
    expect(await stock()).toBe(before)
    expect((await asSeller(run, `/orders/${order.id}/ship`, {})).body).toMatchObject({ code: "seller_order.closed" })
  })

  test("only with the order's key, only its own orders, only with fields that exist", async () => {
    const group = await placed(run, await readyCart(run, [{ listing: mine, quantity: 1 }]))
    const other = await placed(run, await readyCart(run, [{ listing: mine, quantity: 1 }]))
    expect(await store(run, `/order-groups/${group.id}/cancel`, {})).toMatchObject({ status: 404 })
    expect(await store(run, `/order-groups/${group.id}/cancel`, { access_token: other.access_token })).toMatchObject({ status: 404 })
    const strange = ofMine(await fetchGroup(run, other))
    expect(await act(run, group, "cancel", { order_id: strange.id })).toMatchObject({ status: 404, body: { code: "order_group.not_found" } })
    expect(await act(run, group, "cancel", { reason: "because" })).toMatchObject({ status: 400, body: { fields: { reason: expect.any(String) } } })
    expect(ofMine(await fetchGroup(run, group)).state).toBe("pending_payment")
  })

  test("what is on its way can't be cancelled", async () => {
    const { group, order } = await paidOrder()
    expect((await asSeller(run, `/orders/${order.id}/ship`, {})).status).toBe(200)
    expect(await act(run, group, "cancel", { order_id: order.id })).toMatchObject({ status: 409, body: { code: "seller_order.shipping" } })
    expect(await act(run, group, "cancel", {})).toMatchObject({ status: 409, body: { code: "seller_order.shipping" } })
    expect(ofMine(await fetchGroup(run, group))).toMatchObject({ state: "shipped", can_cancel: false, refunds: [] })
  })

  test("a cancel and a shipment at the same moment: exactly one of them wins", async () => {
    const seen = new Set<string>()
    for (let round = 0; round < 4; round += 1) {
      const { group, order } = await paidOrder()
      const calls = [() => act(run, group, "cancel", { order_id: order.id }), () => asSeller(run, `/orders/${order.id}/ship`, {})]
      if (round % 2) calls.reverse()
      const answers = await Promise.all(calls.map((call) => call()))
      const after = ofMine(await fetchGroup(run, group))
      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
      expect(answers.filter((answer) => answer.status === 409)).toHaveLength(1)
      expect(after.refunds).toHaveLength(after.state === "canceled" ? 1 : 0)
      seen.add(after.state)
    }
    for (const state of seen) expect(["canceled", "shipped"]).toContain(state)
  })

  test("a cancel and a payment at the same moment: either it is paid, or the money is with the desk or on its way back", async () => {
    for (let round = 0; round < 4; round += 1) {
      const group = await placed(run, await readyCart(run, [{ listing: mine, quantity: 1 }]))
      const order = ofMine(await fetchGroup(run, group))
      const [{ deliveries }, cancel] = await Promise.all([transfer(run, { payload: order.payment.vietqr!.payload }), act(run, group, "cancel", { order_id: order.id })])
      const matched = deliveries[0]!.body.outcome !== "unmatched"
      const after = ofMine(await untilGroup(run, group, (view) => settled(ofMine(view), matched)))
      expect(cancel.status).toBe(after.state === "paid" ? 409 : 200)
      if (after.state !== "paid" && matched) expect(after.refunds).toMatchObject([{ amount_vnd: order.total_vnd }])
    }
  })
})

const settled = (order: LifeOrder, matched: boolean) => order.state === "paid" || (order.state === "canceled" && (!matched || order.refunds.length > 0))

describe("several orders on one VNPay payment", () => {
  async function vnpayGroup(): Promise<{ group: Placed; before: LifeGroup }> {
    const group = await placed(run, await readyCart(run, [{ listing: mine, quantity: 1 }, { listing: theirs, quantity: 1 }]), "vnpay")
    return { group, before: (await fetchGroup(run, group)) as LifeGroup }
  }

  test("one is cancelled before it is paid: the gateway asks for the rest only, and the rest can be paid", async () => {
    const { group, before } = await vnpayGroup()
    const rest = before.orders.find((order) => order.seller.id !== mine.seller.id)!
    expect((await act(run, group, "cancel", { order_id: ofMine(before).id })).status).toBe(200)
    expect(await gateway(run, group)).toBe(rest.payment.amount_vnd)
    const after = await untilGroup(run, group, (view) => view.orders.some((order) => order.state === "paid"))
    expect(after.orders.map((order) => [order.id, order.state]).sort()).toEqual([[ofMine(before).id, "canceled"], [rest.id, "paid"]].sort())
  })

  test("one is cancelled after it is paid: its part goes back, the other stays paid", async () => {
    const { group, before } = await vnpayGroup()
    expect(await gateway(run, group)).toBe(before.total_vnd)
    await untilGroup(run, group, (view) => view.orders.every((order) => order.state === "paid"))
    const { body } = await act(run, group, "cancel", { order_id: ofMine(before).id })
    expect(ofMine(body.order_group).refunds).toMatchObject([{ amount_vnd: ofMine(before).payment.amount_vnd }])
    const other = body.order_group.orders.find((order) => order.seller.id !== mine.seller.id)!
    expect(other).toMatchObject({ state: "paid", refunds: [] })
  })
})

describe("the seller can't deliver all of it", () => {
  test("paid: the share of the pieces goes back, the rest is shipped, and pieces that are gone are not sold again", async () => {
    const { group, order } = await paidOrder(3)
    const before = await stock()
    const [line] = order.items
    const body = { lines: [{ id: line!.id, quantity: 2 }], reason: "out_of_stock", note: "Mưa đá" }
    const first = await asSeller<{ order: LifeOrder }>(run, `/orders/${order.id}/cancel-items`, body)
    expect(first).toMatchObject({ status: 200, body: { order: { canceled_vnd: 99_999, total_vnd: order.total_vnd - 99_999, items: [{ canceled_quantity: 1 }] } } })
    const again = await asSeller<{ order: LifeOrder }>(run, `/orders/${order.id}/cancel-items`, body)
    expect(again.body.order.refunds).toMatchObject([{ amount_vnd: 99_999 }])
    expect(await stock()).toBe(before)
    expect((await asSeller(run, `/orders/${order.id}/ship`, {})).status).toBe(200)
    expect(ofMine(await fetchGroup(run, group))).toMatchObject({ state: "shipped", payment: { amount_vnd: order.total_vnd } })
    expect(await stock()).toBe(before)
  })

  test("paid, then the rest is cancelled: all in all exactly what was paid goes back", async () => {
    const { group, order } = await paidOrder(3)
    const [line] = order.items
    const before = await stock()
    for (const quantity of [2, 1]) expect((await asSeller(run, `/orders/${order.id}/cancel-items`, { lines: [{ id: line!.id, quantity }], reason: "cannot_deliver" })).status).toBe(200)
    expect(await stock()).toBe(before + 2)
    expect((await act(run, group, "cancel", { order_id: order.id })).status).toBe(200)
    const { refunds } = ofMine(await fetchGroup(run, group))
    expect(refunds.map((refund) => refund.amount_vnd).reduce((sum, amount) => sum + amount, 0)).toBe(order.total_vnd)
    expect(refunds).toHaveLength(3)
    expect(await stock()).toBe(before + 3)
  })

  test("not paid: another QR asks for less; who has scanned the old one has paid the order, and gets back what is too much", async () => {
    const group = await placed(run, await readyCart(run, [{ listing: mine, quantity: 2 }]))
    const order = ofMine(await fetchGroup(run, group))
    const answer = await asSeller(run, `/orders/${order.id}/cancel-items`, { lines: [{ id: order.items[0]!.id, quantity: 1 }], reason: "damaged" })
    expect(answer.status).toBe(200)
    const less = ofMine(await fetchGroup(run, group))
    expect(less).toMatchObject({ state: "pending_payment", total_vnd: order.total_vnd - 99_999, payment: { amount_vnd: order.total_vnd - 99_999 } })
    expect(less.payment.vietqr).toMatchObject({ amount_vnd: order.total_vnd - 99_999 })
    expect(less.payment.vietqr!.memo).not.toBe(order.payment.vietqr!.memo)
    expect((await transfer(run, { payload: order.payment.vietqr!.payload })).deliveries[0]!.body).toMatchObject({ outcome: "matched", reason: "over" })
    const paid = ofMine(await untilGroup(run, group, (view) => ofMine(view).state === "paid"))
    expect(paid).toMatchObject({ total_vnd: order.total_vnd - 99_999, payment: { amount_vnd: order.total_vnd - 99_999 }, refunds: [{ amount_vnd: 99_999, state: "by_hand" }] })
    expect((await transfer(run, { payload: less.payment.vietqr!.payload })).deliveries[0]!.body).toMatchObject({ outcome: "unmatched", reason: "already_paid" })
  })

  test("not with lines of another order, not all of it, not twice at once for one piece, not another seller's order", async () => {
    const { order } = await paidOrder(2)
    const { order: other } = await paidOrder(1)
    const cancelItems = (id: string, quantity: number) => asSeller(run, `/orders/${order.id}/cancel-items`, { lines: [{ id, quantity }], reason: "out_of_stock" })
    expect(await cancelItems(other.items[0]!.id, 0)).toMatchObject({ status: 400, body: { code: "seller_order.unknown_line" } })
    expect(await cancelItems(order.items[0]!.id, 0)).toMatchObject({ status: 409, body: { code: "seller_order.nothing_left" } })
    const answers = await Promise.all([1, 1, 1].map((quantity) => cancelItems(order.items[0]!.id, quantity)))
    for (const answer of answers) expect([200, 409]).toContain(answer.status)
    const { body } = await asSeller<{ order: LifeOrder }>(run, `/orders/${order.id}`)
    expect(body.order).toMatchObject({ canceled_vnd: 99_999, refunds: [{ amount_vnd: 99_999 }] })
    const foreign = await placed(run, await readyCart(run, [{ listing: theirs, quantity: 1 }]))
    const theirOrder = (await fetchGroup(run, foreign)).orders[0]!
    for (const path of ["cancel", "cancel-items", "confirm", "cash-collected", "refused-at-door"]) {
      const body = path === "cancel" ? { reason: "other" } : path === "cancel-items" ? { lines: [{ id: "x", quantity: 0 }], reason: "other" } : {}
      expect((await asSeller(run, `/orders/${theirOrder.id}/${path}`, body)).status).toBe(404)
    }
  })

  test("the whole of it: what was paid goes back, with the seller's words", async () => {
    const { group, order } = await paidOrder()
    expect((await asSeller(run, `/orders/${order.id}/cancel`, { reason: "out_of_stock", note: "Hết chè" })).status).toBe(200)
    expect(ofMine(await fetchGroup(run, group))).toMatchObject({ state: "canceled", cancellation: { by: "seller", reason: "out_of_stock", note: "Hết chè" }, refunds: [{ amount_vnd: order.total_vnd }] })
  })
})
