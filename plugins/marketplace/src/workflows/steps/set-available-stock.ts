import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { stockLockKeys } from "../../modules/order-group/rules/stock-needs"
import { underLocks } from "../under-locks"

type SetAvailableStockInput = { inventory_item_id: string; location_id: string; available_quantity: number }

/** Takes back a count, by so many pieces: what was sold or sent since stays so. */
type Undo = { inventory_item_id: string; location_id: string; adjustment: number }

export const setAvailableStockStep = createStep(
  "set-available-stock",
  async (input: SetAvailableStockInput, { container }) => {
    const adjustment = await setAvailableStock(container, input)
    return new StepResponse(undefined, { inventory_item_id: input.inventory_item_id, location_id: input.location_id, adjustment })
  },
  (undo: Undo | undefined, { container }) => takeBackCount(container, undo),
)

/** Without an `undo` nothing was counted. */
export async function takeBackCount(container: MedusaContainer, undo: Undo | undefined): Promise<void> {
  if (!undo) return
  const { inventory_item_id: inventoryItemId, location_id: locationId, adjustment } = undo
  await underStockLock(container, undo, () => container.resolve(Modules.INVENTORY).adjustInventory([{ inventoryItemId, locationId, adjustment: -adjustment }]))
}

/**
 * Sets what can still be sold. Medusa keeps the pieces of open orders inside `stocked_quantity`, so they are added. Under
 * the item's lock, the one reservations take, so that none slips in between; and under the place's, because a parcel
 * takes its pieces off the shelf first and ends their reservation after, and a count between the two would offer them
 * again. Returns by how many pieces the shelf has changed.
 */
export async function setAvailableStock(container: MedusaContainer, input: SetAvailableStockInput): Promise<number> {
  const { inventory_item_id, location_id, available_quantity } = input
  const inventory = container.resolve(Modules.INVENTORY)
  return underStockLock(container, input, async () => {
    const level = await inventory.retrieveInventoryLevelByItemAndLocation(inventory_item_id, location_id)
    const stocked_quantity = Number(level.reserved_quantity) + available_quantity
    await inventory.updateInventoryLevels([{ inventory_item_id, location_id, stocked_quantity }])
    return stocked_quantity - Number(level.stocked_quantity)
  })
}

function underStockLock<T>(container: MedusaContainer, { inventory_item_id: inventoryItemId, location_id: locationId }: Pick<Undo, "inventory_item_id" | "location_id">, work: () => Promise<T>): Promise<T> {
  return underLocks(container, stockLockKeys([{ inventoryItemId, locationId }]), work, { timeout: 60 })
}
