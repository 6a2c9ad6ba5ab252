import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

type SetAvailableStockInput = { inventory_item_id: string; location_id: string; available_quantity: number }

/**
 * Sets what can still be sold. Medusa keeps the pieces of open orders inside `stocked_quantity`, so they are added;
 * under the item's lock, the one reservations take, so that none slips in between.
 */
export const setAvailableStockStep = createStep(
  "set-available-stock",
  async ({ inventory_item_id, location_id, available_quantity }: SetAvailableStockInput, { container }) => {
    const inventory = container.resolve(Modules.INVENTORY)
    const before = await container.resolve(Modules.LOCKING).execute(
      [inventory_item_id],
      async () => {
        const level = await inventory.retrieveInventoryLevelByItemAndLocation(inventory_item_id, location_id)
        const stocked_quantity = Number(level.reserved_quantity) + available_quantity
        await inventory.updateInventoryLevels([{ inventory_item_id, location_id, stocked_quantity }])
        return { inventory_item_id, location_id, stocked_quantity: Number(level.stocked_quantity) }
      },
      { timeout: 30 },
    )
    return new StepResponse(undefined, before)
  },
  async (before, { container }) => {
    if (before) await container.resolve(Modules.INVENTORY).updateInventoryLevels([before])
  },
)
