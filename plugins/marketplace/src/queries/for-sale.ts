import type { IInventoryService } from "@medusajs/framework/types"
import { checkoutErrors } from "../modules/order-group/errors"
import type { StockNeed } from "../modules/order-group/rules/stock-needs"
import { sellerOfItem, type CheckoutCart } from "./checkout-cart"
import { availableInCart, titleOf } from "./preview-cart"

type ShortLine = { id: string; title: string; available_quantity: number }

/**
 * @throws ApiError what is off the fair, or sold out already. Not the promise, which is the reservation: it refuses
 * before orders are written for a basket that can't be had.
 */
export function assertForSale(cart: CheckoutCart): void {
  for (const item of cart.items) {
    if (sellerOfItem(item)?.status !== "active" || item.variant?.product?.status !== "published") throw checkoutErrors.notForSale(titleOf(item))
  }
  const short = shortLines(cart)
  if (short.length > 0) throw checkoutErrors.outOfStock(short)
}

/** The lines that ask, together with others of the same listing, for more than is free now. */
export function shortLines(cart: CheckoutCart): ShortLine[] {
  const wanted = new Map<string, number>()
  for (const item of cart.items) wanted.set(item.variant_id, (wanted.get(item.variant_id) ?? 0) + Number(item.quantity))
  return cart.items.filter((item) => availableInCart(item) < (wanted.get(item.variant_id) ?? 0)).map(toShortLine)
}

export const toShortLine = (item: CheckoutCart["items"][number]): ShortLine => ({ id: item.id, title: titleOf(item), available_quantity: availableInCart(item) })

/** One look at all levels; Medusa's confirmInventory takes several for each item. */
export async function isEnough(inventory: IInventoryService, needs: StockNeed[]): Promise<boolean> {
  if (needs.length === 0) return true
  const levels = await inventory.listInventoryLevels(
    { inventory_item_id: needs.map((need) => need.inventoryItemId), location_id: [...new Set(needs.map((need) => need.locationId))] },
    { select: ["inventory_item_id", "location_id", "stocked_quantity", "reserved_quantity"], take: null },
  )
  return needs.every((need) => {
    const level = levels.find((one) => one.inventory_item_id === need.inventoryItemId && one.location_id === need.locationId)
    return level !== undefined && Number(level.stocked_quantity) - Number(level.reserved_quantity) >= need.quantity
  })
}
