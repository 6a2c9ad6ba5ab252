import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** The kind of identity in Medusa's Auth module: a phone that answered with a one-time code. */
const PROVIDER = "phone-code"

/**
 * The customer behind a phone that was just proven; made the first time. Medusa's unique index on (phone, provider)
 * holds when two logins open the same account at once; the phone a customer merely wrote down opens nothing.
 */
export async function openBuyerAccount(container: MedusaContainer, phone: string): Promise<string> {
  return container.resolve(Modules.LOCKING).execute(`buyer:${phone}`, () => findOrOpen(container, phone), { timeout: 10 })
}

async function findOrOpen(container: MedusaContainer, phone: string): Promise<string> {
  const auth = container.resolve(Modules.AUTH)
  const customers = container.resolve(Modules.CUSTOMER)
  const [identity] = await auth.listAuthIdentities({ provider_identities: { entity_id: phone, provider: PROVIDER } })
  const known = identity?.app_metadata?.customer_id
  if (typeof known === "string") return known
  // Without an e-mail: Medusa gives a guest's cart to the account whose e-mail the guest types.
  const customer = await customers.createCustomers({ phone, has_account: true })
  try {
    await auth.createAuthIdentities({ provider_identities: [{ provider: PROVIDER, entity_id: phone }], app_metadata: { customer_id: customer.id } })
  } catch (error) {
    await customers.deleteCustomers(customer.id)
    throw error
  }
  return customer.id
}
