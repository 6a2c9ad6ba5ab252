import type { Listing } from "./schemas";

export type ListingState = Listing["status"] | "sold_out";

/** The state in the seller's eyes: something on sale with nothing left is sold out. */
export function listingStateOf({ status, available_quantity }: Pick<Listing, "status" | "available_quantity">): ListingState {
  return status === "published" && available_quantity === 0 ? "sold_out" : status;
}

/** A net amount to read, never broken at its end: `500 g`, `1,5 kg`, `350 ml`, `1 l`. */
export function netAmount(listing: Pick<Listing, "net_weight_grams" | "net_volume_ml">, locale: string): string | null {
  const format = (value: number) => new Intl.NumberFormat(locale === "vi" ? "vi-VN" : "en-GB").format(value);
  const { net_weight_grams: grams, net_volume_ml: millilitres } = listing;
  if (grams) return grams < 1000 ? `${format(grams)}\u00a0g` : `${format(grams / 1000)}\u00a0kg`;
  if (millilitres) return millilitres < 1000 ? `${format(millilitres)}\u00a0ml` : `${format(millilitres / 1000)}\u00a0l`;
  return null;
}
