import fc from "fast-check"
import { expect, test } from "vitest"
import { availableQuantity, reservationRows, stockLockKeys, sumStockNeeds, type StockedVariant } from "./stock-needs"

const level = (location_id: string, stocked_quantity: number, reserved_quantity = 0) => ({ location_id, stocked_quantity, reserved_quantity })
const variant = (levels: ReturnType<typeof level>[], required_quantity = 1): StockedVariant => ({
  manage_inventory: true,
  allow_backorder: false,
  inventory_items: [{ inventory_item_id: "iitem_1", required_quantity, inventory: { location_levels: levels } }],
})

test("two lines of one item are one need", () => {
  const rows = ["l1", "l2"].flatMap((id) => reservationRows({ id, quantity: 2 }, variant([level("loc", 3)]), "loc")!)
  expect(rows).toHaveLength(2)
  expect(sumStockNeeds(rows)).toEqual([{ inventoryItemId: "iitem_1", locationId: "loc", quantity: 4 }])
})

test("available is what is stocked less what is reserved, at the seller's own place", () => {
  expect(availableQuantity(variant([level("loc", 10, 4), level("other", 99)]), "loc")).toBe(6)
  expect(availableQuantity(variant([level("loc", 10, 12)]), "loc")).toBe(0)
  expect(availableQuantity(variant([level("loc", 10)], 3), "loc")).toBe(3)
  expect(availableQuantity(variant([]), "loc")).toBe(0)
  expect(availableQuantity(null, "loc")).toBe(0)
  expect(availableQuantity({ ...variant([]), manage_inventory: false }, "loc")).toBeGreaterThan(1000)
})

test("a managed item without a place to ship from can't be reserved", () => {
  expect(reservationRows({ id: "l", quantity: 1 }, variant([level("other", 9)]), "loc")).toBeNull()
  expect(reservationRows({ id: "l", quantity: 1 }, { ...variant([]), inventory_items: [] }, "loc")).toBeNull()
  expect(reservationRows({ id: "l", quantity: 1 }, { ...variant([]), manage_inventory: false }, "loc")).toEqual([])
})

test("without a place of its own a seller ships from where most is free", () => {
  expect(reservationRows({ id: "l", quantity: 1 }, variant([level("a", 9, 9), level("b", 2)]), null)![0]!.locationId).toBe("b")
})

test("needs keep every piece and their order does not depend on the order of the lines", () => {
  const row = fc.record({
    lineItemId: fc.uuid(),
    inventoryItemId: fc.constantFrom("a", "b", "c"),
    locationId: fc.constantFrom("x", "y"),
    quantity: fc.integer({ min: 1, max: 9 }),
    allowBackorder: fc.constant(false),
  })
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const needs = sumStockNeeds(rows)
      expect(needs.reduce((s, n) => s + n.quantity, 0)).toBe(rows.reduce((s, r) => s + r.quantity, 0))
      expect(sumStockNeeds([...rows].reverse())).toEqual(needs)
      expect(stockLockKeys([...rows].reverse())).toEqual(stockLockKeys(rows))
    }),
  )
})

test("places are locked before items", () => {
  const rows = [
    { inventoryItemId: "iitem_b", locationId: "z" },
    { inventoryItemId: "iitem_a", locationId: "y" },
  ]
  expect(stockLockKeys(rows)).toEqual(["stock-location:y", "stock-location:z", "iitem_a", "iitem_b"])
})
