import { foldedWords } from "@cho-phien/administrative-units"
import { LEAST_SCORE, matchScore, producerWords, registerEntryOf } from "@cho-phien/ocop"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { SELLER_MODULE } from "../modules/seller"
import type SellerModuleService from "../modules/seller/service"

export type RegisterFacts = { name: string; producer_name: string | null; commune_code: string | null; province_code: string }

export type ListingProposal = { product_id: string; handle: string; title: string; status: string; seller_id: string; seller_name: string; score: number }

/**
 * Which listings of the province may be a product of the register, best first, at most eight: by name, producer and
 * commune. Left out is what is linked to the register already. Proposals only; a person decides.
 *
 * @param search words the person is looking for instead: every listing of the province that has them all in its title
 *   or its shop's name, however little it is alike
 */
export async function proposeListings(container: MedusaContainer, product: RegisterFacts, search = ""): Promise<ListingProposal[]> {
  const sought = foldedWords(search)
  const service = container.resolve<SellerModuleService>(SELLER_MODULE)
  const sellers = await service.listSellers({ province_code: product.province_code, status: "active" }, { select: ["id", "name", "commune_code"] })
  const names = new Set(producerWords(product.producer_name ?? ""))
  // Whoever neither shares a word of the name nor the commune can't reach the least score.
  const likely = new Map(sellers.filter((seller) => sought.length > 0 || seller.commune_code === product.commune_code || producerWords(seller.name).some((word) => names.has(word))).map((seller) => [seller.id, seller]))
  if (likely.size === 0) return []
  const rows = await service.listListings({ seller_id: [...likely.keys()] }, { select: ["product_id", "seller_id"] })
  const products = await container.resolve(Modules.PRODUCT).listProducts({ id: rows.map((row) => row.product_id) }, { select: ["id", "handle", "title", "status"] })
  const byId = new Map(products.map((one) => [one.id, one]))
  const scored = rows.flatMap((row) => {
    const listing = byId.get(row.product_id)
    const seller = likely.get((row as unknown as { seller_id: string }).seller_id)
    if (!listing || !seller || !["published", "proposed"].includes(listing.status)) return []
    const score = matchScore({ title: listing.title, seller_name: seller.name, commune_code: seller.commune_code }, product)
    const there = foldedWords(`${listing.title} ${seller.name}`)
    const found = sought.length > 0 ? sought.every((word) => there.some((one) => one.startsWith(word))) : score >= LEAST_SCORE
    return !found ? [] : [{ product_id: listing.id, handle: listing.handle, title: listing.title, status: String(listing.status), seller_id: seller.id, seller_name: seller.name, score }]
  })
  const linked = await registerEntryOf(container, scored.map((one) => one.product_id))
  return scored
    .filter((one) => !linked.has(one.product_id))
    .sort((a, b) => b.score - a.score || (a.product_id < b.product_id ? -1 : 1))
    .slice(0, 8)
}
