import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type OrderGroupModuleService from "../modules/order-group/service"
import { groupIdOf } from "./buyer-orders"

/** More than one person orders in a life. */
const MOST = 2_000

/**
 * The ids of the checkouts of a phone (E.164), newest first: whose buyer gave it. Of those placed before 22/11/2026, when
 * the checkout asked for one phone only, the ones that go to it. Whoever only receives a parcel has none of this.
 */
export async function checkoutsOfPhone(container: MedusaContainer, phone: string): Promise<string[]> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const options = { select: ["id", "created_at"], take: MOST, order: { created_at: "DESC" } } as const
  const ordered = await groups.listOrderGroups({ buyer_phone: phone, status: "placed" }, { ...options, select: [...options.select] })
  const delivered = await container.resolve(Modules.ORDER).listOrders({ shipping_address: { phone } } as object, { select: ["id", "metadata"], take: MOST, order: { created_at: "DESC" } })
  const ids = [...new Set(delivered.flatMap((order) => groupIdOf(order) ?? []))]
  const former = ids.length === 0 ? [] : await groups.listOrderGroups({ id: ids, buyer_phone: null, status: "placed" }, { ...options, select: [...options.select] })
  return [...ordered, ...former].sort((a, b) => Number(new Date(b.created_at)) - Number(new Date(a.created_at))).map(({ id }) => id)
}
