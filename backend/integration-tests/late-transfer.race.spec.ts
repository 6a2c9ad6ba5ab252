import { beforeAll, describe, expect, test } from "vitest"
import { asSeller, fetchGroup, listingOfAnotherSeller, newListing, placed, readyCart, store, transfer, untilGroup, type Placed, type TestListing, type Vietqr } from "./support/checkout"
import { messagesTo } from "./support/buyers"
import { act, asOrderOf, gateway, type LifeGroup, type LifeOrder } from "./support/order-life"
import { readRun, type Run } from "./support/people"

/** Money for a QR that its order no longer shows: the buyer scanned it, chose another way to pay, and the transfer went through all the same. */
let run: Run
let mine: TestListing
let theirs: TestListing

beforeAll(async () => {
  run = readRun()
  mine = await newListing(run, 80)
  theirs = await listingOfAnotherSeller(run, mine.seller.id)
})

/** As readyCart writes it. */
const BUYER_PHONE = "0912345678"
type Unclear = LifeOrder & { display_id: number; payment: LifeOrder["payment"] & { unclear_vnd: number; unclear_pays: boolean; cash_may_be_taken: boolean; cash_too: { amount_vnd: number; returned_at: string | null; missing_at: string | null } | null } }
const one = (): Promise<Placed> => readyCart(run, [{ listing: mine, quantity: 1 }]).then((cart) => placed(run, cart))
const both = (): Promise<Placed> => readyCart(run, [{ listing: mine, quantity: 1 }, { listing: theirs, quantity: 1 }]).then((cart) => placed(run, cart))
const orderOf = async (group: Placed): Promise<Unclear> => asOrderOf((await fetchGroup(run, group)) as LifeGroup, mine.seller.id) as Unclear
const qrOf = async (group: Placed): Promise<Vietqr> => (await orderOf(group)).payment.vietqr!
const over = async (group: Placed, rail: string) => expect((await act(run, group, "rail", { rail })).status).toBe(200)
const seller = (id: string, what: string) => asSeller(run, `/orders/${id}/${what}`, {})
const untilMine = async (group: Placed, wanted: (order: Unclear) => boolean, seconds = 150): Promise<Unclear> =>
  asOrderOf((await untilGroup(run, group, (view) => wanted(asOrderOf(view, mine.seller.id) as Unclear), seconds)) as LifeGroup, mine.seller.id) as Unclear
const byTransfer = (order: Unclear) => order.payment.state === "paid" && order.payment.rail === "vietqr"

async function wentOverTo(rail: "cod" | "vnpay"): Promise<{ group: Placed; qr: Vietqr; id: string }> {
  const group = await one()
  const { id, payment } = await orderOf(group)
  await over(group, rail)
  return { group, qr: payment.vietqr!, id }
}

