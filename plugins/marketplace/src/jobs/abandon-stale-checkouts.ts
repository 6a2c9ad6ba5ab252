import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type OrderGroupModuleService from "../modules/order-group/service"
import { abandonCheckout } from "../workflows/abandon-checkout"

/** A checkout takes seconds and its cart's lock lives two minutes: one this old has no process any more. */
const STALE_MS = 150_000

/** A crash in the middle of placing must not keep a cart shut and its stock held. */
export default async function abandonStaleCheckouts(container: MedusaContainer): Promise<void> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const stale = await groups.listOrderGroups({ status: "creating", created_at: { $lt: new Date(Date.now() - STALE_MS) } }, { take: 50 })
  for (const group of stale) {
    try {
      await abandonCheckout(container, group.id, group.cart_id)
    } catch (error) {
      container.resolve(ContainerRegistrationKeys.LOGGER).warn(`Checkout ${group.id} that was left half done will be taken back later: ${String(error)}`)
    }
  }
}

export const config = { name: "abandon-stale-checkouts", schedule: "46 * * * * *" }
