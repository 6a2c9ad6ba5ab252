import { normalisePhone } from "../../modules/phone-login/rules/normalise-phone"
import type { DeliveryAddress } from "../../modules/order-group/rules/delivery-address"

/** Who orders: told of the order, and its owner once the phone is proven. The parcel may be for somebody else. `phone` is E.164. */
export type BuyerContact = { name: string | null; phone: string }

const LONGEST_NAME = 120

/** How a cart carries it until it is ordered; Medusa drops a key of the metadata whose value is empty. */
export function toCartMetadata(buyer: BuyerContact | null): { buyer: BuyerContact | "" } {
  return { buyer: buyer ?? "" }
}

/** Null when nobody said who orders, or what is kept can't be read: Medusa's own cart route takes any metadata it is given. */
export function readCartBuyer(metadata: Record<string, unknown> | null | undefined): BuyerContact | null {
  const kept = metadata?.buyer
  if (typeof kept !== "object" || kept === null) return null
  const { name, phone } = kept as Record<string, unknown>
  const normal = typeof phone === "string" && phone.length <= 40 ? normalisePhone(phone) : null
  const named = typeof name === "string" && name.trim() !== "" ? name.trim() : null
  if (!normal || (named?.length ?? 0) > LONGEST_NAME) return null
  return { name: named, phone: normal }
}

/**
 * Whose order it is: who was kept when it was placed. Until 22/11/2026 the checkout asked for one phone only; of those
 * orders it is who receives the parcel.
 */
export function buyerOfOrder(kept: { buyer_name: string | null; buyer_phone: string | null } | null | undefined, address: DeliveryAddress | null): BuyerContact | null {
  if (kept?.buyer_phone) return { name: kept.buyer_name, phone: kept.buyer_phone }
  const phone = address && normalisePhone(address.phone)
  return phone ? { name: address.name, phone } : null
}

/** Whether the parcel comes to who ordered it: to the same phone. */
export function receivesItself(buyer: BuyerContact | null, address: DeliveryAddress | null): boolean {
  return buyer === null || address === null || normalisePhone(address.phone) === buyer.phone
}
