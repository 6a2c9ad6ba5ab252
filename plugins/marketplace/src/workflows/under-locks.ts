import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/**
 * Does `work` while it holds all of `keys`, taken one after the other in the order they are given, which must be the same
 * for everybody: what an order does (`close-order:`, `ship:`), then places, then items. `timeout`: seconds to wait for all
 * of them together. Medusa's Redis provider takes the keys of one call side by side:
 * of two baskets that wait for the same two items each gets one, and both stand still until a lease runs out, 60 s.
 */
export async function underLocks<T>(container: MedusaContainer, keys: string[], work: () => Promise<T>, { timeout }: { timeout: number }): Promise<T> {
  const until = Date.now() + timeout * 1000
  const take = ([next, ...later]: string[]): Promise<T> =>
    next === undefined ? work() : container.resolve(Modules.LOCKING).execute([next], () => take(later), { timeout: Math.max(1, (until - Date.now()) / 1000) })
  return take(keys)
}
