import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import registerLink from "../../links/ocop-product-product"
import { carriesName } from "../../modules/ocop/rules/match-score"

/**
 * The listing a producer named for the badge, unless the operator has linked it to something meanwhile: then theirs
 * stands. Nobody looked at the listing while the product was rated: one that is called otherwise waits for an official.
 */
export const findUnlinkedListingStep = createStep("find-unlinked-listing", async ({ listing_id: listingId, name }: { listing_id: string | null; name: string }, { container }) => {
  if (listingId === null) return new StepResponse(null)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: products } = await query.graph({ entity: "product", fields: ["id", "title"], filters: { id: listingId } })
  const [product] = products as unknown as { title: string }[]
  if (!product || !carriesName(product.title, name)) return new StepResponse(null)
  const { data } = await query.graph({ entity: registerLink.entryPoint, fields: ["product_id"], filters: { product_id: listingId } })
  return new StepResponse(data.length === 0 ? listingId : null)
})
