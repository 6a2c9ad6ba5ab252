import { GI_MODULE, type GeographicalIndicationsModuleService } from "@cho-phien/geographical-indications"
import { OCOP_MODULE, type MatchProposal, type OcopModuleService } from "@cho-phien/ocop"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import { SELLER_MODULE } from "../modules/seller"
import { suggestRight } from "../modules/seller/rules/suggest-right"
import type SellerModuleService from "../modules/seller/service"
import { fetchOwnListings } from "./fetch-listings"
import type { ListingStatus, OwnListing } from "./listing"

export type ProposedRight = { id: string; gi_name: string; product: string; document_no: string; issued_by: string; producer_name: string; suggested: boolean }

export type QueuedListing = OwnListing & { matches: MatchProposal[]; rights_of_use: ProposedRight[] }

/** A page of the operator's queue: who has waited longest comes first; what is decided, latest first. */
export async function listModerationQueue(
  container: MedusaContainer,
  { status, limit, offset }: { status: ListingStatus; limit: number; offset: number },
): Promise<{ listings: QueuedListing[]; count: number }> {
  const products = await container.resolve(Modules.PRODUCT).listProducts({ status: status as ProductStatus }, { select: ["id"] })
  const [rows, count] = await container.resolve<SellerModuleService>(SELLER_MODULE).listAndCountListings(
    { product_id: products.map((product) => product.id) },
    { select: ["product_id"], order: { submitted_at: status === "proposed" ? "ASC" : "DESC" }, take: limit, skip: offset },
  )
  const listings = await fetchOwnListings(container, { productIds: rows.map((row) => row.product_id) })
  // One proposal after the other: each is several queries, and nobody waits for the fiftieth.
  const queued: QueuedListing[] = []
  for (const listing of listings) queued.push({ ...listing, ...(await proposals(container, listing)) })
  return { listings: queued, count }
}

async function proposals(container: MedusaContainer, { title, seller }: OwnListing): Promise<Pick<QueuedListing, "matches" | "rights_of_use">> {
  const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
  const gi = container.resolve<GeographicalIndicationsModuleService>(GI_MODULE)
  const [matches, rights] = await Promise.all([
    ocop.proposeMatches({ title, seller_name: seller.name, commune_code: seller.commune.code }),
    gi.proposeRightsOfUse({ producer_name: seller.name }),
  ])
  const suggested = suggestRight(rights, title)
  return {
    matches,
    rights_of_use: rights.map((right) => ({
      id: right.id,
      gi_name: right.gi.name,
      product: right.gi.product,
      document_no: right.document_no,
      issued_by: right.issued_by,
      producer_name: right.producer_name,
      suggested: right.id === suggested?.id,
    })),
  }
}
