export type OwedSeller = { sellerId: string; payableVnd: number; heldVnd: number; receivableVnd: number }

export type BankAccount = { bankBin: string; bankName: string; accountNumber: string; accountName: string }

export type SellerForPayout = { id: string; current: BankAccount | null; verified: (BankAccount & { usableFrom: Date }) | null; hasOpenLine: boolean }

export type SkipReason = "nothing_due" | "below_minimum" | "held" | "not_verified" | "account_changed" | "cooling_off" | "in_another_batch"

export type PlannedLine = { sellerId: string; amountVnd: number; nettedVnd: number; account: BankAccount }

/** A NAPAS 247 transfer is below 500 million đồng; what is above waits for the next batch. */
export const MAX_TRANSFER_VND = 499_999_999

/**
 * Who is paid how much, and who isn't and why. Commission owed from direct sales is taken off first; what is held (sold
 * too recently) is not touched.
 */
export function planPayouts(owed: OwedSeller[], sellers: Map<string, SellerForPayout>, { minimumVnd, now }: { minimumVnd: number; now: Date }): { lines: PlannedLine[]; skipped: { sellerId: string; reason: SkipReason }[] } {
  const lines: PlannedLine[] = []
  const skipped: { sellerId: string; reason: SkipReason }[] = []
  for (const balance of owed) {
    const planned = planOne(balance, sellers.get(balance.sellerId), minimumVnd, now)
    if (typeof planned === "string") skipped.push({ sellerId: balance.sellerId, reason: planned })
    else lines.push(planned)
  }
  return { lines, skipped }
}

function planOne(balance: OwedSeller, seller: SellerForPayout | undefined, minimumVnd: number, now: Date): PlannedLine | SkipReason {
  const dueVnd = balance.payableVnd - balance.heldVnd
  if (balance.payableVnd <= 0) return "nothing_due"
  if (dueVnd <= 0) return "held"
  const nettedVnd = Math.min(dueVnd, Math.max(0, balance.receivableVnd))
  const amountVnd = Math.min(dueVnd - nettedVnd, MAX_TRANSFER_VND)
  if (amountVnd < Math.max(1, minimumVnd)) return "below_minimum"
  if (!seller?.verified) return "not_verified"
  if (!seller.current || !isSameAccount(seller.current, seller.verified)) return "account_changed"
  if (seller.verified.usableFrom > now) return "cooling_off"
  if (seller.hasOpenLine) return "in_another_batch"
  const { bankBin, bankName, accountNumber, accountName } = seller.verified
  return { sellerId: balance.sellerId, amountVnd, nettedVnd, account: { bankBin, bankName, accountNumber, accountName } }
}

export function isSameAccount(a: BankAccount, b: BankAccount): boolean {
  return a.bankBin === b.bankBin && a.accountNumber === b.accountNumber && a.accountName === b.accountName
}
