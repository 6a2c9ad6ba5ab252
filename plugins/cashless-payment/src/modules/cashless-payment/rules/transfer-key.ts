import { bareAccountNumber } from "./account-number"
import { namesBank } from "./banks"

/**
 * What two notices of one transfer have in common, whoever tells it: the account's number, the bank's own reference,
 * amount and direction. Without a reference nothing can be said, and null is equal to nothing. The bank stands beside it
 * (`sameTelling`), because not everybody names it.
 */
export function transferKey(transfer: { accountNumber: string; referenceCode: string | null; amountVnd: number; direction: "in" | "out" }): string | null {
  const reference = (transfer.referenceCode ?? "").replace(/[^A-Za-z0-9]/g, "").toUpperCase()
  if (!reference) return null
  return [bareAccountNumber(transfer.accountNumber), reference, transfer.amountVnd, transfer.direction].join("|")
}

/** So many transfers under one reference are told apart by what they name; of the next one a person decides. */
export const MOST_OF_ONE_REFERENCE = 9

/** The keys of the transfers under one reference: which of them a telling is about, its memo says, or who tells of it. */
export const keysOfReference = (key: string): string[] => Array.from({ length: MOST_OF_ONE_REFERENCE }, (_, index) => (index === 0 ? key : `${key}|${index + 1}`))

/** The key of the `nth` (1, 2, …). Beyond the last a row stands for no transfer: each telling lies at the desk. */
export const keyOfNth = (key: string, nth: number): string | null => keysOfReference(key)[nth - 1] ?? null

/**
 * Two memos that name payments, and none in common, are of two transfers: references repeat, as Casso's documentation
 * says of its `reference`, and a price repeats too. A memo that was cut short names none, and says nothing.
 */
export function nameDifferentPayments(codes: readonly string[], others: readonly string[]): boolean {
  return codes.length > 0 && others.length > 0 && !codes.some((code) => others.includes(code))
}

/** Who told of a transfer and at which bank it was; `byHouse`: a provider told one of the operator's own accounts. */
export type Telling = { bin: string | null; byHouse: boolean }

/**
 * Whether two tellings with one key are of one transfer. Where the bank of one is not known, or may be the roof of the
 * other's, only the operator's own accounts are believed to mean the same: the word of a payee, who may have the number
 * at another bank and know the reference beforehand, must not stand in for the transfer to somebody else. It is then
 * `perhaps` the same, counts for nothing by itself, and a person looks.
 */
export function sameTelling(one: Telling, other: Telling): "same" | "perhaps" | "other" {
  if (one.bin !== null && one.bin === other.bin) return "same"
  if (one.bin !== null && other.bin !== null && !namesBank(one.bin, other.bin) && !namesBank(other.bin, one.bin)) return "other"
  return one.byHouse && other.byHouse ? "same" : "perhaps"
}
