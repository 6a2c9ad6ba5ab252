import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { ActBy } from "./operations/acts"
import type { Rail } from "./operations/rows"
import type OrderGroupModuleService from "./service"

/** The swaps of an order's state against each other, many times at once on connections of their own: exactly one wins. */
const ROUNDS = 25
const by: ActBy = { actor: "seller", actorId: "member_1" }
const SELLER = "sel_1"

let running: RunningModule<OrderGroupModuleService>
let groups: OrderGroupModuleService
let serial = 0

beforeAll(async () => {
  running = await startModule("orderGroup", resolve(__dirname, "../../../.medusa/server/src/modules/order-group"), "spec_marketplace_order_group")
  groups = running.service
})
afterAll(() => running?.stop())

type State = "pending" | "paid"
type Made = { groupId: string; orderId: string; paymentId: string; intentId: string | null }

async function order(rail: Rail, state: State = "pending", more: Record<string, unknown> = {}): Promise<Made> {
  const number = (serial += 1)
  const group = await groups.createOrderGroups({ cart_id: `cart_${number}`, currency_code: "vnd", rail, total_vnd: 100_000, status: "placed" })
  const intentId = rail === "cod" ? null : `pi_${number}`
  const payment = await groups.createSellerPayments({
    order_group_id: group.id, seller_id: SELLER, order_id: `order_${number}`, payment_collection_id: `pay_col_${number}`, payment_session_id: `payses_${number}`,
    intent_id: intentId, rail, amount_vnd: 100_000, state, expires_at: new Date(Date.now() + 3_600_000), ...more,
  })
  return { groupId: group.id, orderId: `order_${number}`, paymentId: payment.id, intentId }
}

const stateOf = async ({ orderId }: Made) => (await groups.listSellerPayments({ order_id: orderId }, { take: 1 }))[0]!
const paidIntent = ({ intentId }: Made) => ({ id: intentId!, status: "succeeded", amountVnd: 100_000, amountReceivedVnd: 100_000 })

/** Runs both at once, in either order of starting, and says who won each time. */
async function race(make: () => Promise<Made>, acts: Record<string, (made: Made) => Promise<boolean>>, judge: (made: Made, winner: string) => Promise<void>): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const made = await make()
    const names = round % 2 ? Object.keys(acts) : Object.keys(acts).reverse()
    const won = await Promise.all(names.map((name) => acts[name]!(made)))
    const winners = names.filter((_name, index) => won[index])
    expect(winners, `round ${round}`).toHaveLength(1)
    await judge(made, winners[0]!)
  }
}

const cancel = async (made: Made) => "before" in (await groups.beginClosing({ orderId: made.orderId, to: "canceled", by: { actor: "buyer" }, paidToo: true }))
const ship = async (made: Made) => "orderGroupId" in (await groups.beginShipping(made.orderId, SELLER, by))
const lapse = async (made: Made) => "before" in (await groups.beginClosing({ orderId: made.orderId, to: "expired", by: { actor: "system" }, paidToo: false, lapsed: { intentId: made.intentId } }))
const reopen = async (made: Made) => (await groups.beginReopening({ orderGroupId: made.groupId, orderIds: null, to: "vnpay", key: `reopen_${made.orderId}` })).length > 0
/** Money for its former QR is to pay it. */
const bring = async (made: Made) => (await groups.beginReopening({ orderGroupId: made.groupId, orderIds: [made.orderId], to: "vietqr", key: `late_${made.orderId}`, forMoneyOf: "pi_former" })).length > 0
const pay = async (made: Made) => (await groups.claimForPayment({ sellerPaymentId: made.paymentId, eventId: `evt_${made.orderId}`, intent: paidIntent(made) })) === "apply"

