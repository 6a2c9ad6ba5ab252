import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { goodsAreGone } from "../modules/order-group/rules/cancel-reasons"
import { canceledQuantities } from "../modules/order-group/rules/canceled-share"
import { stockLockKeys } from "../modules/order-group/rules/stock-needs"
import type OrderGroupModuleService from "../modules/order-group/service"
import { inInventoryTransaction } from "./in-inventory-transaction"
import type { ItemCancelAct } from "./cancel-order-items"
import { underLocks } from "./under-locks"

type OrderedItem = { id: string; quantity: number; variant: { inventory_items: { inventory_item_id: string; required_quantity: number }[] | null } | null }

/**
 * Brings the reservations of an order down to what is still in it. Pieces that do not exist (out of stock, damaged)
 * leave the shelf with them, or the fair would sell them again at once: in one transaction, because whoever goes on after
 * a crash sees by the reservation what is done. Repeating it changes nothing.
 */
export async function releaseCanceledStock(container: MedusaContainer, { orderId, lines, by }: ItemCancelAct): Promise<void> {
  const inventory = container.resolve(Modules.INVENTORY)
  const reservations = await inventory.listReservationItems({ line_item_id: lines.map((line) => line.id) })
  if (reservations.length === 0) return
  const needed = await stillNeeded(container, orderId)
  const shrunk = reservations.flatMap((reservation) => {
    const quantity = needed.get(`${reservation.line_item_id}\n${reservation.inventory_item_id}`) ?? Number(reservation.quantity)
    const freed = Number(reservation.quantity) - quantity
    return freed > 0 ? [{ id: reservation.id, inventoryItemId: reservation.inventory_item_id, locationId: reservation.location_id, quantity, freed }] : []
  })
  if (shrunk.length === 0) return
  await underLocks(
    container,
    stockLockKeys(shrunk),
    () =>
      inInventoryTransaction(container, async (stock, together) => {
        for (const { id, quantity, inventoryItemId, locationId, freed } of shrunk) {
          await (quantity > 0 ? stock.updateReservationItems([{ id, quantity }], together) : stock.deleteReservationItems([id], together))
          if (goodsAreGone(by.reason ?? null)) await stock.adjustInventory(inventoryItemId, locationId, -freed, together)
        }
      }),
    { timeout: 60 },
  )
}

/** Pieces in stock that each line and inventory item of the order still needs. */
async function stillNeeded(container: MedusaContainer, orderId: string): Promise<Map<string, number>> {
  const fields = ["id", "total", "items.id", "items.quantity", "items.variant.inventory_items.inventory_item_id", "items.variant.inventory_items.required_quantity"]
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "order", fields, filters: { id: orderId } })
  const { items } = data[0] as unknown as { items: OrderedItem[] }
  const gone = canceledQuantities(await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).canceledLinesOf(orderId))
  return new Map(
    items.flatMap((item) =>
      (item.variant?.inventory_items ?? []).map(({ inventory_item_id, required_quantity }) => [`${item.id}\n${inventory_item_id}`, (Number(item.quantity) - (gone.get(item.id) ?? 0)) * required_quantity] as const),
    ),
  )
}
