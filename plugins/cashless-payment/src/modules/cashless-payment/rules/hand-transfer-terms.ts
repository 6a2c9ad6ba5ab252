import { vietnamDay } from "./vietnam-time"

export type HandTransferTerms = {
  /** Civil date from which they hold. */
  from: string
  /** Days from the day the account is known to the day the money is to be sent by. */
  dueDays: number
  /** Days after which money said to be sent, and not missed by anybody, counts as arrived. */
  quietDays: number
  /** Days after the end for which the account stays readable, for questions; then only its last digits are kept. */
  keepAccountDays: number
}

/**
 * The house's own published terms of giving money back (a platform refunds by its published policy: Law 122/2025/QH15
 * Art. 17.2.b). Bank data is kept no longer than its purpose asks (Law 91/2025/QH15). Newest last; past ones stay.
 */
export const HAND_TRANSFER_TERMS: readonly HandTransferTerms[] = [{ from: "2026-01-01", dueDays: 3, quietDays: 7, keepAccountDays: 30 }]

/** The terms that hold at an instant, by the Vietnamese day; before the first, the first. */
export function termsAt(instant: Date, terms: readonly HandTransferTerms[] = HAND_TRANSFER_TERMS): HandTransferTerms {
  const day = vietnamDay(instant)
  const held = terms.filter(({ from }) => from <= day).at(-1) ?? terms[0]
  if (!held) throw new Error("there are no terms for money sent back by hand")
  return held
}

/** The Vietnamese day by which money is to be sent whose account became known at `askedAt`, and whether that is over. */
export function dueBy(askedAt: Date, now: Date): { dueOn: string; overdue: boolean } {
  const dueOn = vietnamDay(new Date(askedAt.getTime() + termsAt(askedAt).dueDays * 86_400_000))
  return { dueOn, overdue: vietnamDay(now) > dueOn }
}
