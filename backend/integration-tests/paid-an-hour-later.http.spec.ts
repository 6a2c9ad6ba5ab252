import { afterAll, expect, test } from "vitest"
import { fetchGroup, newListing, placed, readyCart, transfer, untilGroup, type Placed, type TestRail } from "./support/checkout"
import { houseDatabase } from "./support/clone-carts"
import { readRun } from "./support/people"
import { atGateway, startVnpay } from "./support/vnpay"

/** The link went to somebody who looks at their phone an hour later. */
const run = readRun()
const listing = await newListing(run, 10)
const database = await houseDatabase()
afterAll(() => database.end())

const ordered = async (rail: TestRail) => placed(run, await readyCart(run, [{ listing, quantity: 1 }]), rail)

/** As if it had been placed so many minutes earlier. */
async function placedAgo(minutes: number, group: Placed): Promise<void> {
  await database.query("update payment_intent set expires_at = expires_at - make_interval(mins => $2), created_at = created_at - make_interval(mins => $2) where id in (select intent_id from seller_payment where order_group_id = $1)", [group.id, minutes])
  await database.query("update seller_payment set expires_at = expires_at - make_interval(mins => $2), created_at = created_at - make_interval(mins => $2) where order_group_id = $1", [group.id, minutes])
}

test("an hour after the order its QR and VNPay still pay it, while the jobs that end what ran out have been round", async () => {
  const [byQr, byVnpay, forgotten] = [await ordered("vietqr"), await ordered("vnpay"), await ordered("vietqr")]
  await Promise.all([placedAgo(61, byQr), placedAgo(61, byVnpay), placedAgo(300, forgotten)])
  await untilGroup(run, forgotten, ({ orders }) => orders[0]!.state === "expired")
  const [order] = (await fetchGroup(run, byQr)).orders
  await transfer(run, { payload: order!.payment.vietqr!.payload })
  await atGateway(run, await startVnpay(run, byVnpay), "success")
  const [paidByQr, paidByVnpay] = await Promise.all([byQr, byVnpay].map((group) => untilGroup(run, group, ({ orders }) => orders[0]!.state === "paid")))
  expect([paidByQr, paidByVnpay].map((group) => group!.paid_vnd === group!.total_vnd)).toEqual([true, true])
})
