import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import type OrderGroupModuleService from "./service"

let running: RunningModule<OrderGroupModuleService>
let groups: OrderGroupModuleService

beforeAll(async () => {
  running = await startModule("orderGroup", resolve(__dirname, "../../../.medusa/server/src/modules/order-group"), "spec_marketplace_payment_events")
  groups = running.service
})
afterAll(() => running?.stop())

test("a notice no order belongs to is kept once, however often it comes, also twice at once", async () => {
  const intent = { id: "pi_of_nobody", status: "succeeded", amountVnd: 100_000, amountReceivedVnd: 99_000 }
  await Promise.all(["evt_a", "evt_a", "evt_b"].map((event) => groups.noteUnknownIntent(event, intent)))
  await groups.noteUnknownIntent("evt_a", intent)
  const kept = await groups.listPaymentEvents({ intent_id: intent.id }, { order: { event_id: "ASC" } })
  expect(kept.map((row) => [row.event_id, Number(row.amount_received_vnd), row.outcome, row.seller_payment_id])).toEqual([["evt_a", 99_000, "unknown_intent", null], ["evt_b", 99_000, "unknown_intent", null]])
})
