export type Picture = { id: string; alt: string | null; color: string; renditions: { width: number; format: string; url: string }[] }

export type RegisterEntry = { id: string; name: string; producer_name: string | null }

export type Match = { ocop_product: RegisterEntry; score: number; stars: number | null }

export type Right = { id: string; gi_name: string; product: string; document_no: string; issued_by: string; suggested: boolean }

/** A listing as GET /admin/listings answers it, as far as these pages use it. */
export type QueuedListing = {
  id: string
  handle: string
  title: string
  description: string | null
  unit: string
  net_weight_grams: number | null
  net_volume_ml: number | null
  price_vnd: number
  available_quantity: number
  images: Picture[]
  seller: { name: string; commune: { full_name: string }; province: { full_name: string } }
  ocop: { product_id: string } | null
  illustrative: boolean
  status: string
  rejection_reason: string | null
  submitted_at: string
  matches: Match[]
  rights_of_use: Right[]
}

export function dong(amountVnd: number): string {
  return `${amountVnd.toLocaleString("vi-VN")} ₫`
}

/** The smallest rendition that is at least so wide; WebP, which every browser the admin runs in can read. */
export function pictureUrl(picture: Picture, widthPx: number): string | undefined {
  const webp = picture.renditions.filter((rendition) => rendition.format === "webp").sort((a, b) => a.width - b.width)
  return (webp.find((rendition) => rendition.width >= widthPx) ?? webp.at(-1))?.url
}
