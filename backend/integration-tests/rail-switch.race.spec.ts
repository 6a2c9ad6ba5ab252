import { describe, expect, test } from "vitest"
import { fetchGroup, fetchListing, placed, readyCart, store, transfer, twoShops, untilGroup, type Placed } from "./support/checkout"
import { act, asOrderOf, gateway, type LifeGroup } from "./support/order-life"
import { readRun } from "./support/people"

const run = readRun()
const { mine, theirs } = await twoShops(run)

const both = async (rail: "vietqr" | "vnpay" = "vietqr"): Promise<Placed> => placed(run, await readyCart(run, [{ listing: mine, quantity: 1 }, { listing: theirs, quantity: 1 }]), rail)
const one = async (): Promise<Placed> => placed(run, await readyCart(run, [{ listing: mine, quantity: 1 }]))
const seen = async (group: Placed) => (await fetchGroup(run, group)) as LifeGroup
const switchTo = (group: Placed, rail: string) => act(run, group, "rail", { rail })

describe("paying another way", () => {
  test("VietQR → VNPay → VietQR → cash: same orders, same stock, each time another way to pay", async () => {
    const group = await both()
    const before = await seen(group)
    const stock = (await fetchListing(run, mine.handle)).available_quantity
    const vnpay = await switchTo(group, "vnpay")
    expect(vnpay.status).toBe(200)
    expect(vnpay.body.order_group.orders.map((order) => [order.id, order.payment.rail, order.payment.vietqr])).toEqual(before.orders.map((order) => [order.id, "vnpay", null]))
    const back = (await switchTo(group, "vietqr")).body.order_group
    expect(back.orders.map((order) => order.payment.vietqr!.amount_vnd)).toEqual(before.orders.map((order) => order.total_vnd))
    const memos = [...before.orders, ...back.orders].map((order) => order.payment.vietqr!.memo)
    expect(new Set(memos).size).toBe(4)
    const cash = (await switchTo(group, "cod")).body.order_group
    expect(cash.orders.map((order) => order.state)).toEqual(["to_confirm", "to_confirm"])
    expect((await fetchListing(run, mine.handle)).available_quantity).toBe(stock)
    const again = (await switchTo(group, "vnpay")).body.order_group
    expect(await gateway(run, group)).toBe(again.total_vnd)
    await untilGroup(run, group, (view) => view.orders.every((order) => order.state === "paid"))
    expect(await switchTo(group, "vietqr")).toMatchObject({ status: 409, body: { code: "order_group.nothing_to_pay" } })
  })

  test("one order is paid, the other goes over; the paid one stays as it is", async () => {
    const group = await both()
    const paid = asOrderOf(await seen(group), mine.seller.id)
    await transfer(run, { payload: paid.payment.vietqr!.payload })
    await untilGroup(run, group, (view) => view.orders.some((order) => order.state === "paid"))
    const { body } = await switchTo(group, "vnpay")
    const rest = body.order_group.orders.find((order) => order.id !== paid.id)!
    expect(asOrderOf(body.order_group, mine.seller.id)).toMatchObject({ state: "paid", payment: { rail: "vietqr" } })
    expect(await gateway(run, group)).toBe(rest.payment.amount_vnd)
    await untilGroup(run, group, (view) => view.orders.every((order) => order.state === "paid"))
  })

  test("the same rail changes nothing; an unknown one, a wrong key and a half paid order are refused", async () => {
    const group = await one()
    const before = await seen(group)
    expect((await switchTo(group, "vietqr")).body.order_group.orders[0]!.payment).toEqual(before.orders[0]!.payment)
    expect(await switchTo(group, "gold")).toMatchObject({ status: 400 })
    expect(await store(run, `/order-groups/${group.id}/rail`, { access_token: "x", rail: "vnpay" })).toMatchObject({ status: 404 })
    await transfer(run, { payload: before.orders[0]!.payment.vietqr!.payload, amount_vnd: 1_000 })
    await untilGroup(run, group, (view) => view.orders[0]!.payment.amount_received_vnd === 1_000)
    expect(await switchTo(group, "vnpay")).toMatchObject({ status: 409, body: { code: "seller_order.partly_paid" } })
  })

  test("a change and a payment at the same moment: the transfer pays, whether it came before the change or after", async () => {
    for (let round = 0; round < 5; round += 1) {
      const group = await one()
      const { payment } = (await seen(group)).orders[0]!
      const calls = [() => switchTo(group, "vnpay"), () => transfer(run, { payload: payment.vietqr!.payload })] as const
      const [change, money] = await Promise.all(round % 2 ? [calls[0](), calls[1]()] : [...calls].reverse().map((call) => call()).reverse()) as [Awaited<ReturnType<typeof switchTo>>, Awaited<ReturnType<typeof transfer>>]
      const matched = money.deliveries[0]!.body.outcome !== "unmatched"
      expect(change.status).toBe(matched ? 409 : 200)
      // The notice can find the order in the middle of the change; it then comes again after 15 s, and 30 s more.
      const after = await untilGroup(run, group, (view) => view.orders[0]!.state === "paid", 150)
      expect(after.orders[0]!.payment.rail).toBe("vietqr")
    }
  })

  test("two changes at once, and a change with a cancel: one order with one way to pay, or none", async () => {
    const group = await both()
    const answers = await Promise.all([switchTo(group, "vnpay"), switchTo(group, "cod"), switchTo(group, "vnpay")])
    for (const answer of answers) expect([200, 409]).toContain(answer.status)
    expect(new Set((await seen(group)).orders.map((order) => order.payment.rail)).size).toBe(1)

    for (let round = 0; round < 3; round += 1) {
      const other = await one()
      const stock = (await fetchListing(run, mine.handle)).available_quantity
      const [change, cancel] = await Promise.all([switchTo(other, "vnpay"), act(run, other, "cancel", {})])
      const [order] = (await seen(other)).orders
      expect(order!.state).toBe(cancel.status === 200 ? "canceled" : "pending_payment")
      if (cancel.status !== 200) expect(change.status).toBe(200)
      if (cancel.status === 200) expect((await fetchListing(run, mine.handle)).available_quantity).toBe(stock + 1)
    }
  })
})
