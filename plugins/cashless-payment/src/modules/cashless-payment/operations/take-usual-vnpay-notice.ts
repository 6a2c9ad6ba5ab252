import type { RunPrepared } from "../transactions"
import type { IntentStatus } from "../rules/intent-state"
import { decideVnpayNotice, type AttemptStatus } from "../rules/vnpay-notice"
import { IPN_ANSWER, type IpnAnswer } from "../rules/vnpay-outcome"
import { vnpayReason } from "../rules/vnpay-response-codes"
import type { VnpayParams } from "../rules/vnpay-signature"
import { isFinal } from "./inbox"
import { newId } from "./new-id"
import { readVnpayNotice, vnpayMoneyRow, type VnpayNotice } from "./read-vnpay-notice"
import { moneyColumns, text, textOrNull, vnd, type Row } from "./sql"
import { eventValues, intentFacts } from "./tell"
import { COUNT_DELIVERY, FAILED_EVENTS, FAILED_STATUS, MONEY_COLUMNS, NOT_AS_READ, PAID_EVENTS, READ, REFUSE, WRITE_FAILED, WRITE_PAID } from "./usual-vnpay-statements"

/** `listeners`, `webhooks`: whom events were written for, that they should hear soon. */
export type UsualAnswer = { answer: IpnAnswer; listeners: boolean; webhooks: boolean }

const withoutEvents = (answer: IpnAnswer): UsualAnswer => ({ answer, listeners: false, webhooks: false })

type Word = { notice: VnpayNotice; params: VnpayParams; raw: string; now: Date }

/**
 * The notices that nearly all are: the payment of an open intent, its failure, one that was told before, and one that no
 * payment of ours answers to. One look without locks, one statement. Resolves to null, and has changed nothing, where
 * the notice is another or somebody else was at the same payment meanwhile: `takeVnpayNotice` then takes it under
 * locks, by the same rules.
 */
export async function takeUsualVnpayNotice(run: RunPrepared, params: VnpayParams, raw: string, now: Date): Promise<UsualAnswer | null> {
  const notice = readVnpayNotice(params, now)
  const word = { notice, params, raw, now }
  const [found] = await run(READ, [notice.dedupeKey, notice.tmnCode, notice.txnRef])
  if (!found) return refuse(run, word, "order_not_found", null)
  if (found.told_id) {
    // A final outcome stays: what was committed once is answered without waiting for anybody.
    if (!isFinal(textOrNull(found, "told_outcome"))) return null
    await run(COUNT_DELIVERY, [text(found, "told_id")])
    return withoutEvents(IPN_ANSWER.alreadyConfirmed)
  }
  if (notice.amountVnd !== vnd(found, "attempt_amount_vnd")) return refuse(run, word, "invalid_amount", text(found, "id"))
  const kind = usualKind(notice, found)
  if (kind === null) return null
  try {
    const [written] = await (kind === "paid" ? run(WRITE_PAID, paidValues(word, found)) : run(WRITE_FAILED, failedValues(word, found)))
    return { answer: IPN_ANSWER.confirmed, listeners: true, webhooks: written?.has_deliveries === true }
  } catch (error) {
    if ((error as { code?: unknown }).code === NOT_AS_READ) return null
    throw error
  }
}

function usualKind({ outcome }: VnpayNotice, found: Row): "paid" | "failed" | null {
  if (found.rail !== "vnpay") return null
  const [attempt, intent] = [found.attempt_status as AttemptStatus, found.status as IntentStatus]
  // Another transaction only matters to an attempt that is paid, other attempts to a failure. Neither is usual: as long as
  // an attempt may hold money its intent is `processing`, and becomes so by another version of its row.
  const decision = decideVnpayNotice({ outcome, attempt, intent, otherTransaction: false, othersInFlight: intent === "processing" })
  if (decision.money === "matched") return "paid"
  const isPlainFailure = attempt === "open" && intent === "requires_action" && decision.event === "attempt_failed"
  return isPlainFailure ? "failed" : null
}

const REFUSALS = { order_not_found: ["orderNotFound", "unknown_order"], invalid_amount: ["invalidAmount", "wrong_amount"] } as const

async function refuse(run: RunPrepared, { notice, raw }: Word, outcome: keyof typeof REFUSALS, intentId: string | null): Promise<UsualAnswer | null> {
  const [answer, desk] = REFUSALS[outcome]
  const money = vnpayMoneyRow(notice, "unmatched", desk, intentId)
  const isMoney = notice.outcome === "paid" && notice.amountVnd !== null
  const [kept] = await run(REFUSE, [newId("pin"), notice.dedupeKey, raw, outcome, intentId, intentId, notice.tmnCode, notice.txnRef, ...MONEY_COLUMNS.map((column) => money[column]), isMoney])
  return kept ? withoutEvents(IPN_ANSWER[answer]) : null
}

const noticeValues = ({ notice, raw }: Word, outcome: string, intentId: string) => [newId("pin"), notice.dedupeKey, raw, outcome, intentId]

const attemptValues = ({ params, now }: Word, status: AttemptStatus, found: Row) =>
  [status, params.vnp_TransactionNo, params.vnp_BankCode, params.vnp_ResponseCode, params.vnp_TransactionStatus, now, found.attempt_id, found.attempt_status]

function paidValues(word: Word, found: Row): unknown[] {
  const { notice, now } = word
  const intentId = text(found, "id")
  const received = moneyColumns("amount_received_vnd", notice.amountVnd ?? 0)
  const paid = { ...found, ...received, status: "succeeded", last_error_code: null, succeeded_at: now }
  const money = vnpayMoneyRow(notice, "matched", "exact", intentId)
  return [
    ...noticeValues(word, "money_matched", intentId),
    ...[received.amount_received_vnd, received.raw_amount_received_vnd, now, intentId, found.row_version],
    ...attemptValues(word, "succeeded", found),
    ...MONEY_COLUMNS.map((column) => money[column]),
    ...intentFacts(PAID_EVENTS, paid).flatMap((fact) => eventValues(fact, now)),
    now,
  ]
}

function failedValues(word: Word, found: Row): unknown[] {
  const { notice, now } = word
  const intentId = text(found, "id")
  const { reason } = vnpayReason(notice.responseCode)
  const failed = { ...found, status: FAILED_STATUS, last_error_code: reason }
  return [
    ...noticeValues(word, "failed_change", intentId),
    ...[FAILED_STATUS, reason, intentId, found.row_version],
    ...attemptValues(word, "failed", found),
    ...intentFacts(FAILED_EVENTS, failed).flatMap((fact) => eventValues(fact, now)),
    now,
  ]
}
