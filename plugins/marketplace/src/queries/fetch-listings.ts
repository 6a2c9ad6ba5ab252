import { fetchMedia } from "@cho-phien/media"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, QueryContext } from "@medusajs/framework/utils"
import { SELLER_MODULE } from "../modules/seller"
import { pricePerUnit } from "../modules/seller/rules/price-per-unit"
import type SellerModuleService from "../modules/seller/service"
import { fetchBadges } from "./fetch-badges"
import { presentSellers, type SellerRow } from "./fetch-sellers"
import type { Listing, ListingStatus, OwnListing } from "./listing"

export type FetchListingsInput = {
  /** The answer keeps this order. */
  productIds?: string[]
  handles?: string[]
  filters?: { status?: ListingStatus[]; sellerId?: string }
}

type ProductRow = {
  id: string
  handle: string
  title: string
  description: string | null
  status: ListingStatus
  created_at: string | Date
  listing?: ListingRow | null
  seller?: (SellerRow & { status: string }) | null
  variants: VariantRow[]
}

type ListingRow = {
  unit: string
  net_weight_grams: number | null
  net_volume_ml: number | null
  perishable: boolean
  media_ids: unknown
  illustrative: boolean
  rejection_reason: string | null
  submitted_at: string | Date
  decided_at: string | Date | null
  first_published_at: string | Date | null
}

type VariantRow = {
  id: string
  calculated_price?: { calculated_amount: number | null } | null
  inventory_items?: { inventory?: { location_levels?: { stocked_quantity: number; reserved_quantity: number }[] } | null }[]
}

const FIELDS = [
  "id", "handle", "title", "description", "status", "created_at",
  "listing.*",
  "seller.id", "seller.status", "seller.handle", "seller.name", "seller.kind", "seller.commune_code", "seller.province_code",
  "variants.id", "variants.calculated_price.calculated_amount",
  "variants.inventory_items.inventory.location_levels.stocked_quantity",
  "variants.inventory_items.inventory.location_levels.reserved_quantity",
]

/**
 * Listings in full, for any reader: without `filters.status` only the published ones, and none of a suspended seller.
 * Unknown ids are simply absent.
 */
export async function fetchListings(container: MedusaContainer, input: FetchListingsInput): Promise<Listing[]> {
  const own = await loadListings(container, { ...input, filters: { status: ["published"], ...input.filters } }, true)
  return own.map(({ rejection_reason: _reason, submitted_at: _submitted, decided_at: _decided, first_published_at: _first, ...listing }) => listing)
}

/** The same with the moderator's side, for the seller and the operator; every status unless told otherwise. Newest first. */
export async function fetchOwnListings(container: MedusaContainer, input: FetchListingsInput): Promise<OwnListing[]> {
  return loadListings(container, input, false)
}

async function loadListings(container: MedusaContainer, input: FetchListingsInput, activeSellersOnly: boolean): Promise<OwnListing[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const productIds = input.filters?.sellerId ? await productsOfSeller(container, input.filters.sellerId, input.productIds) : input.productIds
  if (productIds?.length === 0) return []
  const { data } = await query.graph({
    entity: "product",
    fields: FIELDS,
    filters: {
      ...(productIds && { id: productIds }),
      ...(input.handles && { handle: input.handles }),
      ...(input.filters?.status && { status: input.filters.status }),
    },
    pagination: { order: { created_at: "DESC" } },
    context: { variants: { calculated_price: QueryContext({ currency_code: "vnd" }) } },
  })
  const products = (data as unknown as ProductRow[]).filter(({ seller }) => !activeSellersOnly || seller?.status === "active")
  const listings = await present(container, products)
  return input.productIds ? inOrder(listings, input.productIds) : listings
}

async function productsOfSeller(container: MedusaContainer, sellerId: string, within?: string[]): Promise<string[]> {
  const rows = await container.resolve<SellerModuleService>(SELLER_MODULE).listListings(
    { seller_id: sellerId, ...(within && { product_id: within }) },
    { select: ["product_id"] },
  )
  return rows.map((row) => row.product_id)
}

async function present(container: MedusaContainer, products: ProductRow[]): Promise<OwnListing[]> {
  const sellable = products.flatMap((product) => {
    const { listing, seller, variants } = product
    const [variant] = variants ?? []
    // A product made by hand in the admin has no listing; it is not on the fair.
    return listing && seller && variant ? [{ product, listing, seller, variant, mediaIds: idList(listing.media_ids) }] : []
  })
  const ids = sellable.map(({ product }) => product.id)
  const [media, sellers, badges] = await Promise.all([
    fetchMedia(container, sellable.flatMap(({ mediaIds }) => mediaIds)),
    presentSellers(container, sellable.map(({ seller }) => seller)),
    fetchBadges(container, ids),
  ])
  return sellable.map(({ product, listing, seller, variant, mediaIds }) => {
    const price_vnd = Math.round(Number(variant.calculated_price?.calculated_amount ?? 0))
    return {
      id: product.id,
      handle: product.handle,
      title: product.title,
      description: product.description,
      unit: listing.unit,
      net_weight_grams: listing.net_weight_grams,
      net_volume_ml: listing.net_volume_ml,
      perishable: listing.perishable,
      price_vnd,
      price_per_unit: pricePerUnit(price_vnd, { netWeightGrams: listing.net_weight_grams, netVolumeMl: listing.net_volume_ml }),
      available_quantity: available(variant),
      variant_id: variant.id,
      images: mediaIds.flatMap((id) => media.get(id) ?? []),
      seller: sellers.get(seller.id)!,
      ocop: badges.ocop.get(product.id) ?? null,
      gi: badges.gi.get(product.id) ?? null,
      mark: badges.mark.get(product.id) ?? null,
      quality: badges.quality.get(product.id) ?? [],
      illustrative: listing.illustrative,
      status: product.status,
      created_at: isoTime(product.created_at),
      rejection_reason: listing.rejection_reason,
      submitted_at: isoTime(listing.submitted_at),
      decided_at: listing.decided_at ? isoTime(listing.decided_at) : null,
      first_published_at: listing.first_published_at ? isoTime(listing.first_published_at) : null,
    }
  })
}

function available(variant: VariantRow): number {
  const levels = (variant.inventory_items ?? []).flatMap((item) => item.inventory?.location_levels ?? [])
  return Math.max(0, levels.reduce((sum, level) => sum + Number(level.stocked_quantity) - Number(level.reserved_quantity), 0))
}

function idList(json: unknown): string[] {
  return Array.isArray(json) ? json.filter((id): id is string => typeof id === "string") : []
}

function isoTime(time: string | Date): string {
  return new Date(time).toISOString()
}

function inOrder(listings: OwnListing[], ids: string[]): OwnListing[] {
  const byId = new Map(listings.map((listing) => [listing.id, listing]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
