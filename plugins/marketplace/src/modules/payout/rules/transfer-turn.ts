import type { FindAnswer, KnownTransfer, SendAnswer } from "@cho-phien/cashless-payment"

export const TRANSFER_STATES = ["queued", "sending", "refused", "taken", "stuck", "paid", "failed", "withdrawn"] as const
export type TransferState = (typeof TRANSFER_STATES)[number]

/** Nothing more is done about these. */
export const ENDED_TRANSFERS: TransferState[] = ["paid", "failed", "withdrawn"]

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
  const same = transfer.reference === line.id && transfer.amountVnd === line.amountVnd && transfer.bankBin === line.bankBin && transfer.accountNumber === line.accountNumber
  if (!same) return { kind: "state", state: "stuck", problem: "mismatch", known: transfer }
  if (transfer.state === "open") return { kind: "state", state: "taken", problem: transfer.reason, known: transfer }
  return { kind: "state", state: transfer.state, problem: transfer.state === "failed" ? (transfer.reason ?? "failed") : null, known: transfer }
}

/** Until the next turn: doubling, from half a minute to a quarter of an hour; the sandbox is thirty times as fast. */
export function turnDelayMs(turns: number, fast: boolean): number {
  const usual = Math.min(30_000 * 2 ** Math.min(turns, 10), 900_000)
  return fast ? Math.min(usual / 30, 3_000) : usual
}