describe("at the same moment exactly one of them happens", () => {
  test("a cancel and a shipment of a paid order", () =>
    race(() => order("vietqr", "paid"), { cancel, ship }, async (made, winner) => {
      const row = await stateOf(made)
      expect([row.state, row.shipping_at !== null]).toEqual(winner === "ship" ? ["paid", true] : ["refunded", false])
    }))

  test("a cancel and a payment", () =>
    race(() => order("vietqr"), { cancel, pay }, async (made, winner) => expect((await stateOf(made)).state).toBe(winner === "pay" ? "applying" : "canceled")))

  test("a change of rail and a cancel, a payment, a shipment paid at the door", async () => {
    await race(() => order("vietqr"), { reopen, cancel }, async (made, winner) => expect((await stateOf(made)).state).toBe(winner === "reopen" ? "reopening" : "canceled"))
    await race(() => order("vietqr"), { reopen, pay }, async (made, winner) => expect((await stateOf(made)).state).toBe(winner === "reopen" ? "reopening" : "applying"))
    await race(() => order("cod"), { reopen, ship }, async (made, winner) => expect((await stateOf(made)).shipping_at === null).toBe(winner === "reopen"))
  }, 60_000)

  test("late money for an order and cash taken at the door, a parcel refused there, VNPay's word, a cancel", async () => {
    const shipped = () => order("cod", "pending", { shipping_at: new Date() })
    const isHeld = (made: Made) => async (winner: string, other: string) => expect(await stateOf(made)).toMatchObject(winner === "bring" ? { state: "reopening", reopening_to: "vietqr", reopening_for: "pi_former" } : { state: other, reopening_for: null })
    await race(shipped, { bring, take: async (made) => "first" in (await groups.claimCash(made.orderId, SELLER, by)) }, (made, winner) => isHeld(made)(winner, "applying"))
    await race(shipped, { bring, refuse: async (made) => "first" in (await groups.claimRefusal(made.orderId, SELLER, by)) }, (made, winner) => isHeld(made)(winner, "canceled"))
    await race(() => order("vnpay"), { bring, pay }, (made, winner) => isHeld(made)(winner, "applying"))
    await race(() => order("cod"), { bring, cancel }, (made, winner) => isHeld(made)(winner, "canceled"))
  }, 180_000)

  test("the shop's yes and the end of its time", () =>
    race(() => order("cod"), { confirm: async (made) => "first" in (await groups.confirmCash(made.orderId, SELLER, by)), lapse }, async (made, winner) => {
      const row = await stateOf(made)
      expect([row.state, row.confirmed_at !== null]).toEqual(winner === "confirm" ? ["pending", true] : ["expired", false])
    }))

  test("cash taken and refused at the door", () =>
    race(
      () => order("cod", "pending", { shipping_at: new Date() }),
      { take: async (made) => "first" in (await groups.claimCash(made.orderId, SELLER, by)), refuse: async (made) => "first" in (await groups.claimRefusal(made.orderId, SELLER, by)) },
      async (made, winner) => expect((await stateOf(made)).state).toBe(winner === "take" ? "applying" : "canceled"),
    ))

  test("lines taken out and a shipment", () =>
    race(
      () => order("vietqr", "paid"),
      {
        ship,
        takeOut: async (made) => "actId" in (await groups.beginItemCancel({ orderId: made.orderId, sellerId: SELLER, by, lines: [{ id: "item_1", title: "Chè", quantity: 3, totalVnd: 90_000 }], keep: [{ id: "item_1", quantity: 1 }] })),
      },
      async (made, winner) => expect((await stateOf(made)).shipping_at === null).toBe(winner === "takeOut"),
    ))

  test("ten notices of one payment: one applies it, the others wait", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const made = await order("vietqr")
      const decisions = await Promise.all(Array.from({ length: 10 }, (_, index) => groups.claimForPayment({ sellerPaymentId: made.paymentId, eventId: `evt_${made.orderId}_${index}`, intent: paidIntent(made) })))
      expect(decisions.filter((decision) => decision === "apply")).toHaveLength(1)
      expect(new Set(decisions)).toEqual(new Set(["apply", "busy"]))
      const paid = await Promise.all([1, 2, 3].map((index) => groups.markPaid({ sellerPaymentId: made.paymentId, eventId: `evt_${made.orderId}_${index}`, intent: paidIntent(made) })))
      expect(paid.filter(Boolean)).toHaveLength(1)
    }
  }, 60_000)
})

