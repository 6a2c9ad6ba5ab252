import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ListingStatus } from "../../queries/listing"
import { alreadyDecided, listingNotFound } from "../../modules/seller/errors"

type RequireListingStatusInput = { product_id: string; statuses: ListingStatus[] }

/** Behind the listing's lock: two operators who decide at once must not both win. */
export const requireListingStatusStep = createStep(
  "require-listing-status",
  async ({ product_id, statuses }: RequireListingStatusInput, { container }) => {
    const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "product",
      fields: ["status", "listing.id"],
      filters: { id: product_id },
    })
    const [product] = data as unknown as { status: ListingStatus; listing?: { id: string } | null }[]
    if (!product?.listing) throw listingNotFound()
    if (!statuses.includes(product.status)) throw alreadyDecided()
    return new StepResponse(undefined)
  },
)
