import { toListingCard, type Listing } from "@cho-phien/marketplace"
import { dateNumber, lastDayOfStars } from "./rules/current-badge"

/** What the index holds of a listing: texts to find it by, values to filter, sort and count by, and the card to show. */
export type ListingDocument = {
  id: string
  title: string
  certified_name: string | null
  indication: string | null
  seller_name: string
  producer_name: string | null
  place: string
  description: string | null
  seller_id: string
  province_code: string
  commune_code: string
  stars: "3" | "4" | "5" | null
  /** Last day of the stars, as a number (20270131). */
  ocop_valid_until: number | null
  has_gi: boolean
  in_stock: boolean
  price_vnd: number
  /** Seconds since 1970, to sort by. */
  created_at: number
  /** The ListingCard as JSON. */
  card: string
}

export function toListingDocument(listing: Listing): ListingDocument {
  const { seller, ocop, gi } = listing
  const validUntil = ocop?.stars ? lastDayOfStars(ocop) : null
  return {
    id: listing.id,
    title: listing.title,
    certified_name: ocop?.stars ? ocop.product_name : null,
    indication: gi ? gi.name : null,
    seller_name: seller.name,
    producer_name: ocop?.stars ? ocop.producer_name : null,
    place: `${seller.commune.name} ${seller.province.name}`,
    description: listing.description,
    seller_id: seller.id,
    province_code: seller.province.code,
    commune_code: seller.commune.code,
    stars: ocop?.stars ? (String(ocop.stars) as ListingDocument["stars"]) : null,
    ocop_valid_until: validUntil ? dateNumber(validUntil) : null,
    has_gi: gi !== null,
    in_stock: listing.available_quantity > 0,
    price_vnd: listing.price_vnd,
    created_at: Math.floor(Date.parse(listing.created_at) / 1000),
    card: JSON.stringify(toListingCard(listing)),
  }
}
