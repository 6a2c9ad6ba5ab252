import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/**
 * Does `work` while it holds all of `keys`, taken one after the other in the order they are given, which must be the same
 * for everybody. `timeout`: seconds to wait for each. Medusa's Redis provider takes the keys of one call side by side:
 * of two baskets that wait for the same two items each gets one, and both stand still until a lease runs out, 60 s.
 */
export async function underLocks<T>(container: MedusaContainer, keys: string[], work: () => Promise<T>, { timeout }: { timeout: number }): Promise<T> {
  const [next, ...later] = keys
  if (next === undefined) return work()
  return container.resolve(Modules.LOCKING).execute([next], () => underLocks(container, later, work, { timeout }), { timeout })
}
