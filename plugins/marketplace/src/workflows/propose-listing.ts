import {
  acquireLockStep,
  createInventoryLevelsWorkflow,
  createProductsWorkflow,
  createRemoteLinkStep,
  emitEventStep,
  releaseLockStep,
  useQueryGraphStep,
} from "@medusajs/medusa/core-flows"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SELLER_MODULE } from "../modules/seller"
import { handleFrom } from "../modules/seller/rules/handle"
import { createListingStep } from "./steps/create-listing"
import { prepareListingStep } from "./steps/prepare-listing"

export type ProposeListingInput = {
  seller_id: string
  title: string
  unit: string
  net_weight_grams?: number | null
  net_volume_ml?: number | null
  /** Tax included. */
  price_vnd: number
  stock_quantity: number
  /** Photographs of this seller, the cover first. */
  media_ids: string[]
  description?: string | null
  /** Doesn't keep: sent only as far as the shop sends what is fresh. */
  perishable?: boolean
  illustrative?: boolean
}

/** Medusa wants an option; a listing has no choice to make. */
const OPTION = "Quy cách"
const ONLY_VALUE = "Một loại"

/**
 * Hands a listing in: a Medusa product in status "proposed" with one variant, its stock at the seller's location, and
 * the listing row; nobody sees it before {@link approveListingWorkflow}. Result: {id, handle} of the product.
 * Emits listing.proposed. Errors: seller.not_found 404, seller.suspended 403, listing.unknown_pictures 400.
 */
export const proposeListingWorkflow = createWorkflow("propose-listing", (input: ProposeListingInput) => {
  // Two listings of one name at once would choose the same web address.
  const lock = transform({ input }, ({ input }) => `listing-handle:${handleFrom(input.title)}`)
  acquireLockStep({ key: lock, timeout: 30, ttl: 120 })
  const prepared = prepareListingStep(input)

  const products = createProductsWorkflow.runAsStep({
    input: transform({ input, prepared }, ({ input, prepared }) => ({
      products: [
        {
          title: input.title,
          handle: prepared.handle,
          description: input.description ?? undefined,
          status: ProductStatus.PROPOSED,
          options: [{ title: OPTION, values: [ONLY_VALUE] }],
          variants: [
            {
              title: input.unit,
              options: { [OPTION]: ONLY_VALUE },
              weight: input.net_weight_grams ?? undefined,
              manage_inventory: true,
              allow_backorder: false,
              prices: [{ currency_code: "vnd", amount: input.price_vnd }],
            },
          ],
          sales_channels: [{ id: prepared.sales_channel_id }],
          shipping_profile_id: prepared.shipping_profile_id,
        },
      ],
    })),
  })
  const product = transform({ products }, ({ products }) => ({ id: products[0]!.id, handle: products[0]!.handle! }))

  const { data: variants } = useQueryGraphStep({
    entity: "product_variant",
    fields: ["id", "inventory_items.inventory_item_id"],
    filters: { product_id: product.id },
  })
  createInventoryLevelsWorkflow.runAsStep({
    input: transform({ input, prepared, variants }, ({ input, prepared, variants }) => ({
      inventory_levels: [
        {
          inventory_item_id: variants[0]!.inventory_items![0]!.inventory_item_id,
          location_id: prepared.stock_location_id,
          stocked_quantity: input.stock_quantity,
        },
      ],
    })),
  })
  createListingStep(
    transform({ input, product }, ({ input, product }) => ({
      product_id: product.id,
      seller_id: input.seller_id,
      unit: input.unit,
      net_weight_grams: input.net_weight_grams ?? null,
      net_volume_ml: input.net_volume_ml ?? null,
      media_ids: input.media_ids,
      perishable: input.perishable ?? false,
      illustrative: input.illustrative ?? false,
    })),
  )
  createRemoteLinkStep(
    transform({ input, product }, ({ input, product }) => [
      { [Modules.PRODUCT]: { product_id: product.id }, [SELLER_MODULE]: { seller_id: input.seller_id } },
    ]),
  )
  emitEventStep({ eventName: "listing.proposed", data: { product_id: product.id } })
  releaseLockStep({ key: lock })
  return new WorkflowResponse(product)
})
