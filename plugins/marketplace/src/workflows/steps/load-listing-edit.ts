import { findForeignMedia } from "@cho-phien/media"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { listingNotFound, unknownPictures } from "../../modules/seller/errors"
import { listingChanges, type ListingEdit } from "../../modules/seller/rules/listing-changes"

type LoadListingEditInput = { product_id: string; seller_id: string; changes: ListingEdit }

type Row = {
  title: string
  description: string | null
  status: string
  seller?: { id: string; stock_location_id: string | null } | null
  listing?: { unit: string; net_weight_grams: number | null; net_volume_ml: number | null; media_ids: unknown } | null
  variants: { id: string; inventory_items: { inventory_item_id: string }[] }[]
}

/** Reads the listing as it stands and says what the edit changes; another seller's listing does not exist here. */
export const loadListingEditStep = createStep("load-listing-edit", async (input: LoadListingEditInput, { container }) => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: [
      "title", "description", "status", "seller.id", "seller.stock_location_id",
      "listing.*", "variants.id", "variants.inventory_items.inventory_item_id",
    ],
    filters: { id: input.product_id },
  })
  const row = (data as unknown as Row[])[0]
  const variant = row?.variants[0]
  const inventory = variant?.inventory_items[0]
  if (!row?.listing || row.seller?.id !== input.seller_id || !variant || !inventory || !row.seller.stock_location_id) throw listingNotFound()

  const { unit, net_weight_grams, net_volume_ml, media_ids } = row.listing
  const before = { title: row.title, description: row.description || null, unit, net_weight_grams, net_volume_ml, media_ids: media_ids as string[] }
  const { text, needsModeration } = listingChanges(before, input.changes, row.status === "rejected")
  if (text.media_ids && (await findForeignMedia(container, input.seller_id, text.media_ids)).length > 0) throw unknownPictures()
  return new StepResponse({
    text,
    needs_moderation: needsModeration,
    variant_id: variant.id,
    inventory_item_id: inventory.inventory_item_id,
    location_id: row.seller.stock_location_id,
  })
})
