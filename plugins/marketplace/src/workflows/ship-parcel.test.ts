import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { beforeEach, expect, test, vi } from "vitest"
import { finishParcel, resumeShipping } from "./ship-parcel"

vi.mock("@medusajs/medusa/core-flows", () => ({ createOrderFulfillmentWorkflow: vi.fn(), createOrderShipmentWorkflow: vi.fn() }))
vi.mock("./mark-delivered", () => ({ parcelsOf: () => Promise.resolve([]) }))

/** The lock of the place is held by others. */
const BUSY = "Timed-out acquiring lock."
const ACT = { id: "ordact_1", order_id: "order_1", details: { carrier: "Bưu điện thử", tracking_number: "VN0001" } }
let tries: number

const groups = {
  listSellerPayments: () => Promise.resolve([{ seller_id: "sel_1", shipping_at: new Date(), order_group: { id: "og_1" } }]),
  listOrderActs: () => Promise.resolve([ACT]),
  listPaymentRepairs: ({ id }: { id: string }) => Promise.resolve(id === `shipping:${ACT.id}` && tries > 0 ? [{ id, tries }] : []),
  canceledLinesOf: () => Promise.resolve([]),
  undoShipping: vi.fn(),
}
const logger = { error: vi.fn() }
const services: Record<string, unknown> = {
  [ContainerRegistrationKeys.LOGGER]: logger,
  [Modules.LOCKING]: { execute: (keys: string[], work: () => Promise<unknown>) => (keys.some((key) => key.includes("sloc_1")) ? Promise.reject(new Error(BUSY)) : work()) },
  [Modules.INVENTORY]: { listReservationItems: () => Promise.resolve([{ id: "resitem_1", location_id: "sloc_1" }]) },
  query: { graph: () => Promise.resolve({ data: [{ id: "order_1", items: [{ id: "line_1", quantity: 1 }], fulfillments: [] }] }) },
}
const container = { resolve: (name: string) => services[name] ?? groups } as unknown as MedusaContainer

beforeEach(() => {
  vi.clearAllMocks()
})

test.each([1, 2, 4])("a parcel that can't be made at try %i stays sent: it may be on the road", async (count) => {
  tries = count
  await expect(resumeShipping(container, ACT)).rejects.toThrow(BUSY)
  expect(groups.undoShipping).not.toHaveBeenCalled()
  expect(logger.error).not.toHaveBeenCalled()
})

test("one that can't be made for a quarter of an hour is to be sent again, and the log says so", async () => {
  tries = 5
  await expect(resumeShipping(container, ACT)).rejects.toThrow(BUSY)
  expect(groups.undoShipping.mock.calls).toEqual([["order_1"]])
  expect(logger.error.mock.calls).toEqual([[expect.stringContaining("order_1")]])
})

test("one that somebody says is at the door is not taken back, however often the sweep has tried", async () => {
  tries = 9
  await expect(finishParcel(container, { orderId: "order_1", sellerId: "sel_1" })).rejects.toThrow(BUSY)
  expect(groups.undoShipping).not.toHaveBeenCalled()
})
