import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
import type OrderGroupModuleService from "../modules/order-group/service"
import { listSellerPaymentsOf } from "./seller-orders"

const SELLER = "sel_busy"
let running: RunningModule<OrderGroupModuleService>

beforeAll(async () => {
  running = await startModule("orderGroup", resolve(__dirname, "../../.medusa/server/src/modules/order-group"), "spec_marketplace_seller_orders")
})
afterAll(() => running?.stop())

/** Older ones first. */
async function orders(names: string[], more: Record<string, unknown>): Promise<void> {
  const group = await running.service.createOrderGroups({ cart_id: `cart_${names[0]}`, currency_code: "vnd", rail: "vietqr", total_vnd: 100_000, status: "placed" })
  await running.service.createSellerPayments(
    names.map((name) => ({
      order_group_id: group.id, seller_id: SELLER, order_id: name, payment_collection_id: name, payment_session_id: name, intent_id: name, rail: "vietqr" as const, amount_vnd: 100_000, expires_at: new Date(), ...more,
    })),
  )
}

test("an order that is paid and not sent stays on the shop's list, however many came and went after it", async () => {
  await orders(["paid"], { state: "paid" })
  await orders(["unpaid"], { state: "pending" })
  await orders(["sent"], { state: "paid", shipping_at: new Date() })
  await orders(["closed"], { state: "expired" })
  await orders(Array.from({ length: 200 }, (_, number) => `lapsed_${number}`), { state: "expired" })
  const listed = await listSellerPaymentsOf({ resolve: () => running.service } as never, SELLER)
  expect(listed.slice(200).map(({ order_id }) => order_id)).toEqual(["unpaid", "paid"])
  expect(new Set(listed.map(({ id }) => id)).size).toBe(202)
})