/** Two orders of one checkout that a run holds, to ask for them together. */
async function heldTogether() {
  const made = await order("cod")
  const other = await groups.createSellerPayments({ order_group_id: made.groupId, seller_id: "sel_2", order_id: `${made.orderId}_b`, payment_collection_id: `${made.orderId}_b`, payment_session_id: `${made.orderId}_b`, rail: "cod", amount_vnd: 50_000, expires_at: new Date(Date.now() + 1_800_000) })
  const key = `together_${made.orderId}`
  const held = await groups.beginReopening({ orderGroupId: made.groupId, orderIds: null, to: "vnpay", key })
  const asked = held.map(({ order_id }) => ({ orderId: order_id, rail: "vnpay" as const, intentId: `pi_${key}`, sessionId: `payses_${key}_${order_id}`, amountVnd: 75_000, expiresAt: new Date(Date.now() + 1_800_000) }))
  return { made, other, key, asked }
}

test("orders that are asked for together are taken again together, however soon after", async () => {
  for (let round = 0; round < 20; round += 1) {
    const { made, other, key, asked } = await heldTogether()
    const finishing = groups.finishReopening(asked)
    for (let again: unknown[] = []; again.length === 0; ) {
      again = (await groups.beginReopening({ orderGroupId: made.groupId, orderIds: [made.orderId], to: null, key: `${key}_again` })).map(({ order_id }) => order_id)
      if (again.length > 0) expect(again.sort()).toEqual([made.orderId, other.order_id])
    }
    expect((await finishing).size).toBe(2)
  }
})

test("with one of them closed meanwhile the others don't go on with a payment that asks for all", async () => {
  const { made, other, key, asked } = await heldTogether()
  await groups.beginClosing({ orderId: made.orderId, to: "canceled", by: { actor: "buyer" }, paidToo: true, reopeningKey: key })
  await expect(groups.finishReopening(asked)).rejects.toMatchObject({ code: "seller_order.payment_in_progress" })
  expect((await groups.rowsOfReopening(key)).map(({ order_id }) => order_id)).toEqual([other.order_id])
  expect(await groups.finishReopening(asked.filter(({ orderId }) => orderId === other.order_id))).toEqual(new Set([other.order_id]))
})

describe("an end that comes too late", () => {
  test("the time of a payment that was replaced meanwhile is over: the order, paid another way now, stays open", async () => {
    const made = await order("vietqr")
    await groups.beginReopening({ orderGroupId: made.groupId, orderIds: null, to: "vnpay", key: "reopen_late" })
    await groups.finishReopening([{ orderId: made.orderId, rail: "vnpay", intentId: "pi_new", sessionId: "payses_new", amountVnd: 100_000, expiresAt: new Date(Date.now() + 1_800_000) }])
    expect(await lapse(made)).toBe(false)
    expect(await stateOf(made)).toMatchObject({ state: "pending", intent_id: "pi_new" })
    expect(await lapse({ ...made, intentId: "pi_new" })).toBe(true)
  })

  test("cash that the shop did not confirm in time, and that went over to VNPay, or was confirmed: it stays open", async () => {
    const changed = await order("cod")
    await groups.beginReopening({ orderGroupId: changed.groupId, orderIds: null, to: "vnpay", key: "reopen_cash" })
    await groups.finishReopening([{ orderId: changed.orderId, rail: "vnpay", intentId: "pi_cash", sessionId: "payses_cash", amountVnd: 100_000, expiresAt: new Date(Date.now() + 1_800_000) }])
    expect(await lapse(changed)).toBe(false)
    const confirmed = await order("cod", "pending", { confirmed_at: new Date() })
    expect(await lapse(confirmed)).toBe(false)
    expect((await stateOf(confirmed)).state).toBe("pending")
  })
})

