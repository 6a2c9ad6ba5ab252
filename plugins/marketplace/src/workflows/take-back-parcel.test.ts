import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { beforeEach, expect, test, vi } from "vitest"
import { takeBackParcel } from "./cash-on-delivery"

vi.mock("./payment-session", () => ({ cancelSession: vi.fn(), captureSession: vi.fn() }))
vi.mock("./mark-delivered", () => ({ markDelivered: vi.fn(), parcelsOf: vi.fn() }))
vi.mock("./ship-parcel", () => ({ finishParcel: vi.fn() }))
/** As the statement that ends the act: it finds the act open, or nothing. */
vi.mock("./in-inventory-transaction", () => ({
  inInventoryTransaction: async (_container: unknown, work: (...tools: unknown[]) => Promise<void>) => {
    const stock = { adjustInventory: (...[item, , by]: [string, string, number]) => (shelf.push([item, by]), Promise.resolve()) }
    const open = isActOpen
    isActOpen = false
    await work(stock, {}, () => Promise.resolve(open ? [{ id: "ordact_1" }] : []))
  },
}))

let status: "pending" | "canceled"
let isActOpen: boolean
let shelf: [string, number][]

const groups = {
  listSellerPayments: () => Promise.resolve([{ closed_at: null, payment_session_id: "payses_1", order_group: { id: "og_1" } }]),
  canceledLinesOf: () => Promise.resolve([]),
  reopenRefusal: () => ((isActOpen = true), Promise.resolve()),
  finishClosing: vi.fn(),
}
const item = { id: "line_1", quantity: 3, variant: { manage_inventory: true, inventory_items: [{ inventory_item_id: "iitem_1", required_quantity: 1 }] } }
const services: Record<string, unknown> = {
  [Modules.LOCKING]: { execute: (_keys: string[], work: () => Promise<unknown>) => work() },
  [Modules.ORDER]: { retrieveOrder: () => Promise.resolve({ id: "order_1", status }), cancel: () => ((status = "canceled"), Promise.resolve()) },
  [Modules.EVENT_BUS]: { emit: vi.fn() },
  query: { graph: () => Promise.resolve({ data: [{ items: [item], fulfillments: [{ location_id: "sloc_1", canceled_at: null }] }] }) },
}
const container = { resolve: (name: string) => services[name] ?? groups } as unknown as MedusaContainer

beforeEach(() => {
  shelf = []
})

test.each([
  ["claimed by a former version, which wrote the act down as done, and not cancelled yet: they come back", "pending", false, [["iitem_1", 3]]],
  ["claimed and not cancelled yet: they come back", "pending", true, [["iitem_1", 3]]],
  ["cancelled, and its act still open: they come back", "canceled", true, [["iitem_1", 3]]],
  ["cancelled, and its act done: they are back already", "canceled", false, []],
] as const)("the goods of an order whose refusal was %s", async (_when, was, open, back) => {
  ;[status, isActOpen] = [was, open]
  await takeBackParcel(container, "order_1")
  await takeBackParcel(container, "order_1")
  expect(status).toBe("canceled")
  expect(shelf).toEqual(back)
})
