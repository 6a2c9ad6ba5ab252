import { carriesName, fetchOcopBadges, OCOP_MODULE, registerEntryOf, type OcopModuleService } from "@cho-phien/ocop"
import type { MedusaContainer } from "@medusajs/framework/types"
import { fetchOwnListings } from "./fetch-listings"

/** More listings than this are not compared at once: each is a search of the register. */
const MOST_COMPARED = 40

export type RegisterMatch = {
  listing: { id: string; title: string }
  ocop_product: { id: string; name: string; producer_name: string | null; stars: number | null }
  /** An official has confirmed this shop as the producer: it may say so itself. */
  may_confirm: boolean
}

export type OwnedProduct = {
  id: string
  name: string
  stars: number | null
  external_listings: { id: string; url: string; last_checked_on: string | null; check_result: string | null }[]
}

/** Which entries of the register a shop's listings may be, and the entries it is confirmed as the producer of. */
export async function fetchSellerRegister(container: MedusaContainer, sellerId: string): Promise<{ matches: RegisterMatch[]; owned: OwnedProduct[] }> {
  const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
  const owners = await ocop.listRegisterOwners({ seller_id: sellerId, ended_on: null }, { select: ["ocop_product_id"] })
  const ownedIds = owners.map((owner) => owner.ocop_product_id)
  const listings = await fetchOwnListings(container, { filters: { sellerId, status: ["published", "proposed"] } })
  const linked = await registerEntryOf(container, listings.map((listing) => listing.id))
  const matches: RegisterMatch[] = []
  for (const { id, title, seller } of listings.filter((listing) => !linked.has(listing.id)).slice(0, MOST_COMPARED)) {
    const proposals = await ocop.proposeMatches({ title, seller_name: seller.name, commune_code: seller.commune.code })
    // What the shop may confirm comes first; beside that only the best guess, for an official to look at.
    const own = proposals.find(({ ocop_product }) => ownedIds.includes(ocop_product.id) && carriesName(title, ocop_product.name))
    const best = own ?? proposals[0]
    if (!best) continue
    const { id: ocopId, name, producer_name } = best.ocop_product
    matches.push({ listing: { id, title }, ocop_product: { id: ocopId, name, producer_name, stars: best.stars }, may_confirm: own !== undefined })
  }
  return { matches, owned: await ownedProducts(ocop, ownedIds, await starsOf(container, linked)) }
}

/** Stars by entry, of those that stand behind one of the shop's listings. */
async function starsOf(container: MedusaContainer, linked: Map<string, string>): Promise<Map<string, number | null>> {
  const badges = await fetchOcopBadges(container, [...linked.keys()])
  return new Map([...badges.values()].map((badge) => [badge.product_id, badge.stars]))
}

async function ownedProducts(ocop: OcopModuleService, ids: string[], stars: Map<string, number | null>): Promise<OwnedProduct[]> {
  if (ids.length === 0) return []
  const [products, externals] = await Promise.all([
    ocop.listOcopProducts({ id: ids }, { select: ["id", "name"], order: { name: "ASC" } }),
    ocop.listExternalListings({ ocop_product_id: ids }, { order: { created_at: "ASC" } }),
  ])
  return products.map(({ id, name }) => ({
    id,
    name,
    stars: stars.get(id) ?? null,
    external_listings: externals
      .filter((listing) => listing.ocop_product_id === id)
      .map(({ id: external, url, last_checked_on, check_result }) => ({ id: external, url, last_checked_on, check_result })),
  }))
}
