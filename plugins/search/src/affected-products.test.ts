import type { MedusaContainer } from "@medusajs/framework/types"
import { expect, test, vi } from "vitest"
import { affectedProducts } from "./affected-products"

type Ask = { entity: string; filters: { id: string[] }; withDeleted?: boolean }

/** Reservations and levels r1, r2 … of items i1, i2 …, which are variants of the products p1, p2 …; two items are of p1. */
function house() {
  const graph = vi.fn(async ({ entity, filters: { id: ids } }: Ask) => ({
    data: ids.map((id) => {
      const number = id.slice(1)
      if (entity === "inventory_item") return { variants: [{ product_id: `p${number === "9" ? "1" : number}` }] }
      return entity === "seller" ? { products: [{ id: "p1" }, { id: "p2" }] } : { inventory_item_id: `i${number}` }
    }),
  }))
  return { graph, container: { resolve: () => ({ graph }) } as unknown as MedusaContainer }
}

test("the rows of an order's stock are looked up together, however many, and deleted ones too", async () => {
  const { graph, container } = house()
  const data = ["r1", "r2", "r9"].map((id) => ({ id }))
  expect(await affectedProducts(container, { name: "inventory.reservation-item.deleted", data })).toEqual(["p1", "p2"])
  expect(graph.mock.calls.map(([ask]) => [ask.entity, ask.filters.id, ask.withDeleted])).toEqual([
    ["reservation", ["r1", "r2", "r9"], true],
    ["inventory_item", ["i1", "i2", "i9"], undefined],
  ])
})

test("a level's products are found through its item, and none without a row", async () => {
  const { graph, container } = house()
  expect(await affectedProducts(container, { name: "inventory.inventory-level.updated", data: { id: "l2" } })).toEqual(["p2"])
  expect(graph.mock.calls[0]![0].entity).toBe("inventory_level")
  graph.mockClear()
  expect(await affectedProducts(container, { name: "inventory.inventory-level.updated", data: [] })).toEqual([])
  expect(graph).not.toHaveBeenCalled()
})

test("what else happens names a product, or what products hang on", async () => {
  const { container } = house()
  expect(await affectedProducts(container, { name: "product.updated", data: { id: "p7" } })).toEqual(["p7"])
  expect(await affectedProducts(container, { name: "listing.approved", data: [{ product_id: "p7" }, { seller_id: "s1" }] })).toEqual(["p7", "p1", "p2"])
})
