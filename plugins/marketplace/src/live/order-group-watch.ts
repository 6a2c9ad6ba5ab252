import type { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type OrderGroupModuleService from "../modules/order-group/service"
import { ChangeWatch, type Told } from "./change-watch"

/** More open pages than this on one server: the rest ask by themselves every few seconds. */
const MAX_WATCHERS = 2_000
/** A family looks at one order; more is somebody holding connections open. */
const MAX_WATCHERS_PER_GROUP = 20

let shared: ChangeWatch | null = null

/**
 * Watches an order group's payments from this server process.
 * Returns how to stop, or null when too many pages are open already.
 */
export function watchOrderGroup(container: MedusaContainer, id: string, tell: (what: Told) => void): (() => void) | null {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  shared ??= new ChangeWatch((ids) => groups.readStamps(ids))
  if (shared.size >= MAX_WATCHERS || shared.watchersOf(id) >= MAX_WATCHERS_PER_GROUP) return null
  return shared.watch(id, tell)
}
