import { CASHLESS_PAYMENT_MODULE } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { expect, test, vi } from "vitest"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { applyIntent } from "./apply-intent"

/** A paid intent that names a placed group in which no payment is its own. */
function house(origin: "process" | "api") {
  const noteUnknownIntent = vi.fn()
  const intent = { id: "pi_1", status: "succeeded", amount_vnd: 1_000, amount_received_vnd: 1_000, origin, metadata: { order_group_id: "ogr_1" } }
  const rooms: Record<string, unknown> = {
    [CASHLESS_PAYMENT_MODULE]: { retrieveIntent: async () => intent },
    [ORDER_GROUP_MODULE]: { listSellerPayments: async () => [], listOrderGroups: async () => [{ id: "ogr_1", status: "placed" }], noteUnknownIntent },
  }
  return { container: { resolve: (name: string) => rooms[name] } as unknown as MedusaContainer, noteUnknownIntent }
}

test("money that came before its orders are all there waits for them", async () => {
  await expect(applyIntent(house("process").container, "pi_1", "evt_1")).rejects.toThrow(/still being placed/)
})

test("a payment of /v1 waits for no order, whatever its caller wrote on it", async () => {
  const { container, noteUnknownIntent } = house("api")
  await applyIntent(container, "pi_1", "evt_1")
  expect(noteUnknownIntent).toHaveBeenCalledOnce()
})
