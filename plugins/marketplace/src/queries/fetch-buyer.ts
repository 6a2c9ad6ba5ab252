import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { readablePhone } from "../modules/phone-login/rules/normalise-phone"
import { readDeliveryAddress, type DeliveryAddress } from "../modules/order-group/rules/delivery-address"

export type SavedAddress = { id: string } & Omit<DeliveryAddress, "email">

export type Buyer = { id: string; name: string | null; phone: string; phone_readable: string; addresses: SavedAddress[] }

/** A buyer as the buyer sees it: the proven phone, the name, saved addresses with the latest first. */
export async function fetchBuyer(container: MedusaContainer, { customerId, phone }: { customerId: string; phone: string }): Promise<Buyer> {
  const customer = await container.resolve(Modules.CUSTOMER).retrieveCustomer(customerId)
  return { id: customer.id, name: customer.first_name || null, phone, phone_readable: readablePhone(phone), addresses: await listSavedAddresses(container, customerId) }
}

export async function listSavedAddresses(container: MedusaContainer, customerId: string): Promise<SavedAddress[]> {
  const rows = await container.resolve(Modules.CUSTOMER).listCustomerAddresses({ customer_id: customerId }, { take: 100, order: { created_at: "DESC", id: "DESC" } })
  return rows.flatMap((row) => {
    const address = readDeliveryAddress(row as Parameters<typeof readDeliveryAddress>[0])
    if (!address) return []
    const { email: _email, ...rest } = address
    return [{ id: row.id, ...rest }]
  })
}
