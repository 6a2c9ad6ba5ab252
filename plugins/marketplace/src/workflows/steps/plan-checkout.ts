import { ADMINISTRATIVE_UNITS_MODULE, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import { checkoutErrors } from "../../modules/order-group/errors"
import type { BuyerContact } from "../../buyer/rules/buyer-contact"
import { namesItsUnits, readDeliveryAddress } from "../../modules/order-group/rules/delivery-address"
import type { SellerPart } from "../../modules/order-group/rules/split-cart"
import type OrderGroupModuleService from "../../modules/order-group/service"
import { fetchCartBuyer } from "../../queries/cart-buyer"
import { fetchCheckoutCart, sellersOfCart, type CartSeller, type CheckoutCart } from "../../queries/checkout-cart"
import { assertForSale } from "../../queries/for-sale"
import { payableParts } from "../../queries/preview-cart"
import { quoteCart } from "../../queries/quote-cart"
import type { Rail } from "../../modules/order-group/operations/rows"
import { assertRail } from "../assert-rail"

/** `buyer` is set for a cart that is still to be ordered. */
export type CheckoutPlan = { existingGroupId: string | null; buyer: BuyerContact | null; cart: CheckoutCart; parts: SellerPart[]; sellers: CartSeller[] }

/**
 * Reads the cart under its lock and decides whether it can be ordered as it stands. A cart that was ordered
 * before answers with its group, so every repeat of the call ends the same.
 */
export const planCheckoutStep = createStep("plan-checkout", async (input: { cart_id: string; rail: Rail }, { container }) => {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [group] = await groups.listOrderGroups({ cart_id: input.cart_id }, { take: 1 })
  if (group && group.status !== "placed") throw checkoutErrors.inProgress()
  const cart = await fetchCheckoutCart(container, input.cart_id)
  if (group) return new StepResponse<CheckoutPlan>({ existingGroupId: group.id, buyer: null, cart, parts: [], sellers: [] })

  // A cart that Medusa's own completion took must not be ordered a second time.
  if (cart.completed_at) throw checkoutErrors.cartCompleted()
  if (cart.items.length === 0) throw checkoutErrors.cartEmpty()
  if (cart.credit_lines?.length) throw checkoutErrors.storeCredit()
  assertForSale(cart)
  const parts = payableParts(cart)
  const sellers = sellersOfCart(cart)
  await assertDelivery(container, cart, parts, sellers)
  // Never who receives the parcel instead: that would give the order to them.
  const buyer = await fetchCartBuyer(container, cart)
  if (!buyer) throw checkoutErrors.noBuyer()
  await assertRail(container, cart, parts, sellers, input.rail)
  return new StepResponse<CheckoutPlan>({ existingGroupId: null, buyer, cart, parts, sellers })
})

async function assertDelivery(container: MedusaContainer, cart: CheckoutCart, parts: SellerPart[], sellers: CartSeller[]): Promise<void> {
  const address = readDeliveryAddress(cart.shipping_address)
  if (!address) throw checkoutErrors.noDelivery()
  const units = await container
    .resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE)
    .retrieveUnits([address.province_code, address.commune_code])
  if (!namesItsUnits(address, units.get(address.province_code) ?? null, units.get(address.commune_code) ?? null)) throw checkoutErrors.noDelivery()
  const quotes = new Map((await quoteCart(container, cart)).map(({ seller, quote }) => [seller.id, quote]))
  const unreached = sellers.flatMap(({ id, name }) => {
    const quote = quotes.get(id)
    return quote?.deliverable === false ? [{ id, name, reason: quote.reason }] : []
  })
  if (unreached.length > 0) throw checkoutErrors.sellersCannotShip(unreached, `${address.commune_name}, ${address.province_name}`)
  // Under the lock once more: a fee that changed between the route's look and this one is not slipped in.
  const agreed = parts.every(({ sellerId, shipping: [method, ...more] }) => {
    const quote = quotes.get(sellerId)
    return quote?.deliverable && more.length === 0 && method?.amountVnd === quote.fee_vnd
  })
  if (!agreed) throw checkoutErrors.inProgress()
}
