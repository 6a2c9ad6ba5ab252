import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import registerLink from "../../links/ocop-product-product"

/** The listing a producer named for the badge, unless the operator has linked it to something meanwhile: then theirs stands. */
export const findUnlinkedListingStep = createStep("find-unlinked-listing", async (listingId: string | null, { container }) => {
  if (listingId === null) return new StepResponse(null)
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: registerLink.entryPoint, fields: ["product_id"], filters: { product_id: listingId } })
  return new StepResponse(data.length === 0 ? listingId : null)
})
