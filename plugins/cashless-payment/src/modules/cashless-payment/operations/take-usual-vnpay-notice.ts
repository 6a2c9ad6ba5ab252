import type { RunPrepared } from "../transactions"
import { prepared } from "../transactions"
import { intentEventTypes } from "../rules/event-types"
import type { IntentStatus } from "../rules/intent-state"
import { decideVnpayNotice, type AttemptStatus } from "../rules/vnpay-notice"
import { IPN_ANSWER, type IpnAnswer } from "../rules/vnpay-outcome"
import type { VnpayParams } from "../rules/vnpay-signature"
import { isFinal } from "./inbox"
import { newId } from "./new-id"
import { readVnpayNotice, vnpayMoneyRow, type VnpayNotice } from "./read-vnpay-notice"
import { moneyColumns, text, textOrNull, vnd, type Row } from "./sql"
import { EVENT_COLUMNS, EVENT_PLACEHOLDERS, eventValues, intentFacts, WRITE_DELIVERIES } from "./tell"

/** What `toIntentView` reads of a VNPay intent; named one by one, so that a new column changes no prepared statement. */
const INTENT_COLUMNS = [
  "id", "rail", "status", "amount_vnd", "amount_received_vnd", "description", "metadata", "expires_at", "created_at", "succeeded_at", "canceled_at",
  "cancellation_reason", "last_error_code", "origin", "customer_id", "terms", "redirect_url", "client_secret",
]

const READ = prepared(
  "cashless_usual_notice_read",
  `select ${INTENT_COLUMNS.map((column) => `i.${column}`).join(", ")}, i.xmin::text as row_version,
     a.id as attempt_id, a.status as attempt_status, a.amount_vnd as attempt_amount_vnd, told.id as told_id, told.outcome as told_outcome
   from payment_attempt a
   join payment_intent i on i.id = a.intent_id and i.deleted_at is null
   left join payment_inbox told on told.provider = 'vnpay' and told.dedupe_key = ? and told.deleted_at is null
   where a.tmn_code = ? and a.txn_ref = ? and a.deleted_at is null`,
)

const COUNT_DELIVERY = prepared("cashless_usual_notice_again", "update payment_inbox set deliveries = deliveries + 1, updated_at = now() where id = ?")

const MONEY_COLUMNS: Record<string, string> = {
  id: "text", provider: "text", provider_transaction_id: "text", bank_name: "text", account_number: "text", direction: "text", amount_vnd: "numeric",
  raw_amount_vnd: "jsonb", surplus_vnd: "numeric", raw_surplus_vnd: "jsonb", memo: "text", booked_at: "timestamptz", intent_id: "text", state: "text", reason: "text",
}

/** Who asks for the money's end hears the charge and the intent: two events. */
const EVENTS = intentEventTypes("money_full", "requires_action", "succeeded")

/**
 * Everything that a payment changes, in one statement and therefore in one transaction. Each part begins with what the
 * part before returned, so that locks are taken as everywhere: inbox, intent, attempt. If the notice has been told
 * meanwhile, or the intent's row is not the one that was read (every version of a row has its own xmin), or the
 * attempt has another state, a part comes out empty, the division by zero at the end fails, and nothing has happened.
 */
const WRITE = prepared(
  "cashless_usual_notice_write",
  `with noticed as (
     insert into payment_inbox (id, provider, dedupe_key, raw, deliveries, outcome, intent_id) values (?, 'vnpay', ?, ?, 1, 'money_matched', ?)
     on conflict (provider, dedupe_key) where deleted_at is null do nothing returning id
   ), paid as (
     update payment_intent i set status = 'succeeded', amount_received_vnd = ?, raw_amount_received_vnd = ?, last_error_code = null,
       succeeded_at = ?, updated_at = now()
     from noticed where i.id = ? and i.xmin = ?::xid returning i.id
   ), finished as (
     update payment_attempt a set status = 'succeeded', transaction_no = ?, bank_code = ?, response_code = ?, transaction_status = ?,
       finished_at = ?, updated_at = now()
     from paid where a.id = ? and a.intent_id = paid.id and a.status = ? and a.deleted_at is null returning a.id
   ), booked as (
     insert into bank_transaction (${Object.keys(MONEY_COLUMNS).join(", ")})
     select ${Object.values(MONEY_COLUMNS).map((type) => `?::${type}`).join(", ")} from finished on conflict do nothing
   ), told as (
     insert into payment_outbox_event (${EVENT_COLUMNS})
     select fact.* from (values ${EVENTS.map(() => EVENT_PLACEHOLDERS).join(", ")}) as fact where exists (select from finished)
     returning id, sequence, type, coalesce(intent_id, object_id) as subject
   ), delivering as (
     ${WRITE_DELIVERIES}
   )
   select 1 / (select count(*) from finished) as taken`,
)

/** What PostgreSQL calls the division at the end of `WRITE`. */
const NOT_AS_READ = "22012"

/**
 * The two notices that nearly all are: the payment of an open intent, and one that was told before. One look without
 * locks, one statement. Resolves to null, and has changed nothing, where the notice is another or somebody else was at
 * the same payment meanwhile: `takeVnpayNotice` then takes it under locks, by the same rules.
 */
export async function takeUsualVnpayNotice(run: RunPrepared, params: VnpayParams, raw: string, now: Date): Promise<IpnAnswer | null> {
  const notice = readVnpayNotice(params, now)
  const [found] = await run(READ, [notice.dedupeKey, notice.tmnCode, notice.txnRef])
  if (!found) return null
  if (found.told_id) {
    // A final outcome stays: what was committed once is answered without waiting for anybody.
    if (!isFinal(textOrNull(found, "told_outcome"))) return null
    await run(COUNT_DELIVERY, [text(found, "told_id")])
    return IPN_ANSWER.alreadyConfirmed
  }
  if (!isUsualPayment(notice, found)) return null
  try {
    await run(WRITE, writeValues(notice, found, params, raw, now))
    return IPN_ANSWER.confirmed
  } catch (error) {
    if ((error as { code?: unknown }).code === NOT_AS_READ) return null
    throw error
  }
}

function isUsualPayment(notice: VnpayNotice, found: Row): boolean {
  if (found.rail !== "vnpay" || notice.amountVnd !== vnd(found, "attempt_amount_vnd")) return false
  // Other attempts only matter to a failure, another transaction to an attempt that is paid: neither is usual.
  const decision = decideVnpayNotice({ outcome: notice.outcome, attempt: found.attempt_status as AttemptStatus, intent: found.status as IntentStatus, otherTransaction: false, othersInFlight: true })
  return decision.money === "matched"
}

function writeValues(notice: VnpayNotice, found: Row, params: VnpayParams, raw: string, now: Date): unknown[] {
  const intentId = text(found, "id")
  const received = moneyColumns("amount_received_vnd", notice.amountVnd ?? 0)
  const paid = { ...found, ...received, status: "succeeded", last_error_code: null, succeeded_at: now }
  const money = vnpayMoneyRow(notice, "matched", "exact", intentId)
  return [
    ...[newId("pin"), notice.dedupeKey, raw, intentId],
    ...[received.amount_received_vnd, received.raw_amount_received_vnd, now, intentId, found.row_version],
    ...[params.vnp_TransactionNo, params.vnp_BankCode, params.vnp_ResponseCode, params.vnp_TransactionStatus, now, found.attempt_id, found.attempt_status],
    ...Object.keys(MONEY_COLUMNS).map((column) => money[column]),
    ...intentFacts(EVENTS, paid).flatMap((fact) => eventValues(fact, now)),
    now,
  ]
}
