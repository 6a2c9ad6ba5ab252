import type { MediaAsset } from "@cho-phien/media"
import type { GiBadge, MarkBadge, QualityBadge } from "@cho-phien/geographical-indications"
import type { OcopBadge } from "@cho-phien/ocop"
import type { PricePerUnit } from "../modules/seller/rules/price-per-unit"
import type { SellerKind } from "../workflows/open-shop"

export type ListingStatus = "proposed" | "published" | "rejected" | "draft"

export type Place = { code: string; name: string; full_name: string }

export type ListingSeller = { id: string; handle: string; name: string; kind: SellerKind; commune: Place; province: Place }

/** A product as the fair shows it. `id` is the id of the Medusa product. */
export type Listing = {
  id: string
  handle: string
  title: string
  description: string | null
  unit: string
  net_weight_grams: number | null
  net_volume_ml: number | null
  /** Doesn't keep: shops send it less far. */
  perishable: boolean
  price_vnd: number
  price_per_unit: PricePerUnit | null
  available_quantity: number
  variant_id: string
  images: MediaAsset[]
  seller: ListingSeller
  ocop: OcopBadge | null
  gi: GiBadge | null
  /** A collective or certification mark: never an indication. */
  mark: MarkBadge | null
  /** Papers about quality that somebody looked at: those in force first, then those that lapsed. */
  quality: QualityBadge[]
  illustrative: boolean
  status: ListingStatus
  created_at: string
}

export type ListingCard = Omit<Listing, "description" | "images"> & { image: MediaAsset | null }

/** What only the seller and the operator see of a listing. */
export type OwnListing = Listing & { rejection_reason: string | null; submitted_at: string; decided_at: string | null; first_published_at: string | null }

export function toListingCard({ description: _description, images, ...rest }: Listing): ListingCard {
  return { ...rest, image: images[0] ?? null }
}
