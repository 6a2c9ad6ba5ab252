import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { readCartBuyer, type BuyerContact } from "../buyer/rules/buyer-contact"
import { normalisePhone } from "../modules/phone-login/rules/normalise-phone"
import type { CheckoutCart } from "./checkout-cart"

/** Who orders a cart: the account it belongs to, else whom its guest named; null while nobody did. */
export async function fetchCartBuyer(container: MedusaContainer, cart: Pick<CheckoutCart, "customer_id" | "metadata">): Promise<BuyerContact | null> {
  return (await fetchAccountContact(container, cart.customer_id)) ?? readCartBuyer(cart.metadata)
}

/** An account's name and the phone it was opened with. Null for the customers Medusa makes of guests' e-mails. */
export async function fetchAccountContact(container: MedusaContainer, customerId: string | null): Promise<BuyerContact | null> {
  if (!customerId) return null
  const [customer] = await container.resolve(Modules.CUSTOMER).listCustomers({ id: customerId }, { select: ["id", "first_name", "phone", "has_account"] })
  const phone = customer?.has_account && customer.phone ? normalisePhone(customer.phone) : null
  return phone ? { name: customer?.first_name || null, phone } : null
}
