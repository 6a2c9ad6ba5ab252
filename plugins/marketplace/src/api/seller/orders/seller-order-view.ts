import type { MedusaContainer } from "@medusajs/framework/types"
import { checkoutErrors } from "../../../modules/order-group/errors"
import { receivesItself, type BuyerContact } from "../../../buyer/rules/buyer-contact"
import { addressLines } from "../../../modules/order-group/rules/delivery-address"
import { zoneBetween, type ShipScope } from "../../../modules/seller/rules/shipping-quote"
import { fetchSellerOrders, listSellerPaymentsOf, type SellerOrderRecord, type SellerOrderView } from "../../../queries/seller-orders"

export type SellerOrder = SellerOrderView & {
  placed_at: string
  /** Whom the parcel is for, who most often ordered it too. */
  buyer: { name: string; phone: string | null; address_lines: string[]; area: DeliveryArea | null }
  /** Who ordered, when the parcel goes to somebody else: whom to ask when something is missing. */
  ordered_by: BuyerContact | null
}

/** How far a parcel would go; `zone` is the nearest that holds shop and buyer. */
export type DeliveryArea = { commune_name: string; province_name: string; zone: ShipScope | null }

/** Phone and street are for delivering what was paid, or what the shop will carry to a door to be paid there; before that a name is enough (least data, Decree 13/2023/ND-CP), and for who is asked to carry it, the commune. */
export function toSellerOrder({ view, placedAt, address, buyer, origin }: SellerOrderRecord): SellerOrder {
  const mayDeliver = view.payment.state === "paid" || (view.payment.confirmed_at !== null && view.payment.state === "pending")
  return {
    ...view,
    placed_at: placedAt,
    buyer: {
      name: address?.name ?? "",
      phone: mayDeliver ? (address?.phone ?? null) : null,
      address_lines: mayDeliver && address ? addressLines(address) : [],
      area: view.state === "to_confirm" && address ? { commune_name: address.commune_name, province_name: address.province_name, zone: origin && zoneBetween(origin, address) } : null,
    },
    ordered_by: mayDeliver && !receivesItself(buyer, address) ? buyer : null,
  }
}

/** One order of the acting seller; another seller's order does not exist for it. */
export async function fetchOwnOrder(container: MedusaContainer, sellerId: string, orderId: string): Promise<SellerOrder> {
  const [record] = await fetchSellerOrders(container, await listSellerPaymentsOf(container, sellerId, orderId))
  if (!record) throw checkoutErrors.sellerOrderNotFound()
  return toSellerOrder(record)
}
