import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SELLER_MODULE } from "../../modules/seller"
import type SellerModuleService from "../../modules/seller/service"

type CreateListingInput = {
  product_id: string
  seller_id: string
  unit: string
  net_weight_grams: number | null
  net_volume_ml: number | null
  media_ids: string[]
  perishable: boolean
  illustrative: boolean
}

export const createListingStep = createStep(
  "create-listing",
  async ({ media_ids, ...input }: CreateListingInput, { container }) => {
    const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
    // The JSON column is typed as an object; a list is as good JSON as any.
    const mediaIds = media_ids as unknown as Record<string, unknown>
    const listing = await sellers.createListings({ ...input, media_ids: mediaIds, submitted_at: new Date() })
    return new StepResponse(listing.id, listing.id)
  },
  async (id, { container }) => {
    if (id) await container.resolve<SellerModuleService>(SELLER_MODULE).deleteListings(id)
  },
)