describe("what only its own run may change", () => {
  test("money of another payment than the one the order asks by is refused, whatever it came to", async () => {
    const [made, other] = [await order("vietqr"), await order("vietqr")]
    await expect(groups.claimForPayment({ sellerPaymentId: made.paymentId, eventId: "evt_other", intent: paidIntent(other) })).rejects.toThrow(/does not belong/)
    expect((await stateOf(made)).state).toBe("pending")
  })

  test("an order that one run holds for another way to pay is closed by that run alone", async () => {
    const made = await order("vietqr")
    expect(await reopen(made)).toBe(true)
    const close = (reopeningKey?: string) => groups.beginClosing({ orderId: made.orderId, to: "canceled", by: { actor: "buyer" }, paidToo: true, reopeningKey })
    expect(await close()).toEqual({ refused: "in_progress" })
    expect(await close("reopen_of_somebody_else")).toEqual({ refused: "in_progress" })
    expect(await close(`reopen_${made.orderId}`)).toEqual({ before: "pending" })
  })

  test("a cancel that was carried through is not undone any more", async () => {
    const made = await order("vietqr", "paid")
    expect(await cancel(made)).toBe(true)
    await groups.finishClosing(made.orderId)
    await groups.undoClosing(made.orderId, "paid")
    expect((await stateOf(made)).state).toBe("refunded")
    expect(await groups.listOrderActs({ order_id: made.orderId, act: "cancel" })).toHaveLength(1)
  })

  test("cash is marked paid where cash was asked for, and where it was claimed", async () => {
    const [byBank, byCash] = [await order("vietqr", "pending", { state: "applying" }), await order("cod", "pending", { shipping_at: new Date() })]
    expect(await groups.markCashPaid(byBank.orderId)).toBe(false)
    expect(await groups.markCashPaid(byCash.orderId)).toBe(false)
    expect([(await stateOf(byBank)).state, (await stateOf(byCash)).state]).toEqual(["applying", "pending"])
  })

  test("only what is held is put back: an order that was paid meanwhile stays paid", async () => {
    const made = await order("vietqr", "paid")
    await groups.undoReopening([made.orderId])
    expect((await stateOf(made)).state).toBe("paid")
  })
})

describe("lines taken out", () => {
  const LINES = [{ id: "item_1", title: "Chè", quantity: 3, totalVnd: 90_000 }]
  const takeOut = (made: Made, quantity: number) => groups.beginItemCancel({ orderId: made.orderId, sellerId: SELLER, by, lines: LINES, keep: [{ id: "item_1", quantity }] })
  const actOf = (decision: Awaited<ReturnType<typeof takeOut>>) => ("actId" in decision ? decision.actId : "")

  test("one at a time: the next waits until the first is carried out, and then takes only what is left", async () => {
    const made = await order("vietqr", "paid")
    const first = await takeOut(made, 2)
    expect(first).toMatchObject({ amountVnd: 30_000, paid: true })
    expect([await takeOut(made, 1), await groups.beginShipping(made.orderId, SELLER, by)]).toEqual([{ refused: "in_progress" }, { refused: "in_progress" }])
    await groups.finishItemCancel(actOf(first))
    expect([await takeOut(made, 2), await takeOut(made, 1)]).toMatchObject([{ nothing: true }, { amountVnd: 30_000 }])
  })

  test("carried out many times at once, also after a crash, the order comes to so much less once", async () => {
    const made = await order("vietqr", "paid")
    const id = actOf(await takeOut(made, 1))
    await Promise.all([1, 2, 3, 4].map(() => groups.finishItemCancel(id)))
    await groups.finishItemCancel(id)
    expect(Number((await stateOf(made)).canceled_vnd)).toBe(60_000)
    await groups.undoItemCancel(id)
    expect(await groups.canceledLinesOf(made.orderId)).toHaveLength(1)
  })

  test.each([["pending", { refused: "nothing_due" }], ["paid", { amountVnd: 100_000, paid: true }]] as const)("of a %s order, so that only a gift would stay", async (state, decision) => {
    const lines = [{ id: "tea", title: "Chè", quantity: 1, totalVnd: 100_000 }, { id: "gift", title: "Ấm", quantity: 1, totalVnd: 0 }]
    expect(await groups.beginItemCancel({ orderId: (await order("vietqr", state)).orderId, sellerId: SELLER, by, lines, keep: [{ id: "tea", quantity: 0 }] })).toMatchObject(decision)
  })
})

