import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"

/** The one channel the fair sells through: the default one of the store. */
export async function defaultSalesChannelId(container: MedusaContainer): Promise<string> {
  const [store] = await container.resolve(Modules.STORE).listStores({}, { select: ["default_sales_channel_id"] })
  if (store?.default_sales_channel_id) return store.default_sales_channel_id
  throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "The store has no default sales channel: seed the fair before opening shops")
}
