import { carriesName, LEAST_SCORE, linkedElsewhere, linkListingToRegisterWorkflow, matchScore, notTheOwner, OCOP_MODULE, registerEntryOf, unlikeTheEntry, unknownRegisterProduct, type OcopModuleService, type RegisterActor } from "@cho-phien/ocop"
import type { MedusaContainer } from "@medusajs/framework/types"
import { listingNotFound } from "../modules/seller/errors"
import { fetchOwnListings } from "../queries/fetch-listings"

/**
 * A shop that an official confirmed as the producer says which of its listings the product is. It can't say so of a
 * listing whose title lacks the name of the entry, nor move one that stands behind another entry: no shop gives itself a badge.
 * @throws ApiError 404 `listing.not_found`, 403 `ocop.not_the_owner`, 409 `ocop.linked_elsewhere`, `ocop.unlike_the_entry`
 */
export async function confirmRegisterMatch(container: MedusaContainer, input: { sellerId: string; productId: string; ocopProductId: string }): Promise<void> {
  const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
  const [listing] = await fetchOwnListings(container, { productIds: [input.productId], filters: { sellerId: input.sellerId, status: ["published", "proposed"] } })
  if (!listing) throw listingNotFound()
  if (!(await ocop.isOwner(input.ocopProductId, input.sellerId))) throw notTheOwner()
  const [product] = await ocop.listOcopProducts({ id: input.ocopProductId })
  if (!product) throw unknownRegisterProduct()
  const former = (await registerEntryOf(container, [listing.id])).get(listing.id)
  if (former && former !== product.id) throw linkedElsewhere()
  const { seller, title } = listing
  const score = matchScore({ title, seller_name: seller.name, commune_code: seller.commune.code }, product)
  if (score < LEAST_SCORE || !carriesName(title, product.name)) throw unlikeTheEntry()
  const actor = sellerActor(seller)
  await linkListingToRegisterWorkflow(container).run({ input: { product_id: listing.id, ocop_product_id: product.id, actor_id: actor.id, actor } })
}

export function sellerActor({ id, name }: { id: string; name: string }): RegisterActor {
  return { type: "seller", id, name, province_code: null, level: "seller", illustrative: false }
}
