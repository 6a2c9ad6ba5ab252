import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { checkoutErrors } from "../../modules/order-group/errors"
import { reservationRows, stockLockKeys, sumStockNeeds, type ReservationRow } from "../../modules/order-group/rules/stock-needs"
import { fetchCheckoutCart, sellerOfItem, type CheckoutCart } from "../../queries/checkout-cart"
import { isEnough, shortLines, toShortLine } from "../../queries/for-sale"
import { titleOf } from "../../queries/preview-cart"
import { isOversellError } from "../stock-guard"
import { underLocks } from "../under-locks"
import type { PlacedOrder } from "./verify-order-totals"

type Input = { cart: CheckoutCart; placed: PlacedOrder[] }
type Undo = { ids: string[]; lockKeys: string[] }

const LOCK_TIMEOUT_SECONDS = 60

/**
 * Reserves everything the orders need, or nothing. Medusa's own step checks each line alone and so oversells
 * two lines of one item; here needs are summed per item, under locks that everybody takes in the same order.
 */
export const reserveStockStep = createStep(
  "reserve-stock",
  async ({ cart, placed }: Input, { container }) => {
    const rows = neededRows(cart, placed)
    const lockKeys = stockLockKeys(rows)
    const inventory = container.resolve(Modules.INVENTORY)
    const ids = await underLocks(
      container,
      lockKeys,
      async () => {
        if (!(await isEnough(inventory, sumStockNeeds(rows)))) throw await outOfStock(container, cart)
        const created = await inventory.createReservationItems(
          rows.map((row) => ({
            line_item_id: row.lineItemId,
            inventory_item_id: row.inventoryItemId,
            location_id: row.locationId,
            quantity: row.quantity,
            allow_backorder: row.allowBackorder,
          })),
        )
        return created.map((reservation) => reservation.id)
      },
      { timeout: LOCK_TIMEOUT_SECONDS },
    ).catch(async (error: unknown) => {
      throw isOversellError(error) ? await outOfStock(container, cart) : error
    })
    return new StepResponse<void, Undo>(undefined, { ids, lockKeys })
  },
  async (undo, { container }) => {
    if (!undo?.ids.length) return
    const inventory = container.resolve(Modules.INVENTORY)
    await underLocks(container, undo.lockKeys, () => inventory.deleteReservationItems(undo.ids), { timeout: LOCK_TIMEOUT_SECONDS })
  },
)

function neededRows(cart: CheckoutCart, placed: PlacedOrder[]): ReservationRow[] {
  const orderLine = new Map(placed.flatMap((order) => order.line_item_ids.map((line) => [line.cart_line_id, line.id] as const)))
  return cart.items.flatMap((item) => {
    const id = orderLine.get(item.id)
    const rows = id && item.variant ? reservationRows({ id, quantity: Number(item.quantity) }, item.variant, sellerOfItem(item)?.stock_location_id ?? null) : null
    if (!rows) throw checkoutErrors.outOfStock([{ id: item.id, title: titleOf(item), available_quantity: 0 }])
    return rows
  })
}

/** Names the lines that ask for more than is there now; the stock is read again, the cart's figures are old. */
async function outOfStock(container: MedusaContainer, cart: CheckoutCart) {
  const fresh = await fetchCheckoutCart(container, cart.id)
  const short = shortLines(fresh)
  return checkoutErrors.outOfStock(short.length > 0 ? short : fresh.items.map(toShortLine))
}
