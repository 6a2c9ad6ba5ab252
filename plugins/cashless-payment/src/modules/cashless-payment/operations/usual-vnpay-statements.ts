import { intentEventTypes, type EventType } from "../rules/event-types"
import { nextIntentStatus } from "../rules/intent-state"
import { prepared } from "../transactions"
import { EVENT_COLUMNS, EVENT_PLACEHOLDERS, WRITE_DELIVERIES } from "./tell"

/** What `toIntentView` reads of a VNPay intent; named one by one, so that a new column changes no prepared statement. */
const INTENT_COLUMNS = [
  "id", "rail", "status", "amount_vnd", "amount_received_vnd", "description", "metadata", "expires_at", "created_at", "succeeded_at", "canceled_at",
  "cancellation_reason", "last_error_code", "origin", "customer_id", "terms", "redirect_url", "client_secret",
]

/** The attempt, its intent, and whether the same was told before. */
export const READ = prepared(
  "cashless_usual_notice_read",
  `select ${INTENT_COLUMNS.map((column) => `i.${column}`).join(", ")}, i.xmin::text as row_version,
     a.id as attempt_id, a.status as attempt_status, a.amount_vnd as attempt_amount_vnd, told.id as told_id, told.outcome as told_outcome
   from payment_attempt a
   join payment_intent i on i.id = a.intent_id and i.deleted_at is null
   left join payment_inbox told on told.provider = 'vnpay' and told.dedupe_key = ? and told.deleted_at is null
   where a.tmn_code = ? and a.txn_ref = ? and a.deleted_at is null`,
)

export const COUNT_DELIVERY = prepared("cashless_usual_notice_again", "update payment_inbox set deliveries = deliveries + 1, updated_at = now() where id = ?")

const MONEY = {
  id: "text", provider: "text", provider_transaction_id: "text", bank_name: "text", account_number: "text", direction: "text", amount_vnd: "numeric",
  raw_amount_vnd: "jsonb", surplus_vnd: "numeric", raw_surplus_vnd: "jsonb", memo: "text", booked_at: "timestamptz", intent_id: "text", state: "text", reason: "text",
}
/** Of `bank_transaction`, in the order in which the statements take them. */
export const MONEY_COLUMNS = Object.keys(MONEY)
const MONEY_PLACEHOLDERS = Object.values(MONEY).map((type) => `?::${type}`).join(", ")

/** Who asks for the money's end hears the charge and the intent: two events. */
export const PAID_EVENTS = intentEventTypes("money_full", "requires_action", "succeeded")
export const FAILED_STATUS = nextIntentStatus("requires_action", "attempt_failed")
export const FAILED_EVENTS = intentEventTypes("attempt_failed", "requires_action", "requires_payment_method")

/**
 * Everything that a result changes, in one statement and therefore in one transaction. Each part begins with what the
 * part before returned, so that locks are taken as everywhere: inbox, intent, attempt. If the notice has been told
 * meanwhile, or the intent's row is not the one that was read (every version of a row has its own xmin), or the
 * attempt has another state, a part comes out empty, the division by zero at the end fails, and nothing has happened.
 */
const write = (name: string, { intent, events, booked }: { intent: string; events: EventType[]; booked: boolean }) => prepared(
  name,
  `with noticed as (
     insert into payment_inbox (id, provider, dedupe_key, raw, deliveries, outcome, intent_id) values (?, 'vnpay', ?, ?, 1, ?, ?)
     on conflict (provider, dedupe_key) where deleted_at is null do nothing returning id
   ), settled as (
     update payment_intent i set ${intent}, updated_at = now() from noticed where i.id = ? and i.xmin = ?::xid returning i.id
   ), finished as (
     update payment_attempt a set status = ?, transaction_no = ?, bank_code = ?, response_code = ?, transaction_status = ?,
       finished_at = ?, updated_at = now()
     from settled where a.id = ? and a.intent_id = settled.id and a.status = ? and a.deleted_at is null returning a.id
   ), ${booked ? `booked as (
     insert into bank_transaction (${MONEY_COLUMNS.join(", ")}) select ${MONEY_PLACEHOLDERS} from finished on conflict do nothing
   ), ` : ""}told as (
     insert into payment_outbox_event (${EVENT_COLUMNS})
     select fact.* from (values ${events.map(() => EVENT_PLACEHOLDERS).join(", ")}) as fact where exists (select from finished)
     returning id, sequence, type, coalesce(intent_id, object_id) as subject
   ), delivering as (
     ${WRITE_DELIVERIES} returning id
   )
   select 1 / (select count(*) from finished) as taken, exists (select from delivering) as has_deliveries`,
)

export const WRITE_PAID = write("cashless_usual_notice_paid", {
  intent: "status = 'succeeded', amount_received_vnd = ?, raw_amount_received_vnd = ?, last_error_code = null, succeeded_at = ?",
  events: PAID_EVENTS,
  booked: true,
})

export const WRITE_FAILED = write("cashless_usual_notice_failed", { intent: "status = ?, last_error_code = ?", events: FAILED_EVENTS, booked: false })

/** What PostgreSQL calls the division at the end of `write`. */
export const NOT_AS_READ = "22012"

/**
 * A notice that changes no payment: kept, and its money, if it tells of any, put on the desk. Nothing is returned when
 * it was told before, or when the reference is unknown no more: then nothing was written. An attempt's amount never
 * changes, so that what was read of it needs no lock.
 */
export const REFUSE = prepared(
  "cashless_usual_notice_refuse",
  `with noticed as (
     insert into payment_inbox (id, provider, dedupe_key, raw, deliveries, outcome, intent_id)
     select ?::text, 'vnpay', ?::text, ?::text, 1, ?::text, ?::text
     where ?::text is not null or not exists (select from payment_attempt where tmn_code = ? and txn_ref = ? and deleted_at is null)
     on conflict (provider, dedupe_key) where deleted_at is null do nothing returning id
   ), booked as (
     insert into bank_transaction (${MONEY_COLUMNS.join(", ")}) select ${MONEY_PLACEHOLDERS} from noticed where ?::boolean on conflict do nothing
   )
   select id from noticed`,
)
