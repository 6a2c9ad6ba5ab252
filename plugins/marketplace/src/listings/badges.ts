import type { MedusaContainer } from "@medusajs/framework/types"

export type OcopBadge = Record<string, never>
export type GiBadge = Record<string, never>

export async function fetchBadges(_container: MedusaContainer, _productIds: string[]): Promise<{ ocop: Map<string, OcopBadge>; gi: Map<string, GiBadge> }> {
  return { ocop: new Map(), gi: new Map() }
}
