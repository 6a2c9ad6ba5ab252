import type { IntentStatus } from "./intent-state"

/** What a bank (through an aggregator) says happened on an account. */
export type BankNotice = {
  direction: "in" | "out"
  accountNumber: string
  /** Virtual account the money was sent to, when the aggregator uses them. */
  subAccountNumber?: string | null
  amountVnd: number
}

/** The intent whose memo code the notice carries, as it stands under its row lock. */
export type AwaitingIntent = {
  status: IntentStatus
  amountVnd: number
  amountReceivedVnd: number
  accountNumber: string
}

export type NoticeOutcome =
  | { kind: "ignored"; reason: "outgoing" | "duplicate" | "not_money" }
  /** Counts towards the intent. `surplusVnd` is what was sent beyond the amount and must go back. */
  | { kind: "matched"; reason: "exact" | "under" | "over"; receivedVnd: number; surplusVnd: number }
  /** Real money that no open intent may claim: a person decides. */
  | { kind: "unmatched"; reason: "unknown_memo" | "wrong_account" | "late" | "already_paid" }

/**
 * Decides one bank notice. Never by amount alone: a memo code is needed, and the account must be the payee's.
 * `alreadySeen` is the database's word (unique keys of inbox and bank_transaction), not a guess.
 */
export function decideBankNotice(notice: BankNotice, intent: AwaitingIntent | null, alreadySeen: boolean): NoticeOutcome {
  if (alreadySeen) return { kind: "ignored", reason: "duplicate" }
  if (notice.direction === "out") return { kind: "ignored", reason: "outgoing" }
  if (notice.amountVnd <= 0) return { kind: "ignored", reason: "not_money" }
  if (!intent) return { kind: "unmatched", reason: "unknown_memo" }
  if (!arrivedAt(notice, intent.accountNumber)) return { kind: "unmatched", reason: "wrong_account" }
  if (intent.status === "canceled") return { kind: "unmatched", reason: "late" }
  if (intent.status === "succeeded") return { kind: "unmatched", reason: "already_paid" }

  const receivedVnd = intent.amountReceivedVnd + notice.amountVnd
  const surplusVnd = Math.max(0, receivedVnd - intent.amountVnd)
  if (receivedVnd < intent.amountVnd) return { kind: "matched", reason: "under", receivedVnd, surplusVnd }
  return { kind: "matched", reason: surplusVnd > 0 ? "over" : "exact", receivedVnd, surplusVnd }
}

function arrivedAt(notice: BankNotice, accountNumber: string): boolean {
  const wanted = bare(accountNumber)
  return bare(notice.accountNumber) === wanted || (!!notice.subAccountNumber && bare(notice.subAccountNumber) === wanted)
}

/** Account numbers are written with blanks and dots here and there; leading zeros are part of them. */
function bare(accountNumber: string): string {
  return accountNumber.replace(/[^A-Za-z0-9]/g, "").toUpperCase()
}