describe("late money for one order of a group", () => {
  test("holds those that share its VNPay payment, which stay on their rail; and what it did is written down once", async () => {
    const made = await order("vnpay")
    const other = await groups.createSellerPayments({
      order_group_id: made.groupId, seller_id: "sel_2", order_id: `${made.orderId}_b`, payment_collection_id: `${made.orderId}_b`, payment_session_id: `${made.orderId}_b`, intent_id: made.intentId, rail: "vnpay", amount_vnd: 50_000, expires_at: new Date(Date.now() + 1_800_000),
    })
    const held = await groups.beginReopening({ orderGroupId: made.groupId, orderIds: [made.orderId], to: "vietqr", key: "late_shared", forMoneyOf: "pi_former" })
    expect(held.map((row) => [row.order_id, row.reopening_to, row.reopening_for]).sort()).toEqual([[made.orderId, "vietqr", "pi_former"], [other.order_id, "vnpay", null]])
    const finish = async () => (await groups.finishReopening([{ orderId: made.orderId, rail: "vietqr", intentId: "pi_paid", sessionId: "payses_paid", amountVnd: 100_000, expiresAt: new Date(), byLateMoney: true }])).has(made.orderId)
    expect((await Promise.all([finish(), finish(), finish()])).filter(Boolean)).toHaveLength(1)
    expect(await stateOf(made)).toMatchObject({ state: "pending", rail: "vietqr", intent_id: "pi_paid", reopening_for: null })
    expect(await groups.listOrderActs({ order_id: made.orderId, act: "change_rail" })).toMatchObject([{ actor: "system", details: { from: "vnpay", to: "vietqr", late_money: true } }])
  })

  test("an order on its way is held for its money alone, never for a wish", async () => {
    const made = await order("cod", "pending", { shipping_at: new Date() })
    expect(await reopen(made)).toBe(false)
    expect(await bring(made)).toBe(true)
    expect(await groups.claimCash(made.orderId, SELLER, by)).toEqual({ refused: "in_progress" })
    await groups.undoReopening([made.orderId])
    expect(await stateOf(made)).toMatchObject({ state: "pending", rail: "cod", reopening_for: null })
  })
})

