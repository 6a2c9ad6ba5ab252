import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { toMedusaAddress, type DeliveryAddress } from "../modules/order-group/rules/delivery-address"
import { listSavedAddresses } from "../queries/fetch-buyer"
import { buyerErrors } from "./errors"

const MOST_ADDRESSES = 20

/** Keeps an address for the next order, once; under a lock, so that two tabs don't keep it twice. Error: buyer.too_many_addresses 409. */
export async function saveBuyerAddress(container: MedusaContainer, customerId: string, address: DeliveryAddress): Promise<void> {
  await container.resolve(Modules.LOCKING).execute(
    `buyer-addresses:${customerId}`,
    async () => {
      const known = await listSavedAddresses(container, customerId)
      const same = (one: Pick<DeliveryAddress, "name" | "phone" | "commune_code" | "street" | "note">) => JSON.stringify([one.name, one.phone, one.commune_code, one.street, one.note])
      if (known.some((one) => same(one) === same(address))) return
      if (known.length >= MOST_ADDRESSES) throw buyerErrors.tooManyAddresses(MOST_ADDRESSES)
      await container.resolve(Modules.CUSTOMER).createCustomerAddresses({ customer_id: customerId, ...toMedusaAddress(address) })
    },
    { timeout: 10 },
  )
}
