import type { MedusaContainer } from "@medusajs/framework/types"
import { SELLER_MODULE } from "../modules/seller"
import type SellerModuleService from "../modules/seller/service"

/** Names of shops by id. */
export async function sellerNames(container: MedusaContainer, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await container.resolve<SellerModuleService>(SELLER_MODULE).listSellers({ id: [...new Set(ids)] }, { select: ["id", "name"], take: ids.length })
  return new Map(rows.map((row) => [row.id, row.name]))
}
