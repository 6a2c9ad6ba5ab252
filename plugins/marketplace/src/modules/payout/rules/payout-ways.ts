/** An approved batch goes out as a file for the bank's own bulk transfer, or line by line through payOS's API. */
export const PAYOUT_WAYS = ["bank_file", "payos"] as const
export type PayoutWay = (typeof PAYOUT_WAYS)[number]
