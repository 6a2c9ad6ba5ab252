/** `payment`: from when the buyer paid. `delivery`: from when the goods arrived. */
export const HOLD_BASES = ["payment", "delivery"] as const

/**
 * What the house starts with. Money is held for returns and disputes, which begin with the goods at the buyer's door: from
 * 22/11/2026 a sale's hold begins there. What was sold before keeps what its seller was told.
 */
export const HOLD_RULES: { id: string; countsFrom: (typeof HOLD_BASES)[number]; validFrom: string; note: string }[] = [
  { id: "hold_payment", countsFrom: "payment", validFrom: "2000-01-01", note: "Tính từ lúc người mua trả tiền." },
  { id: "hold_delivery", countsFrom: "delivery", validFrom: "2026-11-22", note: "Tính từ lúc hàng đến tay người mua." },
]
