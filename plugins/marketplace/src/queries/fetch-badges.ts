import { fetchGiBadges, type GiBadge } from "@cho-phien/geographical-indications"
import { fetchOcopBadges, type OcopBadge } from "@cho-phien/ocop"
import type { MedusaContainer } from "@medusajs/framework/types"

export type Badges = { ocop: Map<string, OcopBadge>; gi: Map<string, GiBadge> }

/** What the registers say today of these products; nothing of it is stored with the listing. */
export async function fetchBadges(container: MedusaContainer, productIds: string[]): Promise<Badges> {
  const [ocop, gi] = await Promise.all([fetchOcopBadges(container, productIds), fetchGiBadges(container, productIds)])
  return { ocop, gi }
}
