import { describe, expect, test } from "vitest"
import { asSeller, fetchGroup, fetchListing, placed, readyCart, transfer, twoShops, untilGroup, type Placed, type TestRail } from "./support/checkout"
import { act, asOrderOf, gateway, type LifeGroup, type LifeOrder } from "./support/order-life"
import { readRun } from "./support/people"
import { atGateway, atGatewaysBooks, startVnpay } from "./support/vnpay"

// One cart, two shops: the buyer takes one shop's order back, by whatever rail, and the other never hears of it.

const run = readRun()
const { mine, theirs } = await twoShops(run)

const stock = async () => (await fetchListing(run, mine.handle)).available_quantity
const seen = async (group: Placed) => (await fetchGroup(run, group)) as LifeGroup
const split = (group: LifeGroup) => ({ first: asOrderOf(group, mine.seller.id), other: group.orders.find((order) => order.seller.id !== mine.seller.id)! })

async function pair(rail: TestRail): Promise<{ group: Placed; first: LifeOrder; other: LifeOrder }> {
  const group = await placed(run, await readyCart(run, [{ listing: mine, quantity: 2 }, { listing: theirs, quantity: 1 }]), rail)
  return { group, ...split(await seen(group)) }
}

async function takeBack(group: Placed, order: LifeOrder): Promise<{ first: LifeOrder; other: LifeOrder }> {
  const { status, body } = await act(run, group, "cancel", { order_id: order.id, reason: "changed_mind" })
  expect(status).toBe(200)
  return split(body.order_group)
}

describe("one order of a checkout is taken back", () => {
  test.each(["vietqr", "vnpay", "cod"] as const)("%s, before anything is paid: its stock is free, the other is as it was", async (rail) => {
    const before = await stock()
    const { group, first, other } = await pair(rail)
    expect([first.can_cancel, other.can_cancel]).toEqual([true, true])
    const after = await takeBack(group, first)
    expect(after.first).toMatchObject({ state: "canceled", can_cancel: false, refunds: [] })
    expect(after.other).toMatchObject({ state: other.state, can_cancel: true, total_vnd: other.total_vnd, payment: { rail, state: "pending", amount_vnd: other.payment.amount_vnd } })
    // A QR that somebody may be looking at asks for the same as before.
    expect(after.other.payment.vietqr).toEqual(other.payment.vietqr)
    expect(await stock()).toBe(before)
  })

  test("VietQR, one paid and one not: each its own money", async () => {
    const { group, first, other } = await pair("vietqr")
    await transfer(run, { payload: first.payment.vietqr!.payload })
    await untilGroup(run, group, (view) => split(view as LifeGroup).first.state === "paid")
    const unpaid = await takeBack(group, other)
    expect(unpaid).toMatchObject({ first: { state: "paid", refunds: [] }, other: { state: "canceled", refunds: [] } })
    const both = await takeBack(group, first)
    expect(both.first).toMatchObject({ state: "canceled", refunds: [{ amount_vnd: first.total_vnd }] })
    expect(both.other.refunds).toEqual([])
  })

  test("VNPay, with the old page of the gateway still open: what is paid there goes back, and what is left can be paid", async () => {
    const { group, first, other } = await pair("vnpay")
    const old = await startVnpay(run, group)
    await takeBack(group, first)
    await atGateway(run, old, "success")
    for (const deadline = Date.now() + 150_000; (await atGatewaysBooks(run, old.txnRef)).refunds.length === 0; await new Promise((resolve) => setTimeout(resolve, 500))) {
      if (Date.now() > deadline) throw new Error("What was paid on the old page did not go back")
    }
    expect((await atGatewaysBooks(run, old.txnRef)).refunds).toMatchObject([{ amount: String((first.total_vnd + other.total_vnd) * 100) }])
    expect(split(await seen(group))).toMatchObject({ first: { state: "canceled" }, other: { state: "pending_payment" } })
    // The buyer sees it, once: what was paid on a page that nobody asks to pay on any more is no order's own.
    expect((await seen(group)).orders.flatMap(({ refunds }) => refunds)).toMatchObject([{ amount_vnd: first.total_vnd + other.total_vnd, surplus: true }])
    expect(await gateway(run, group)).toBe(other.payment.amount_vnd)
    await untilGroup(run, group, (view) => split(view as LifeGroup).other.state === "paid")
  })

  test("both at the same moment, each by itself: nothing is left to pay, no stock is held", async () => {
    for (const rail of ["vnpay", "vietqr"] as const) {
      const before = await stock()
      const { group, first, other } = await pair(rail)
      const answers = await Promise.all([first, other].map(({ id }) => act(run, group, "cancel", { order_id: id })))
      // One may find the other just asking anew, and is told to try again.
      for (const [index, { status }] of answers.entries()) {
        if (status !== 200) expect((await act(run, group, "cancel", { order_id: [first, other][index]!.id })).status).toBe(200)
      }
      expect((await seen(group)).orders.map(({ state }) => state)).toEqual(["canceled", "canceled"])
      expect(await stock()).toBe(before)
    }
  })

  test("one is on its way: only the other can be taken back, and all at once takes back that one", async () => {
    const { group, first } = await pair("cod")
    expect((await asSeller(run, `/orders/${first.id}/ship`, {})).status).toBe(200)
    expect(await act(run, group, "cancel", { order_id: first.id })).toMatchObject({ status: 409, body: { code: "seller_order.shipping" } })
    const { status, body } = await act(run, group, "cancel", {})
    expect(status).toBe(200)
    expect(split(body.order_group)).toMatchObject({ first: { state: "shipped" }, other: { state: "canceled" } })
  })
})
