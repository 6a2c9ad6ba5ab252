/** Why a buyer takes an order back. */
export const BUYER_REASONS = ["changed_mind", "ordered_wrong", "too_slow", "other"] as const
/** Why a seller can't deliver it, or a part of it. */
export const SELLER_REASONS = ["out_of_stock", "damaged", "cannot_deliver", "buyer_asked", "other"] as const

export type BuyerReason = (typeof BUYER_REASONS)[number]
export type SellerReason = (typeof SELLER_REASONS)[number]

/** Goods that are not there any more, or are no good, must not be offered again. */
export function goodsAreGone(reason: string | null): boolean {
  return reason === "out_of_stock" || reason === "damaged"
}
