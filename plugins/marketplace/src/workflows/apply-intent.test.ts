import { CASHLESS_PAYMENT_MODULE } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { expect, test, vi } from "vitest"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { applyIntent } from "./apply-intent"

/** The payments and orders that the workflows were run for; those of order 1 fail. */
const worked: string[] = []
const workflow = vi.hoisted(() => (nameOf: (input: Record<string, string>) => string) => () => ({
  run: async ({ input }: { input: Record<string, string> }) => {
    worked.push(nameOf(input))
    if (nameOf(input).endsWith("_1")) throw new Error("the first order can't be finished")
  },
}))
vi.mock("./record-seller-payment", () => ({ recordSellerPaymentWorkflow: workflow(({ sellerPaymentId }) => sellerPaymentId!) }))
vi.mock("./cancel-seller-order", () => ({ cancelSellerOrderWorkflow: workflow(({ order_id }) => order_id!) }))

/** A paid intent that names a placed group; of its payments none is the intent's own unless they are given. */
function house(origin: "process" | "api", { status = "succeeded", payments = [] as object[] } = {}) {
  const noteUnknownIntent = vi.fn()
  const intent = { id: "pi_1", status, amount_vnd: 1_000, amount_received_vnd: 1_000, origin, metadata: { order_group_id: "ogr_1" } }
  const rooms: Record<string, unknown> = {
    [CASHLESS_PAYMENT_MODULE]: { retrieveIntent: async () => intent },
    [ORDER_GROUP_MODULE]: { listSellerPayments: async () => payments, listOrderGroups: async () => [{ id: "ogr_1", status: "placed" }], noteUnknownIntent },
  }
  return { container: { resolve: (name: string) => rooms[name] } as unknown as MedusaContainer, noteUnknownIntent }
}

test.each([
  ["paid", "succeeded", ["selpay_1", "selpay_2", "selpay_3"]],
  ["called off with its payment", "canceled", ["order_1", "order_2", "order_3"]],
])("an order that can't be %s keeps no other of the same payment waiting, and is tried again", async (_what, status, all) => {
  worked.length = 0
  const payments = [1, 2, 3].map((number) => ({ id: `selpay_${number}`, order_id: `order_${number}`, state: "pending", closed_at: null }))
  await expect(applyIntent(house("process", { status, payments }).container, "pi_1", "evt_1")).rejects.toThrow("the first order can't be finished")
  expect(worked).toEqual(all)
})

test("money that came before its orders are all there waits for them", async () => {
  await expect(applyIntent(house("process").container, "pi_1", "evt_1")).rejects.toThrow(/still being placed/)
})

test("a payment of /v1 waits for no order, whatever its caller wrote on it", async () => {
  const { container, noteUnknownIntent } = house("api")
  await applyIntent(container, "pi_1", "evt_1")
  expect(noteUnknownIntent).toHaveBeenCalledOnce()
})
