import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { operator } from "./support/books"
import { asBuyer, groupsOf, logInBuyer } from "./support/buyers"
import { asSeller, fetchGroup, placed, readyCart, store, twoShops, untilGroup, type Placed, type TestGroup, type TestOrder } from "./support/checkout"
import { houseDatabase } from "./support/clone-carts"
import { act } from "./support/order-life"
import { readRun } from "./support/people"
import { atGateway, atGatewaysBooks, atPortal, startVnpay, stockOf, waitingOrder, type Attempt } from "./support/vnpay"

// VNPay may have the buyer's money and has not decided (07 suspected, 04 debited at the bank): what buyer and shop are told, and can do.

type Checking = { decide_by: string | null; shared: boolean } | null
type CheckedOrder = TestOrder & { payment: { checking: Checking } }
type Checked = Omit<TestGroup, "orders"> & { orders: CheckedOrder[]; vnpay: { state: string; attempt: string; failure: string | null; offers_qr: boolean; qr: unknown } | null }
type Suspected = { intent_id: string; txn_ref: string; decide_by: string }
type Rails = { rails: { rail: string; open: boolean; reason: string | null }[] }

const run = readRun()
const { mine, theirs } = await twoShops(run)
const CHECKING = { status: 409, body: { code: "seller_order.payment_checking" } }

let database: Awaited<ReturnType<typeof houseDatabase>>
beforeAll(async () => {
  database = await houseDatabase()
})
afterAll(() => database.end())

const seen = async (group: Placed) => (await fetchGroup(run, group)) as Checked
/** What the shop reads on the page of an order and in its list. */
async function seenByShop(orderId: string): Promise<Checking[]> {
  const [page, list] = await Promise.all([asSeller<{ order: CheckedOrder }>(run, `/orders/${orderId}`), asSeller<{ orders: CheckedOrder[] }>(run, "/orders")])
  return [page.body.order, list.body.orders.find(({ id }) => id === orderId)!].map((order) => order.payment.checking)
}
/** The line of the operator's list: there the deadline is decided. */
const lineOf = async ({ txnRef }: Attempt) => ((await operator(run, "/cashless-payment/suspected?limit=100")).body as { payments: Suspected[] }).payments.find((line) => line.txn_ref === txnRef)
const ask = (group: Placed, as?: "qr") => store(run, `/order-groups/${group.id}/vnpay`, { access_token: group.access_token, ...(as && { as }) })

async function checked(outcome: "suspected" | "unclear", lines = [{ listing: mine, quantity: 1 }]): Promise<{ group: Placed; attempt: Attempt }> {
  const group = await waitingOrder(run, lines)
  const attempt = await startVnpay(run, group)
  await atGateway(run, attempt, outcome)
  return { group, attempt }
}

/** The window to pay ended an hour ago; the payment is still being checked. */
async function timeIsOver(group: Placed): Promise<void> {
  const past = "now() - interval '1 hour'"
  await database.query(`update payment_intent set expires_at = ${past} where id in (select intent_id from seller_payment where order_group_id = $1)`, [group.id])
  await database.query(`update seller_payment set expires_at = ${past} where order_group_id = $1`, [group.id])
}

/** What the open page's stream says, up to the first `changed`. */
async function untilToldOfChange(group: Placed, cause: () => Promise<unknown>): Promise<void> {
  const response = await fetch(`${run.backend}/store/order-groups/${group.id}/events`, { headers: { "x-publishable-api-key": run.publishable_key, "x-order-key": group.access_token }, signal: AbortSignal.timeout(60_000) })
  const reader = response.body!.getReader()
  let said = ""
  const listen = async (word: string) => {
    while (!said.includes(word)) said += new TextDecoder().decode((await reader.read()).value)
  }
  await listen("event: ready")
  await cause()
  await listen("event: changed")
  await reader.cancel()
}

