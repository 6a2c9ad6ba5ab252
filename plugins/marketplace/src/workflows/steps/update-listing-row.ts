import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SELLER_MODULE } from "../../modules/seller"
import { listingNotFound } from "../../modules/seller/errors"
import type SellerModuleService from "../../modules/seller/service"

export type ListingRowUpdate = {
  unit?: string
  net_weight_grams?: number | null
  net_volume_ml?: number | null
  media_ids?: string[]
  perishable?: boolean
  rejection_reason?: string | null
  /** Handed in (again) now. */
  submitted?: boolean
  /** Decided now, by this person. */
  decided_by?: string
  /** Decided that it goes on the fair. */
  approved?: boolean
}

type UpdateListingRowInput = { product_id: string; update: ListingRowUpdate }

export const updateListingRowStep = createStep(
  "update-listing-row",
  async ({ product_id, update: { submitted, media_ids, decided_by, approved, ...fields } }: UpdateListingRowInput, { container }) => {
    const sellers = container.resolve<SellerModuleService>(SELLER_MODULE)
    const [before] = await sellers.listListings({ product_id })
    if (!before) throw listingNotFound()
    const now = new Date()
    await sellers.updateListings({
      id: before.id,
      ...fields,
      ...(media_ids && { media_ids: media_ids as unknown as Record<string, unknown> }),
      ...(submitted && { submitted_at: now, decided_at: null, decided_by: null }),
      ...(decided_by !== undefined && { decided_at: now, decided_by }),
      ...(approved && before.first_published_at === null && { first_published_at: now }),
    })
    const { id, unit, net_weight_grams, net_volume_ml, perishable, rejection_reason, submitted_at, decided_at, first_published_at } = before
    const undo = { id, unit, net_weight_grams, net_volume_ml, perishable, rejection_reason, submitted_at, decided_at, first_published_at, media_ids: before.media_ids, decided_by: before.decided_by }
    return new StepResponse(undefined, undo)
  },
  async (before, { container }) => {
    if (before) await container.resolve<SellerModuleService>(SELLER_MODULE).updateListings(before)
  },
)
