import { namesAccount, sameAccount, type NamedAccount } from "./account-number"
import type { IntentStatus } from "./intent-state"

export type ToldAccount = { accountNumber: string; bin: string | null }

/** What a bank (through an aggregator) says happened on an account. */
export type BankNotice = {
  direction: "in" | "out"
  accountNumber: string
  /** The bank of that account; null where the aggregator's name for it is none we know. */
  bin: string | null
  /** Virtual account the money was sent to, when the aggregator uses them. */
  subAccountNumber?: string | null
  amountVnd: number
  /** Set when a payee's own aggregator speaks: it is believed about this account and no other. */
  onlyAbout?: NamedAccount | null
}

/** The intent whose memo code the notice carries, as it stands under its row lock. */
export type AwaitingIntent = {
  status: IntentStatus
  amountVnd: number
  amountReceivedVnd: number
  accountNumber: string
  bin: string | null
  /** What the payee said by hand to have received and no bank has confirmed yet. */
  saidByHandVnd?: number | null
}

export type NoticeOutcome =
  | { kind: "ignored"; reason: "outgoing" | "returned" | "duplicate" | "not_money" | "confirms_manual" }
  /** Counts towards the intent. `surplusVnd` is what was sent beyond the amount and must go back. */
  | { kind: "matched"; reason: "exact" | "under" | "over"; receivedVnd: number; surplusVnd: number }
  /** Real money that no open intent may claim: a person decides. */
  | { kind: "unmatched"; reason: "unknown_memo" | "ambiguous_memo" | "wrong_account" | "late" | "already_paid" | "perhaps_told" }

/** Unmatched because the notice names no payment that it may pay: nothing of ours waits for it under its name. */
export const NAMELESS_REASONS = ["unknown_memo", "ambiguous_memo", "wrong_account"] as const

/** Why a telling may be one of what is on the books. `perhaps`: one that perhaps means another account. `contested`: counted for another payment than it names, or too often to be believed. `second`: one that its teller tells of as of another transfer. */
export type Doubt = { perhaps: boolean; contested: boolean; second: boolean }

/** Money in doubt pays nothing by itself: it says so to the person who decides. */
export function orPerhapsTold(outcome: NoticeOutcome, { perhaps, contested, second }: Doubt): NoticeOutcome {
  const nameless = outcome.kind === "unmatched" && NAMELESS_REASONS.some((reason) => reason === outcome.reason)
  const doubtful = (perhaps && nameless) || ((contested || second) && outcome.kind !== "ignored")
  return doubtful ? { kind: "unmatched", reason: "perhaps_told" } : outcome
}

/**
 * Decides one bank notice. Never by amount alone: a memo code is needed, and the account must be the payee's.
 * `alreadySeen` is the database's word (unique keys of inbox and bank_transaction), not a guess.
 */
export function decideBankNotice(notice: BankNotice, intent: AwaitingIntent | "ambiguous" | null, alreadySeen: boolean): NoticeOutcome {
  if (alreadySeen) return { kind: "ignored", reason: "duplicate" }
  if (notice.direction === "out") return { kind: "ignored", reason: "outgoing" }
  if (notice.amountVnd <= 0) return { kind: "ignored", reason: "not_money" }
  if (!maySpeak(notice)) return { kind: "unmatched", reason: "wrong_account" }
  if (!intent) return { kind: "unmatched", reason: "unknown_memo" }
  if (intent === "ambiguous") return { kind: "unmatched", reason: "ambiguous_memo" }
  if (!mayPay(notice, intent)) return { kind: "unmatched", reason: "wrong_account" }
  if (intent.status === "canceled") return { kind: "unmatched", reason: "late" }
  if (intent.status === "succeeded") {
    if (intent.saidByHandVnd === notice.amountVnd) return { kind: "ignored", reason: "confirms_manual" }
    return { kind: "unmatched", reason: "already_paid" }
  }

  const receivedVnd = intent.amountReceivedVnd + notice.amountVnd
  const surplusVnd = Math.max(0, receivedVnd - intent.amountVnd)
  if (receivedVnd < intent.amountVnd) return { kind: "matched", reason: "under", receivedVnd, surplusVnd }
  return { kind: "matched", reason: surplusVnd > 0 ? "over" : "exact", receivedVnd, surplusVnd }
}

/**
 * Which of the intents named in one memo the money is for. One alone is it, whatever the amount; of several only the
 * one that is open, of this account and short of exactly this amount. Otherwise a person decides: never a guess.
 */
export function chooseIntent<T extends AwaitingIntent>(notice: BankNotice, named: T[]): T | "ambiguous" | null {
  if (named.length <= 1) return named[0] ?? null
  const fitting = named.filter(
    (intent) => intent.status !== "canceled" && intent.status !== "succeeded" && mayPay(notice, intent) && intent.amountVnd - intent.amountReceivedVnd === notice.amountVnd,
  )
  return fitting.length === 1 ? fitting[0]! : "ambiguous"
}

/**
 * On the payee's account, and told by somebody who may speak of it: a payee's own word never pays another payee, also
 * when both have one number at two banks.
 */
function mayPay(notice: BankNotice, intent: AwaitingIntent): boolean {
  return (!notice.onlyAbout || sameAccount(notice.onlyAbout, intent)) && arrivedAt(notice, intent)
}

/** Whether the notice is about the one account that its teller is believed about. */
export function maySpeak(notice: BankNotice): boolean {
  return !notice.onlyAbout || arrivedAt(notice, notice.onlyAbout)
}

function arrivedAt({ accountNumber, subAccountNumber, bin }: BankNotice, account: NamedAccount): boolean {
  return [accountNumber, subAccountNumber ?? null].some((number) => namesAccount({ accountNumber: number, bin }, account))
}

/**
 * Which account a notice is about, as sharply as its teller may say it: of a payee's own connection the payee's and no
 * other, whatever stands in the notice; of the operator's, the one of the payment that the memo names, if the money came
 * there (payOS names no bank, others the one a digital bank belongs to, or a virtual account); else as it was told.
 */
export function accountOf(notice: BankNotice, intent: AwaitingIntent | null): ToldAccount {
  if (notice.onlyAbout?.accountNumber) return { accountNumber: notice.onlyAbout.accountNumber, bin: notice.onlyAbout.bin }
  if (intent && mayPay(notice, intent)) return { accountNumber: intent.accountNumber, bin: intent.bin ?? notice.bin }
  return { accountNumber: notice.accountNumber, bin: notice.bin }
}