describe("a transfer to the QR of before", () => {
  test("pays an order that went over to cash: nothing is due at the door, and nobody can say that cash was taken", async () => {
    const { group, qr, id } = await wentOverTo("cod")
    expect((await seller(id, "confirm")).status).toBe(200)
    expect((await transfer(run, { payload: qr.payload })).deliveries[0]).toMatchObject({ status: 200, body: { outcome: "unmatched", reason: "late" } })
    const paid = await untilMine(group, byTransfer)
    expect(paid).toMatchObject({ id, state: "paid", refunds: [], payment: { amount_received_vnd: qr.amount_vnd, unclear_vnd: 0, vietqr: null } })
    expect(await seller(id, "cash-collected")).toMatchObject({ status: 409, body: { code: "seller_order.not_cash" } })
    // Nothing was on its way: nobody can have taken cash.
    for (const what of ["cash-held", "cash-returned"]) expect(await seller(id, what)).toMatchObject({ status: 409, body: { code: "seller_order.no_cash_due" } })
    expect((await seller(id, "ship")).status).toBe(200)
    expect(await orderOf(group)).toMatchObject({ state: "shipped", payment: { rail: "vietqr", state: "paid" } })
  })

  test("pays one that is on its way to be paid at the door", async () => {
    const { group, qr, id } = await wentOverTo("cod")
    expect((await seller(id, "ship")).status).toBe(200)
    await transfer(run, { payload: qr.payload })
    expect(await untilMine(group, byTransfer)).toMatchObject({ state: "shipped", payment: { amount_received_vnd: qr.amount_vnd } })
    expect(await seller(id, "refused-at-door")).toMatchObject({ status: 409 })
    // Cash was taken before anybody could say so: it is the buyer's, and both pages know of it until it is given back.
    expect((await orderOf(group)).payment).toMatchObject({ cash_may_be_taken: true, cash_too: null })
    const said = await Promise.all([1, 2, 3].map(() => seller(id, "cash-held")))
    expect(said.map(({ status }) => status)).toEqual([200, 200, 200])
    const held = (await orderOf(group)).payment.cash_too
    expect(held).toMatchObject({ amount_vnd: qr.amount_vnd, returned_at: null })
    expect((await seller(id, "cash-returned")).status).toBe(200)
    expect((await seller(id, "cash-held")).status).toBe(200)
    expect((await orderOf(group)).payment.cash_too).toMatchObject({ ...held, returned_at: expect.any(String) as string })
  })

  test("cash the shop says it gave back can be missed by the buyer, and both are told", async () => {
    const { group, qr, id } = await wentOverTo("cod")
    const miss = (change: object = {}) => store(run, `/order-groups/${group.id}/cash-missing`, { access_token: group.access_token, order_id: id, ...change })
    expect((await seller(id, "ship")).status).toBe(200)
    await transfer(run, { payload: qr.payload })
    await untilMine(group, byTransfer)
    expect((await seller(id, "cash-held")).status).toBe(200)
    expect(await miss()).toMatchObject({ status: 409, body: { code: "seller_order.cash_not_returned" } })
    expect((await seller(id, "cash-returned")).status).toBe(200)
    expect((await miss({ access_token: "wrong" })).status).toBe(404)
    expect((await miss({ order_id: "order_none" })).status).toBe(404)
    expect((await Promise.all([1, 2, 3].map(() => miss()))).map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await orderOf(group)).payment.cash_too).toMatchObject({ returned_at: null, missing_at: expect.any(String) as string })
    // Held is what it is again; given back is said anew.
    expect((await seller(id, "cash-held")).status).toBe(200)
    expect((await orderOf(group)).payment.cash_too).toMatchObject({ returned_at: null })
    expect((await seller(id, "cash-returned")).status).toBe(200)
    const { display_id, payment } = await orderOf(group)
    expect(payment.cash_too).toMatchObject({ returned_at: expect.any(String) as string, missing_at: null })
    const told = async (phone: string) => (await messagesTo(run, phone)).map(({ text }) => text).filter((text) => text.includes(`tiền mặt của đơn số ${display_id}`))
    const counted = (texts: string[]) => [/ghi đã thu/, /ghi đã trả lại/, /báo chưa nhận lại/].map((words) => texts.filter((text) => words.test(text)).length)
    await expect.poll(async () => counted(await told(BUYER_PHONE)), { timeout: 150_000, interval: 2_000 }).toEqual([1, 2, 0])
    await expect.poll(async () => counted(await told(run.accounts.find(({ role }) => role === "seller")!.login)), { timeout: 150_000, interval: 2_000 }).toEqual([0, 0, 1])
  }, 500_000)

  test("pays its order of a group that waits for VNPay; VNPay then asks for the others alone", async () => {
    const group = await both()
    const qr = await qrOf(group)
    await over(group, "vnpay")
    await transfer(run, { payload: qr.payload })
    await untilMine(group, byTransfer)
    const rest = ((await fetchGroup(run, group)) as LifeGroup).orders.find((order) => order.seller.id !== mine.seller.id)!
    expect(rest).toMatchObject({ state: "pending_payment", payment: { rail: "vnpay" } })
    expect(await gateway(run, group)).toBe(rest.payment.amount_vnd)
    await untilGroup(run, group, ({ orders }) => orders.every(({ payment }) => payment.state === "paid"))
  })

  test("more than was asked for: paid, and the rest goes back", async () => {
    const { group, qr } = await wentOverTo("cod")
    await transfer(run, { payload: qr.payload, amount_vnd: qr.amount_vnd + 7_000 })
    const paid = await untilMine(group, (order) => byTransfer(order) && order.refunds.length === 1)
    expect(paid.refunds).toMatchObject([{ amount_vnd: 7_000, state: "by_hand", surplus: true }])
  })

  test("less: the page says that money has come and is looked at, the order stays as it is; the rest of it makes it whole", async () => {
    const { group, qr } = await wentOverTo("cod")
    await transfer(run, { payload: qr.payload, amount_vnd: qr.amount_vnd - 1_000 })
    expect(await untilMine(group, ({ payment }) => payment.unclear_vnd > 0)).toMatchObject({ state: "to_confirm", payment: { rail: "cod", state: "pending", unclear_vnd: qr.amount_vnd - 1_000 } })
    await transfer(run, { payload: qr.payload, amount_vnd: 1_000 })
    expect(await untilMine(group, byTransfer)).toMatchObject({ payment: { unclear_vnd: 0 } })
  })

  test("less, and then the shop takes lines out: enough for what is left, so it pays, and the rest of it goes back", async () => {
    const group = await placed(run, await readyCart(run, [{ listing: mine, quantity: 3 }]))
    const { id, payment, items } = await orderOf(group)
    const qr = payment.vietqr!
    await over(group, "cod")
    await transfer(run, { payload: qr.payload, amount_vnd: qr.amount_vnd - 1_000 })
    expect((await untilMine(group, (order) => order.payment.unclear_vnd > 0)).payment).toMatchObject({ state: "pending", unclear_pays: false })
    expect((await asSeller(run, `/orders/${id}/cancel-items`, { lines: [{ id: items[0]!.id, quantity: 1 }], reason: "out_of_stock" })).status).toBe(200)
    const paid = await untilMine(group, (order) => byTransfer(order) && order.refunds.length > 0)
    expect(paid.total_vnd).toBeLessThan(qr.amount_vnd - 1_000)
    expect(paid.payment).toMatchObject({ unclear_vnd: 0, amount_received_vnd: qr.amount_vnd - 1_000 })
    expect(paid.refunds.reduce((sum, { amount_vnd }) => sum + amount_vnd, 0)).toBe(qr.amount_vnd - 1_000 - paid.total_vnd)
  })

  test("counts for the QR of after, when the order came back to VietQR by way of VNPay", async () => {
    const { group, qr } = await wentOverTo("vnpay")
    await over(group, "vietqr")
    expect((await qrOf(group)).memo).not.toBe(qr.memo)
    expect((await transfer(run, { payload: qr.payload })).deliveries[0]).toMatchObject({ body: { outcome: "matched", reason: "exact" } })
    await untilMine(group, byTransfer)
  })

  test("for an order that VNPay has paid meanwhile goes back, without anybody at the desk", async () => {
    const { group, qr } = await wentOverTo("vnpay")
    await gateway(run, group)
    await untilMine(group, ({ payment }) => payment.state === "paid")
    await transfer(run, { payload: qr.payload })
    // The page reads desk and refunds one after the other.
    const order = await untilMine(group, ({ refunds, payment }) => refunds.length > 0 && payment.unclear_vnd === 0)
    expect(order).toMatchObject({ state: "paid", payment: { rail: "vnpay", unclear_vnd: 0 }, refunds: [{ amount_vnd: qr.amount_vnd, state: "by_hand", surplus: true, transfer: { sender: "shop", state: "waiting" } }] })
  })

  test("for a cancelled order lies at the desk, and its page says so", async () => {
    const { group, qr } = await wentOverTo("cod")
    expect((await act(run, group, "cancel", { reason: "changed_mind" })).status).toBe(200)
    await transfer(run, { payload: qr.payload })
    expect(await untilMine(group, ({ payment }) => payment.unclear_vnd > 0)).toMatchObject({ state: "canceled", payment: { unclear_vnd: qr.amount_vnd } })
  })
})

