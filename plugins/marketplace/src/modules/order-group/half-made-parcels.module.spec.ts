import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { ActBy } from "./operations/acts"
import type OrderGroupModuleService from "./service"

/** What a process leaves that dies between an act and the parcel it is about, and who takes it up. */
const by: ActBy = { actor: "seller", actorId: "member_1" }
const SELLER = "sel_1"
const LABEL = { carrier: "Bưu điện thử", tracking_number: "VN0001" }

let running: RunningModule<OrderGroupModuleService>
let groups: OrderGroupModuleService
let serial = 0

beforeAll(async () => {
  running = await startModule("orderGroup", resolve(__dirname, "../../../.medusa/server/src/modules/order-group"), "spec_marketplace_half_made_parcels")
  groups = running.service
})
afterAll(() => running?.stop())

async function order(rail: "vietqr" | "cod"): Promise<string> {
  const number = (serial += 1)
  const group = await groups.createOrderGroups({ cart_id: `cart_${number}`, currency_code: "vnd", rail, total_vnd: 100_000, status: "placed" })
  await groups.createSellerPayments({
    order_group_id: group.id, seller_id: SELLER, order_id: `order_${number}`, payment_collection_id: `pay_col_${number}`, payment_session_id: `payses_${number}`,
    intent_id: rail === "cod" ? null : `pi_${number}`, rail, amount_vnd: 100_000, state: rail === "cod" ? "pending" : "paid", expires_at: new Date(Date.now() + 3_600_000),
  })
  return `order_${number}`
}
const actOf = async (orderId: string, act: "ship" | "refused_at_door") => (await groups.listOrderActs({ order_id: orderId, act }, { take: 1 }))[0]!
const unfinished = (secondsOn: number) => {
  const now = new Date(Date.now() + secondsOn * 1000)
  return groups.takeUnfinished({ kind: "shipping", before: new Date(now.getTime() - 60_000), limit: 100, now })
}

test("said sent is taken up by the sweep after a minute, with what stands on the parcel, until the parcel is there", async () => {
  const [made, lost] = [await order("vietqr"), await order("cod")]
  for (const orderId of [made, lost]) await groups.beginShipping(orderId, SELLER, by, LABEL)
  await groups.finishShipping(made)
  expect(await unfinished(30)).toEqual([])
  const { id, details } = await actOf(lost, "ship")
  expect(await unfinished(90)).toEqual([id])
  expect(details).toEqual(LABEL)
  await groups.finishShipping(lost)
  expect(await unfinished(86_400)).toEqual([])
})

test("taken back, it is neither sent nor waited for, and can be said again", async () => {
  const orderId = await order("vietqr")
  await groups.beginShipping(orderId, SELLER, by, LABEL)
  await groups.undoShipping(orderId)
  expect(await unfinished(86_400)).toEqual([])
  expect(await groups.beginShipping(orderId, SELLER, by, LABEL)).toMatchObject({ first: true })
})

test("its shop is told once that it was taken back, however often that is tried", async () => {
  const orderId = await order("vietqr")
  await groups.undoShipping(orderId)
  expect(await groups.takeActsToTell(10, orderId)).toEqual([])
  await groups.beginShipping(orderId, SELLER, by, LABEL)
  await groups.undoShipping(orderId)
  await groups.undoShipping(orderId)
  const told = await groups.takeActsToTell(10, orderId)
  expect(told).toMatchObject([{ act: "ship_undone", by: "system", orderId }])
  await groups.actTold(told[0]!.id)
  expect(await groups.takeActsToTell(10, orderId)).toEqual([])
})

test("a refusal at the door is not done before its goods are back", async () => {
  const orderId = await order("cod")
  await groups.beginShipping(orderId, SELLER, by, LABEL)
  expect(await groups.claimRefusal(orderId, SELLER, by)).toEqual({ first: true })
  expect(await actOf(orderId, "refused_at_door")).toMatchObject({ done_at: null })
})

test("a refusal that a former version wrote down as done waits for its goods again, and no other act does", async () => {
  const orderId = await order("cod")
  await groups.beginShipping(orderId, SELLER, by, LABEL)
  await groups.finishShipping(orderId)
  await groups.claimRefusal(orderId, SELLER, by)
  await groups.updateOrderActs({ selector: { order_id: orderId, act: "refused_at_door" }, data: { done_at: new Date() } })
  await groups.reopenRefusal(orderId)
  expect(await actOf(orderId, "refused_at_door")).toMatchObject({ done_at: null })
  expect((await actOf(orderId, "ship")).done_at).not.toBeNull()
})

test("taken by the sweep and not begun, it was not tried: it comes in the next run, before what was, however old that is", async () => {
  const orders = [await order("vietqr"), await order("vietqr"), await order("cod")]
  for (const orderId of orders) await groups.beginShipping(orderId, SELLER, by, LABEL)
  const [first, second, third] = await Promise.all(orders.map(async (orderId) => (await actOf(orderId, "ship")).id))
  const now = new Date(Date.now() + 3_600_000)
  /** Of what the other tests leave nothing. */
  const takeAt = async (secondsOn: number) => {
    const at = new Date(now.getTime() + secondsOn * 1000)
    return (await groups.takeUnfinished({ kind: "shipping", before: at, limit: 100, now: at })).filter((id) => [first, second, third].includes(id))
  }
  const tries = async () => Object.fromEntries((await groups.listPaymentRepairs({ id: [first, second, third].map((id) => `shipping:${id}`) })).map(({ id, tries: count }) => [id.slice("shipping:".length), count]))
  expect(await takeAt(0)).toEqual([first, second, third])
  expect(await takeAt(0)).toEqual([])
  await groups.beginRepair({ kind: "shipping", ids: [first!], now })
  expect(await takeAt(60)).toEqual([second, third, first])
  expect(await tries()).toEqual({ [first!]: 1, [second!]: 0, [third!]: 0 })
})
