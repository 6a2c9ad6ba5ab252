import type { FindAnswer, KnownTransfer, SendAnswer } from "@cho-phien/cashless-payment"

export const TRANSFER_STATES = ["queued", "sending", "refused", "taken", "stuck", "paid", "failed", "withdrawn", "reversed"] as const
export type TransferState = (typeof TRANSFER_STATES)[number]

/** Nothing more is done about these, but that a paid one is looked at for some days (`afterWatching`). */
export const ENDED_TRANSFERS: TransferState[] = ["paid", "failed", "withdrawn", "reversed"]

/** Asking the provider is all that may be done: it has the order, or may have it. */
export const AT_PROVIDER: TransferState[] = ["sending", "refused", "taken"]

export type TurnedTransfer = { state: TransferState; firstSentAt: Date | null; problem: string | null }
export type ApprovedLine = { id: string; amountVnd: number; bankBin: string; accountNumber: string }

/** `resend`: the provider does not have it, and the order goes out once more under the same key. */
export type Turn =
  | { kind: "state"; state: TransferState; problem: string | null; known?: KnownTransfer }
  | { kind: "resend" }

/**
 * How long an order of which nobody knows whether it was taken is sent again. Idempotency keys do not live for ever;
 * after this a person looks it up at the provider's.
 */
export const RESEND_WITHIN_MS = 12 * 3_600_000

/** After asking by our reference. Only what the provider says in so many words pays or fails a line. */
export function afterAsking(transfer: TurnedTransfer, line: ApprovedLine, answer: FindAnswer, now: Date): Turn {
  switch (answer.kind) {
    case "unclear":
      return { kind: "state", state: transfer.state, problem: transfer.state === "refused" ? transfer.problem : answer.reason }
    case "several":
      return { kind: "state", state: "stuck", problem: "several" }
    case "found":
      return known(line, answer.transfer)
    case "none":
      return notThere(transfer, now)
  }
}

/** After sending. A refusal is believed once the provider, asked again, has no such order. */
export function afterSending(line: ApprovedLine, answer: SendAnswer): Turn {
  if (answer.kind === "taken") return known(line, answer.transfer)
  return { kind: "state", state: answer.kind === "refused" ? "refused" : "sending", problem: answer.reason }
}

function notThere(transfer: TurnedTransfer, now: Date): Turn {
  switch (transfer.state) {
    case "refused":
      return { kind: "state", state: "failed", problem: transfer.problem }
    case "sending":
      return transfer.firstSentAt && now.getTime() - transfer.firstSentAt.getTime() < RESEND_WITHIN_MS ? { kind: "resend" } : { kind: "state", state: "stuck", problem: "not_there" }
    case "taken":
      return { kind: "state", state: "stuck", problem: "vanished" }
    default:
      return { kind: "state", state: transfer.state, problem: transfer.problem }
  }
}

/** What the provider has under our reference must be what was approved, to the đồng and the digit. */
function known(line: ApprovedLine, transfer: KnownTransfer): Turn {
  if (!isSame(line, transfer)) return { kind: "state", state: "stuck", problem: "mismatch", known: transfer }
  if (transfer.state === "open") return { kind: "state", state: "taken", problem: transfer.reason, known: transfer }
  if (transfer.state === "paid") return { kind: "state", state: "paid", problem: null, known: transfer }
  // Paid and back again between two questions of ours: in the end it was not paid.
  return { kind: "state", state: "failed", problem: transfer.reason ?? transfer.state, known: transfer }
}

function isSame(line: ApprovedLine, transfer: KnownTransfer): boolean {
  return transfer.reference === line.id && transfer.amountVnd === line.amountVnd && transfer.bankBin === line.bankBin && transfer.accountNumber === line.accountNumber
}

/** What a look at a transfer that was paid came to; `problem` is for a person, null: all is well, or nobody knows just now. */
export type Watch = { reversed: boolean; problem: string | null }

/**
 * A paid transfer can come back days later: the receiving bank returns it. Only that word, about exactly this transfer,
 * takes a payment back; any other contradiction is for a person.
 */
export function afterWatching(line: ApprovedLine, answer: FindAnswer): Watch {
  if (answer.kind === "several") return { reversed: false, problem: "several" }
  if (answer.kind !== "found") return { reversed: false, problem: null }
  const { transfer } = answer
  if (!isSame(line, transfer)) return { reversed: false, problem: "mismatch" }
  if (transfer.state === "reversed") return { reversed: true, problem: transfer.reason ?? "reversed" }
  return { reversed: false, problem: transfer.state === "failed" ? "failed_after_paid" : null }
}

/** Until a paid transfer is looked at again: an hour, then twice as long each time, at most six; null: not any more. */
export function watchDelayMs(turns: number, { fast, leftMs }: { fast: boolean; leftMs: number }): number | null {
  if (leftMs <= 0) return null
  const usual = fast ? Math.min(2_000 * 2 ** Math.min(turns, 5), 60_000) : Math.min(3_600_000 * 2 ** Math.min(turns, 3), 6 * 3_600_000)
  return Math.min(usual, leftMs)
}

/** Until the next turn: doubling, from half a minute to a quarter of an hour; the sandbox is thirty times as fast. */
export function turnDelayMs(turns: number, fast: boolean): number {
  const usual = Math.min(30_000 * 2 ** Math.min(turns, 10), 900_000)
  return fast ? Math.min(usual / 30, 3_000) : usual
}
