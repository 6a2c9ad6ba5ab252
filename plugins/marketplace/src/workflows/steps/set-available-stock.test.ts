import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { expect, test } from "vitest"
import { locationLockKey } from "../../modules/order-group/rules/stock-needs"
import { setAvailableStock, takeBackCount } from "./set-available-stock"

const ITEM = "iitem_1"
const PLACE = "sloc_1"
const tick = () => new Promise((resolve) => setTimeout(resolve, 1))

/** A shelf with its locks. */
function shelf(level: { stocked_quantity: number; reserved_quantity: number }) {
  const held = new Set<string>()
  /** One key after the other, each kept to the end. */
  async function execute<T>(keys: string[], work: () => Promise<T>): Promise<T> {
    for (const key of keys) {
      while (held.has(key)) await tick()
      held.add(key)
    }
    try {
      return await work()
    } finally {
      for (const key of keys) held.delete(key)
    }
  }
  const inventory = {
    retrieveInventoryLevelByItemAndLocation: async () => (await tick(), { ...level }),
    adjustInventory: async ([{ inventoryItemId, locationId, adjustment }]: [{ inventoryItemId: string; locationId: string; adjustment: number }]) => {
      if (inventoryItemId !== ITEM || locationId !== PLACE) throw new Error("another shelf")
      const { stocked_quantity } = level
      await tick()
      level.stocked_quantity = stocked_quantity + adjustment
    },
    updateInventoryLevels: async ([update]: [{ stocked_quantity: number }]) => (await tick(), void (level.stocked_quantity = update.stocked_quantity)),
  }
  const rooms: Record<string, unknown> = { [Modules.INVENTORY]: inventory, [Modules.LOCKING]: { execute } }
  const container = { resolve: (name: string) => rooms[name] } as unknown as MedusaContainer
  /** As Medusa sends: off the shelf under the item's lock, then its reservation under the item's lock, and all of it under the place's. */
  const ship = (pieces: number, between: () => Promise<unknown> = tick) =>
    execute([locationLockKey(PLACE)], async () => {
      await execute([ITEM], async () => void (level.stocked_quantity -= pieces))
      await between()
      await execute([ITEM], async () => void (level.reserved_quantity -= pieces))
    })
  const free = () => level.stocked_quantity - level.reserved_quantity
  const place = { inventory_item_id: ITEM, location_id: PLACE }
  const takeBack = (adjustment: number | null) => takeBackCount(container, adjustment === null ? undefined : { ...place, adjustment })
  return { ship, free, takeBack, count: (available: number) => setAvailableStock(container, { ...place, available_quantity: available }) }
}

test("what a shop counts can be sold, whatever is reserved", async () => {
  const { count, free } = shelf({ stocked_quantity: 10, reserved_quantity: 4 })
  expect(await count(8)).toBe(2)
  expect(free()).toBe(8)
})

test("a count while a parcel is leaving: neither are its pieces offered again nor others lost, at whatever moment", async () => {
  for (let wait = 0; wait < 8; wait += 1) {
    const { ship, count, free } = shelf({ stocked_quantity: 20, reserved_quantity: 5 })
    const left = ship(3, async () => {
      for (let moment = 0; moment < 4; moment += 1) await tick()
    })
    for (let moment = 0; moment < wait; moment += 1) await tick()
    await Promise.all([left, count(12)])
    expect(free(), `after ${wait} moments`).toBe(12)
  }
})

test("a count that is taken back leaves what was there, and what was sent since stays sent", async () => {
  const { ship, count, takeBack, free } = shelf({ stocked_quantity: 10, reserved_quantity: 4 })
  const adjustment = await count(8)
  await Promise.all([ship(3), takeBack(adjustment)])
  expect(free()).toBe(6)
  await takeBack(null)
  expect(free()).toBe(6)
})
