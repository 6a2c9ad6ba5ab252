import { bareAccountNumber } from "./account-number"

/**
 * What makes two notices one transfer, whoever tells it: the account, the bank's own reference, amount and direction.
 * Without a reference nothing can be said, and null is equal to nothing.
 */
export function transferKey(transfer: { accountNumber: string; referenceCode: string | null; amountVnd: number; direction: "in" | "out" }): string | null {
  const reference = (transfer.referenceCode ?? "").replace(/[^A-Za-z0-9]/g, "").toUpperCase()
  if (!reference) return null
  return [bareAccountNumber(transfer.accountNumber), reference, transfer.amountVnd, transfer.direction].join("|")
}