/** Runs both at once, each first in every second round. */
async function atOnce<A, B>(round: number, one: () => Promise<A>, other: () => Promise<B>): Promise<[A, B]> {
  if (round % 2) return Promise.all([one(), other()])
  const [b, a] = await Promise.all([other(), one()])
  return [a, b]
}

/** The price is paid once, and whatever came twice is on its way back. */
function expectPaidOnce(order: Unclear, priceVnd: number, cameVnd: number): void {
  expect(order.payment).toMatchObject({ state: "paid", unclear_vnd: 0, amount_received_vnd: priceVnd })
  expect(order.refunds.reduce((sum, { amount_vnd }) => sum + amount_vnd, 0)).toBe(cameVnd - priceVnd)
}

// Four rounds, each of which may wait for the jobs of every minute.
describe("at the same moment", { timeout: 700_000 }, () => {
  test("the shop takes the cash: paid once, by one of the two, and the transfer goes back if it came second", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { group, qr, id } = await wentOverTo("cod")
      expect((await seller(id, "ship")).status).toBe(200)
      const [cash] = await atOnce(round, () => seller(id, "cash-collected"), () => transfer(run, { payload: qr.payload }))
      expect([200, 409]).toContain(cash.status)
      const order = await untilMine(group, (seen) => seen.payment.state === "paid" && (seen.payment.rail === "vietqr" || seen.refunds.length > 0))
      expect(order.payment.rail).toBe(cash.status === 200 ? "cod" : "vietqr")
      expectPaidOnce(order, qr.amount_vnd, cash.status === 200 ? 2 * qr.amount_vnd : qr.amount_vnd)
    }
  })

  test("VNPay says paid: one pays the order, the other's money goes back", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { group, qr } = await wentOverTo("vnpay")
      await atOnce(round, () => gateway(run, group), () => transfer(run, { payload: qr.payload }))
      const order = await untilMine(group, ({ payment, refunds }) => payment.state === "paid" && refunds.length > 0)
      expectPaidOnce(order, qr.amount_vnd, 2 * qr.amount_vnd)
    }
  })

  test("the buyer cancels: paid and given back, or cancelled with the money at the desk; never lost", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { group, qr } = await wentOverTo("cod")
      const [cancel] = await atOnce(round, () => act(run, group, "cancel", {}), () => transfer(run, { payload: qr.payload }))
      if (cancel.status === 200) {
        const order = await untilMine(group, ({ payment, refunds }) => payment.unclear_vnd > 0 || refunds.length > 0)
        expect(order.state).toBe("canceled")
        expect(order.payment.unclear_vnd + order.refunds.reduce((sum, { amount_vnd }) => sum + amount_vnd, 0)).toBe(qr.amount_vnd)
      } else {
        expect(cancel.status).toBe(409)
        expectPaidOnce(await untilMine(group, byTransfer), qr.amount_vnd, qr.amount_vnd)
      }
    }
  })

  test("the bank tells it twice, by two aggregators: once", async () => {
    const { group, qr } = await wentOverTo("cod")
    const reference_code = `FT${Math.floor(Math.random() * 1e9)}`
    await Promise.all([transfer(run, { payload: qr.payload, reference_code, aggregators: "sepay,casso", notices: 2 }), transfer(run, { payload: qr.payload, reference_code, aggregators: "payos" })])
    expectPaidOnce(await untilMine(group, byTransfer), qr.amount_vnd, qr.amount_vnd)
  })

  test("two transfers: one pays, the other goes back or lies at the desk, and the page shows it", async () => {
    const { group, qr } = await wentOverTo("cod")
    await Promise.all([transfer(run, { payload: qr.payload }), transfer(run, { payload: qr.payload })])
    const order = await untilMine(group, (seen) => byTransfer(seen) && seen.payment.unclear_vnd + seen.refunds.reduce((sum, { amount_vnd }) => sum + amount_vnd, 0) > 0)
    expect(order.payment.unclear_vnd + order.refunds.reduce((sum, { amount_vnd }) => sum + amount_vnd, 0)).toBe(qr.amount_vnd)
  })
})