describe("what the sweep takes up", () => {
  // Long before anything the other tests leave behind.
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000)
  const long = ago(48)
  const tryDue = (now = new Date(), limit = 40) => groups.takeUnfinished({ kind: "stuck", before: ago(12), limit, now }).then((ids) => groups.beginRepair({ kind: "stuck", ids, now }).then(() => ids))

  test("a hundred that can't be mended hold nothing up: each is put off, ever longer, and the next ones come", async () => {
    const broken: string[] = []
    for (let index = 0; index < 100; index += 1) broken.push((await order("vietqr", "pending", { state: "applying", applying_since: long })).paymentId)
    const { paymentId: younger } = await order("cod", "pending", { state: "applying", applying_since: ago(24) })
    const runs = [await tryDue(), await tryDue(), await tryDue(), await tryDue()]
    expect(runs.map((ids) => ids.length)).toEqual([40, 40, 21, 0])
    expect(runs.flat().sort()).toEqual([...broken, younger].sort())
    expect(runs[2]).toContain(younger)
    // A minute on they come again, then only after two, and four.
    const later = (seconds: number) => new Date(Date.now() + seconds * 1000)
    expect((await tryDue(later(60), 200)).length).toBe(101)
    expect((await tryDue(later(120), 200)).length).toBe(0)
    expect((await tryDue(later(180), 200)).length).toBe(101)
    await groups.noteRepairProblem("stuck", [younger], "x".repeat(900))
    expect(await groups.listPaymentRepairs({ id: `stuck:${younger}` })).toMatchObject([{ tries: 3, problem: "x".repeat(500) }])
    await groups.forgetRepairs(later(2 * 86_400))
    expect(await groups.listPaymentRepairs({ id: `stuck:${younger}` })).toEqual([])
  }, 120_000)

  test("each kind finds its own and nothing that is in work or done", async () => {
    const made = {
      overdue: await order("vnpay", "pending", { expires_at: long }),
      half_closed: await order("vietqr", "pending", { state: "canceled" }),
      reopening: await order("vietqr", "pending", { state: "reopening", applying_since: long, reopening_key: "k" }),
    }
    const others = [await order("cod", "pending", { expires_at: long, confirmed_at: new Date() }), await order("vietqr", "paid"), await order("vietqr", "pending", { state: "reopening", applying_since: new Date() })]
    const now = new Date(Date.now() + 1_000)
    const found = async (kind: "overdue" | "half_closed" | "reopening", before: Date) => groups.takeUnfinished({ kind, before, limit: 1000, now })
    const runs = { overdue: await found("overdue", new Date()), half_closed: await found("half_closed", now), reopening: await found("reopening", new Date(Date.now() - 60_000)) }
    for (const kind of ["overdue", "half_closed", "reopening"] as const) {
      expect(runs[kind], kind).toContain(made[kind].paymentId)
      for (const other of others) expect(runs[kind], kind).not.toContain(other.paymentId)
    }
  })
})

describe("the goods came", () => {
  const receive = (made: Made) => groups.beginReceiving({ orderGroupId: made.groupId, orderId: made.orderId, left: true, by: { actor: "buyer" } })
  const shippedOrder = () => order("vietqr", "paid", { shipping_at: new Date() })

  test("said ten times at once there is one line of it, and one who ends it", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const made = await shippedOrder()
      const decisions = await Promise.all(Array.from({ length: 10 }, () => receive(made)))
      const ids = new Set(decisions.map((decision) => ("actId" in decision ? decision.actId : "refused")))
      expect(ids.size).toBe(1)
      const [id = ""] = ids
      const ended = await Promise.all([1, 2, 3].map(() => groups.finishReceiving(id)))
      expect(ended.filter(Boolean)).toHaveLength(1)
      expect(await receive(made)).toEqual({ actId: id, done: true })
    }
  }, 60_000)

  test("what did not leave, is not paid, is over, or is of another checkout has not come", async () => {
    const made = await order("vietqr", "paid")
    expect(await receive(made)).toEqual({ refused: "not_shipped" })
    const there = await shippedOrder()
    expect(await groups.beginReceiving({ orderGroupId: there.groupId, orderId: there.orderId, left: false, by: { actor: "buyer" } })).toEqual({ refused: "not_shipped" })
    expect(await receive({ ...there, groupId: made.groupId })).toEqual({ refused: "not_found" })
    expect(await receive(await order("cod", "pending", { shipping_at: new Date() }))).toEqual({ refused: "cash_at_door" })
    for (const state of ["canceled", "refunded", "expired"] as const) expect(await receive(await order("vietqr", "paid", { state, shipping_at: new Date() }))).toEqual({ refused: "closed" })
    expect(await receive(await order("vietqr", "paid", { state: "applying" }))).toEqual({ refused: "in_progress" })
  })
})

