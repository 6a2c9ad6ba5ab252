import { fetchGiBadges, fetchMarkBadges, fetchQualityBadges, type GiBadge, type MarkBadge, type QualityBadge } from "@cho-phien/geographical-indications"
import { fetchOcopBadges, type OcopBadge } from "@cho-phien/ocop"
import type { MedusaContainer } from "@medusajs/framework/types"

export type Badges = { ocop: Map<string, OcopBadge>; gi: Map<string, GiBadge>; mark: Map<string, MarkBadge>; quality: Map<string, QualityBadge[]> }

/** What the registers say today of these products; nothing of it is stored with the listing. */
export async function fetchBadges(container: MedusaContainer, productIds: string[]): Promise<Badges> {
  const [ocop, gi, mark, quality] = await Promise.all([
    fetchOcopBadges(container, productIds),
    fetchGiBadges(container, productIds),
    fetchMarkBadges(container, productIds),
    fetchQualityBadges(container, productIds),
  ])
  return { ocop, gi, mark, quality }
}
