import type { Context, IInventoryService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** What every service made by MedusaService has, and its types leave out. */
type Transactional = { baseRepository_: { transaction<T>(work: (manager: Manager) => Promise<T>): Promise<T> } }
type Manager = { execute(query: string, params: unknown[]): Promise<Record<string, unknown>[]> }
/** One statement in the same transaction: all modules live in one database. */
export type TogetherSql = Manager["execute"]

/**
 * Several changes of the stock that happen together or not at all: each of Medusa's methods is a transaction of its own
 * unless it is given one (`together`). The caller holds the stock's locks.
 */
export function inInventoryTransaction<T>(container: MedusaContainer, work: (inventory: IInventoryService, together: Context, sql: TogetherSql) => Promise<T>): Promise<T> {
  const inventory = container.resolve(Modules.INVENTORY)
  return (inventory as unknown as Transactional).baseRepository_.transaction((transactionManager) => work(inventory, { transactionManager }, (query, params) => transactionManager.execute(query, params)))
}