describe("money VNPay is checking", () => {
  test.each(["suspected", "unclear"] as const)("%s: the order says so, asks for nothing, also after its time, and is paid when VNPay says yes", async (outcome) => {
    const { group, attempt } = await checked(outcome)
    for (const late of [false, true]) {
      if (late) await timeIsOver(group)
      const view = await seen(group)
      expect(view.vnpay).toEqual({ state: "checking", attempt: "begun", failure: null, offers_qr: false, qr: null })
      const decideBy = (await lineOf(attempt))?.decide_by ?? null
      expect(decideBy !== null).toBe(outcome === "suspected")
      expect(view.orders[0]).toMatchObject({ state: "pending_payment", payment: { checking: { decide_by: decideBy, shared: false } } })
      expect(await seenByShop(view.orders[0]!.id)).toEqual(Array(2).fill({ decide_by: decideBy, shared: false }))
      for (const as of [undefined, "qr"] as const) expect(await ask(group, as)).toMatchObject(CHECKING)
      for (const rail of ["vietqr", "cod"] as const) expect(await act(run, group, "rail", { rail })).toMatchObject(CHECKING)
    }
    const { body } = await store<Rails>(run, `/order-groups/${group.id}/rails?access_token=${encodeURIComponent(group.access_token)}`)
    expect(body.rails.find(({ rail }) => rail === "vietqr")).toMatchObject({ open: false, reason: expect.stringContaining("kiểm tra") })
    await atPortal(run, attempt.txnRef, { outcome: "success" })
    expect((await untilGroup(run, group, ({ orders }) => orders[0]!.state === "paid")).paid_vnd).toBeGreaterThan(0)
    const { vnpay, orders } = await seen(group)
    expect([vnpay, orders[0]!.payment.checking, ...(await seenByShop(orders[0]!.id))]).toEqual([null, null, null, null])
  })

  test("the list of the buyer's account says it too", async () => {
    const { group, attempt } = await checked("suspected")
    const { token } = await logInBuyer(run)
    expect((await asBuyer(run, `/buyer/order-groups/${group.id}/claim`, token, { access_token: group.access_token })).status).toBe(200)
    const listed = async () => (await groupsOf(run, token)).order_groups.map(({ orders }) => orders.map(({ checking }) => checking))
    expect(await listed()).toEqual([[true]])
    await atPortal(run, attempt.txnRef, { outcome: "denied" })
    await untilGroup(run, group, (view) => (view as Checked).vnpay?.attempt === "failed")
    expect(await listed()).toEqual([[false]])
  })

  test("kept longer by the operator, it is said to be waited for as long", async () => {
    const { group, attempt } = await checked("suspected")
    const [order] = (await seen(group)).orders
    const line = (await lineOf(attempt))!
    expect((await operator(run, `/cashless-payment/suspected/${line.intent_id}/keep`, { hours: 100, note: "VNPay hẹn trả lời mai" })).status).toBe(200)
    const decideBy = (await lineOf(attempt))!.decide_by
    expect(Date.parse(decideBy)).toBeGreaterThan(Date.parse(line.decide_by))
    expect([(await seen(group)).orders[0]!.payment.checking?.decide_by, ...(await seenByShop(order!.id)).map((checking) => checking?.decide_by)]).toEqual([decideBy, decideBy, decideBy])
    await atPortal(run, attempt.txnRef, { outcome: "denied" })
  })

  test("an open page is told at once, and again when VNPay says no: it can be paid anew", async () => {
    const group = await waitingOrder(run, [{ listing: mine, quantity: 1 }])
    expect((await seen(group)).vnpay).toMatchObject({ state: "open", attempt: "none", failure: null })
    const attempt = await startVnpay(run, group)
    await untilToldOfChange(group, () => atGateway(run, attempt, "suspected"))
    expect((await seen(group)).vnpay).toMatchObject({ state: "checking" })
    await untilToldOfChange(group, () => atPortal(run, attempt.txnRef, { outcome: "denied" }))
    expect((await seen(group)).vnpay).toMatchObject({ state: "open", attempt: "failed", failure: "declined" })
    expect((await ask(group)).status).toBe(200)
    expect((await seen(group)).vnpay).toMatchObject({ state: "open", attempt: "begun", failure: null })
  })

  test("canceled meanwhile: the stock is free, and what VNPay then confirms goes back in full by itself", async () => {
    const before = await stockOf(run, mine)
    const { group, attempt } = await checked("suspected")
    const [order] = (await seen(group)).orders
    expect((await act(run, group, "cancel", { order_id: order!.id, reason: "too_slow" })).status).toBe(200)
    expect(await stockOf(run, mine)).toBe(before)
    await atPortal(run, attempt.txnRef, { outcome: "success" })
    for (const deadline = Date.now() + 150_000; (await atGatewaysBooks(run, attempt.txnRef)).refunds.length === 0; await new Promise((resolve) => setTimeout(resolve, 500))) {
      if (Date.now() > deadline) throw new Error("VNPay was not asked to give the money back")
    }
    expect((await atGatewaysBooks(run, attempt.txnRef)).refunds).toMatchObject([{ amount: String(order!.total_vnd * 100), transaction_type: "02" }])
    expect((await seen(group)).orders[0]).toMatchObject({ state: "canceled" })
  })

  test("one payment for two orders: neither is canceled apart until VNPay has decided", async () => {
    const group = await placed(run, await readyCart(run, [{ listing: mine, quantity: 1 }, { listing: theirs, quantity: 1 }]), "vnpay")
    const attempt = await startVnpay(run, group)
    await atGateway(run, attempt, "suspected")
    const { orders } = await seen(group)
    const own = orders.find(({ seller }) => seller.id === mine.seller.id)!
    const [order] = orders
    expect([...orders.map(({ payment }) => payment.checking), ...(await seenByShop(own.id))].map((checking) => checking?.shared)).toEqual([true, true, true, true])
    expect(await asSeller(run, `/orders/${own.id}/cancel`, { reason: "out_of_stock" })).toMatchObject(CHECKING)
    expect(await act(run, group, "cancel", { order_id: order!.id, reason: "other" })).toMatchObject(CHECKING)
    expect((await seen(group)).orders.map(({ state }) => state)).toEqual(["pending_payment", "pending_payment"])
    await atPortal(run, attempt.txnRef, { outcome: "denied" })
    expect((await act(run, group, "cancel", { order_id: order!.id, reason: "other" })).status).toBe(200)
    expect((await seen(group)).orders.map(({ state }) => state).toSorted()).toEqual(["canceled", "pending_payment"])
  })
})
