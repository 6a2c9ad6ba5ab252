import type { IntentStatus } from "../rules/intent-state"
import type { StrayReason } from "../rules/surplus"
import { decideVnpayNotice, isOtherTransaction, type AttemptStatus } from "../rules/vnpay-notice"
import { IPN_ANSWER, type IpnAnswer } from "../rules/vnpay-outcome"
import { vnpayReason } from "../rules/vnpay-response-codes"
import type { VnpayParams } from "../rules/vnpay-signature"
import { changeIntent, lockIntent } from "./change-intent"
import { receiveNotice, settleNotice } from "./inbox"
import { readVnpayNotice, vnpayMoneyRow, type VnpayNotice } from "./read-vnpay-notice"
import { queueRefund } from "./refunds"
import { insertRow, moneyColumns, text, textOrNull, vnd, type Row, type Sql } from "./sql"

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * One verified word of VNPay about a payment, by IPN or in answer to querydr, in the caller's transaction. Row locks are
 * taken in the order inbox → intent → attempt → refund, here and everywhere. The answer may go out only after the commit.
 */
export async function takeVnpayNotice(sql: Sql, params: VnpayParams, raw: string, now: Date, source: "ipn" | "querydr" = "ipn"): Promise<IpnAnswer> {
  const notice = readVnpayNotice(params, now)
  const entry = await receiveNotice(sql, "vnpay", source === "querydr" ? `querydr|${notice.dedupeKey}` : notice.dedupeKey, raw)
  if (entry.settledOutcome) return IPN_ANSWER.alreadyConfirmed

  const [found] = await sql("select intent_id from payment_attempt where tmn_code = ? and txn_ref = ? and deleted_at is null", [notice.tmnCode, notice.txnRef])
  const refuse = async (answer: "orderNotFound" | "invalidAmount", desk: "unknown_order" | "wrong_amount", intentId: string | null) => {
    if (notice.outcome === "paid" && notice.amountVnd !== null) await bookMoney(sql, notice, "unmatched", desk, intentId)
    await settleNotice(sql, entry, snakeCase(answer), intentId)
    return IPN_ANSWER[answer]
  }
  if (!found) return refuse("orderNotFound", "unknown_order", null)

  const intent = await lockIntent(sql, text(found, "intent_id"))
  const attempts = await sql("select * from payment_attempt where intent_id = ? and deleted_at is null order by id for update", [text(intent, "id")])
  const attempt = attempts.find((row) => row.txn_ref === notice.txnRef && row.tmn_code === notice.tmnCode)
  if (!attempt) return refuse("orderNotFound", "unknown_order", null)
  if (notice.amountVnd !== vnd(attempt, "amount_vnd")) return refuse("invalidAmount", "wrong_amount", text(intent, "id"))

  const decision = decideVnpayNotice({
    outcome: notice.outcome,
    attempt: attempt.status as AttemptStatus,
    intent: intent.status as IntentStatus,
    otherTransaction: isOtherTransaction(textOrNull(attempt, "transaction_no"), notice.transactionNo),
    othersInFlight: attempts.some((row) => row !== attempt && (row.status === "pending" || row.status === "suspected")),
  })
  if (decision.attemptStatus) await finishAttempt(sql, attempt, decision.attemptStatus, params, now)
  if (decision.money === "second_transaction") {
    await bookMoney(sql, notice, "unmatched", "already_paid", text(intent, "id"))
  } else if (decision.money) {
    await bookMoney(sql, notice, "matched", decision.money === "matched" ? "exact" : decision.money, text(intent, "id"))
    if (decision.money !== "matched") await giveBack(sql, intent, attempt, decision.money, now)
  }
  if (decision.event) {
    await changeIntent(sql, intent, {
      event: decision.event,
      now,
      ...(decision.event === "money_full" ? { receivedVnd: notice.amountVnd } : {}),
      ...(decision.event === "attempt_failed" ? { errorCode: vnpayReason(notice.responseCode).reason } : {}),
    })
  }
  await settleNotice(sql, entry, decision.money ? `money_${decision.money}` : `${decision.attemptStatus ?? "no"}_change`, text(intent, "id"))
  return IPN_ANSWER[decision.answer]
}

async function finishAttempt(sql: Sql, attempt: Row, status: AttemptStatus, params: VnpayParams, now: Date): Promise<void> {
  await sql(
    `update payment_attempt set status = ?, transaction_no = ?, bank_code = ?, response_code = ?, transaction_status = ?,
       finished_at = ?, suspected_at = case when ? then coalesce(suspected_at, ?) else suspected_at end, updated_at = now() where id = ?`,
    [
      status,
      params.vnp_TransactionNo ?? null,
      params.vnp_BankCode ?? null,
      params.vnp_ResponseCode ?? null,
      params.vnp_TransactionStatus ?? null,
      status === "succeeded" || status === "failed" ? now : null,
      status === "suspected",
      now,
      text(attempt, "id"),
    ],
  )
}

/** Money for a payment that is canceled or paid already: counted as received, and refunded by VNPay's own API. */
async function giveBack(sql: Sql, intent: Row, attempt: Row, reason: StrayReason, now: Date): Promise<void> {
  const amountVnd = vnd(attempt, "amount_vnd")
  const received = moneyColumns("amount_received_vnd", vnd(intent, "amount_received_vnd") + amountVnd)
  await sql("update payment_intent set amount_received_vnd = ?, raw_amount_received_vnd = ?, updated_at = now() where id = ?", [...Object.values(received), text(intent, "id")])
  const idempotencyKey = `${reason}:${text(attempt, "id")}`
  await queueRefund(sql, { intentId: text(intent, "id"), amountVnd, reason, idempotencyKey }, { attemptId: text(attempt, "id") }, now)
}

async function bookMoney(sql: Sql, notice: VnpayNotice, state: "matched" | "unmatched", reason: string, intentId: string | null): Promise<void> {
  await insertRow(sql, "bank_transaction", vnpayMoneyRow(notice, state, reason, intentId), "on conflict do nothing")
}