describe("cash that was taken although a transfer had paid", () => {
  test("said and missed by many at once: by turns, in the order it was written, and nobody misses what nobody gave back", async () => {
    for (let round = 0; round < 5; round += 1) {
      const made = await order("vietqr", "paid", { shipping_at: new Date() })
      await groups.createOrderActs({ order_id: made.orderId, act: "change_rail", actor: "system", details: { from: "cod", to: "vietqr" }, done_at: new Date() })
      const miss = () => groups.missCash(made.groupId, made.orderId, { actor: "buyer" })
      const say = (what: "cash_held" | "cash_returned") => groups.noteCashToo(made.orderId, SELLER, what, { actor: "seller" })
      expect([await miss(), await groups.missCash("og_else", made.orderId, { actor: "buyer" })]).toEqual(["no_cash_due", "not_found"])
      await Promise.all([say("cash_held"), say("cash_returned"), miss(), say("cash_returned"), miss(), miss(), say("cash_held")])
      await miss()
      const acts = (await groups.listOrderActs({ order_id: made.orderId }, { order: { created_at: "ASC" } })).map(({ act }) => act).filter((act) => act.startsWith("cash_"))
      expect(acts.map((act) => act.charAt(5)).join("")).toMatch(/^h?(rm)+$/)
    }
  })
})

describe("acts of which somebody is told", () => {
  const told = async (orderId: string) => (await groups.takeActsToTell(50, orderId)).map(({ id }) => id)

  test("of many who ask at once one takes an act; told it is done, failed it comes again later", async () => {
    const made = await order("vietqr", "paid", { shipping_at: new Date() })
    const decision = await groups.beginReceiving({ orderGroupId: made.groupId, orderId: made.orderId, left: true, by: { actor: "buyer" } })
    const id = "actId" in decision ? decision.actId : ""
    expect(await told(made.orderId), "not carried out yet").toEqual([])
    await groups.finishReceiving(id)
    const takers = await Promise.all(Array.from({ length: 8 }, () => told(made.orderId)))
    expect(takers.flat()).toEqual([id])
    await groups.tellLater(id)
    expect(await told(made.orderId)).toEqual([])
    await groups.updateOrderActs({ id, tell_at: new Date(Date.now() - 1_000) })
    expect(await told(made.orderId)).toEqual([id])
    await groups.actTold(id)
    expect((await groups.retrieveOrderAct(id)).tell_at).toBeNull()
  })

  test("an act that somebody has in hand is passed over, not waited for", async () => {
    const made = await order("vietqr", "paid", { shipping_at: new Date() })
    const decision = await groups.beginReceiving({ orderGroupId: made.groupId, orderId: made.orderId, left: true, by: { actor: "buyer" } })
    const id = "actId" in decision ? decision.actId : ""
    await groups.finishReceiving(id)
    await running.db.transaction(async (other) => {
      await other("order_act").where({ id }).forUpdate().first("id")
      // Waiting for the lock would never end here.
      expect(await told(made.orderId)).toEqual([])
    })
    expect(await told(made.orderId)).toEqual([id])
  })

  test("a cancel is told of when the order is closed; one that was taken back never was", async () => {
    const made = await order("vietqr", "paid")
    expect(await cancel(made)).toBe(true)
    expect(await told(made.orderId)).toEqual([])
    await groups.undoClosing(made.orderId, "paid")
    expect(await groups.listOrderActs({ order_id: made.orderId })).toEqual([])
    expect(await cancel(made)).toBe(true)
    await groups.finishClosing(made.orderId)
    const [act] = await groups.takeActsToTell(50, made.orderId)
    expect(act).toMatchObject({ act: "cancel", by: "buyer", amountVnd: 100_000, orderGroupId: made.groupId, rail: "vietqr" })
  })

  test("what the shop says or how a buyer pays is told of by the page alone", async () => {
    const made = await order("vietqr", "paid")
    expect(await ship(made)).toBe(true)
    expect(await told(made.orderId)).toEqual([])
  })
})
