import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** An operator's account, also of one who was removed since. */
export type Operator = { id: string; email: string; openedAt: Date }

export async function fetchOperators(container: MedusaContainer, ids: string[]): Promise<Map<string, Operator>> {
  if (ids.length === 0) return new Map()
  const users = await container.resolve(Modules.USER).listUsers({ id: [...new Set(ids)] }, { select: ["id", "email", "created_at"], take: ids.length, withDeleted: true })
  return new Map(users.map(({ id, email, created_at }) => [id, { id, email, openedAt: new Date(created_at) }]))
}
