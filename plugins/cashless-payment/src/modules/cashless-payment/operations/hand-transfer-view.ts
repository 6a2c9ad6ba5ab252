import { BANK_ROOFS, bankName } from "../rules/banks"
import type { HandTransferState } from "../rules/hand-transfer-state"
import { dueBy } from "../rules/hand-transfer-terms"
import { encodeVietqr } from "../rules/vietqr"
import { instant, instantOrNull, text, textOrNull, vnd, type Row, type Sql } from "./sql"

export type TransferTarget = { bin: string; bank_name: string; account_number: string; account_name: string | null }

/**
 * Money a person has to send back with a bank's app. `id` is the refund's own, or that of a return of unmatched money.
 * Times are ISO 8601 in UTC; `due_on` is a day in Vietnam.
 */
export type HandTransferView = {
  id: string
  refund_id: string | null
  intent_id: string | null
  /** As the plugin that made the intent wrote it. Empty for one of /v1: its caller's words say nothing about our orders and payees. */
  intent_metadata: Record<string, string>
  amount_vnd: number
  reason: string
  /** What the payment was for. */
  description: string | null
  /** Whose account the money lies on; nulls: with VNPay. */
  held_by: { bank_name: string | null; account_number: string | null; account_name: string | null }
  /** Whose account that is, as the plugin that registered it as an account of /v1 names its owner; null: nobody's it named, or said in `intent_metadata`. */
  holder_reference: string | null
  /** Who sends it: the payee on whose account it lies, or the operator (VNPay's money, the operator's own account, or taken over, unless the payee had paid it after all). */
  sender: "payee" | "house"
  state: HandTransferState
  /** VNPay was sent this refund and never said what became of it: it may have given the money back. */
  vnpay_may_have_returned: boolean
  /** Null until somebody has named an account, and once it was erased. */
  to: TransferTarget | null
  /** The last digits, also after the account was erased. */
  to_ending: string | null
  account_by: "receiver" | "operator" | "payment" | null
  account_version: number
  /** When the account became known; the days to the due date count from here. */
  asked_at: string | null
  due_on: string | null
  overdue: boolean
  reminded_at: string | null
  taken_over_at: string | null
  sent_at: string | null
  bank_reference: string | null
  problem: { at: string; note: string | null } | null
  finished_at: string | null
  confirmed_by: "operator" | "receiver" | "bank" | "time" | null
  /** VietQR of exactly this transfer. */
  qr_payload: string | null
  memo: string
  queued_at: string
}

const OF_TRANSFER = `h.account_by, coalesce(h.account_version, 0) as account_version, h.account_at, h.account_erased_at, h.taken_over_at, h.sent_from, h.reminded_at,
  h.sent_at, h.bank_reference, h.problem_at, h.problem_note, h.finished_at, h.confirmed_by, h.proof_transaction_id`

/** Of `r`; a refund VNPay refused, or one that never went out, is not among them. */
const MAY_HAVE_RETURNED = "(r.failure_reason in ('vnpay_unconfirmed', 'vnpay_terminal_unknown') and (r.request_id is not null or r.accepted_at is not null))"

const OWN_METADATA = "case when i.origin = 'process' then i.metadata end"

/** The account a payment of /v1 was for, see paidAccount; null: the operator's own. */
const PAID_ACCOUNT = "coalesce(i.terms ->> 'transfer_destination', i.terms ->> 'on_behalf_of')"
/** Of `i`: does the money lie with a payee, and with whom where that is an account of /v1. */
const HOLDER_OF_INTENT = `(i.origin = 'process' or ${PAID_ACCOUNT} is not null)`
const REFERENCE_OF_INTENT = `(select a.reference from payment_account a where i.origin = 'api' and a.id = ${PAID_ACCOUNT})`
/** Under what name an aggregator may know the bank of `a` too (rules/banks `namesBank`). */
const ROOF_OF_ACCOUNT = `case a.bin ${Object.entries(BANK_ROOFS).map(([bin, roof]) => `when '${bin}' then '${roof}'`).join(" ")} else a.bin end`
/**
 * Of `t`, money that belongs to no payment: an account only one payee has is that payee's, one nobody has is the
 * operator's. Two banks may give out one number, so a payee is named only where the bank is known and the same.
 */
const REFERENCE_OF_ACCOUNT = `(select min(a.reference) from payment_account a where a.account_number = t.account_number and a.bin = t.bank_bin and a.deleted_at is null having count(distinct a.reference) = 1)`
const MAY_BE_PAYEES = `exists (select 1 from payment_account a where a.account_number = t.account_number and coalesce(t.bank_bin in (a.bin, ${ROOF_OF_ACCOUNT}), true) and a.deleted_at is null)`

/**
 * Every refund made by hand and every return of unmatched money. Where to is what was entered, else the one account
 * the intent was paid from, when an aggregator told it (one number at two banks is two). A refund has a row of its own here only once something was said of it.
 * `among` are the refunds to look at (a query of ids): a house has many payments, and few refunds anybody waits for.
 */
const handTransfers = (among?: string) => `
  select r.id, ${HOLDER_OF_INTENT} as with_payee, ${REFERENCE_OF_INTENT} as holder_reference, r.id as refund_id, i.id as intent_id, ${OWN_METADATA} as intent_metadata, r.amount_vnd, r.reason, r.created_at, r.settled_at, i.description, i.memo_code,
         i.payee_bank_name as held_bank, i.payee_bin as held_bin, i.payee_account_number as held_account, i.payee_account_name as held_name,
         case r.status when 'succeeded' then 'done' when 'canceled' then 'canceled' else coalesce(h.state, 'waiting') end as state,
         case when h.account_by is null then payer.counter_bank_bin else h.bank_bin end as to_bin,
         case when h.account_by is null then payer.counter_bank_name else h.bank_name end as to_bank,
         case when h.account_by is null then payer.counter_account_number else h.account_number end as to_account,
         case when h.account_by is null then payer.counter_account_name else h.account_name end as to_name, coalesce(${MAY_HAVE_RETURNED}, false) as may_have_returned, ${OF_TRANSFER}
  from payment_refund r
  join payment_intent i on i.id = r.intent_id
  left join hand_transfer h on h.refund_id = r.id and h.deleted_at is null
  left join lateral (
    select min(t.counter_bank_bin) as counter_bank_bin, min(t.counter_bank_name) as counter_bank_name,
           min(t.counter_account_number) as counter_account_number, min(t.counter_account_name) as counter_account_name
    from bank_transaction t where t.intent_id = i.id and t.direction = 'in' and t.counter_account_number is not null and t.deleted_at is null
    having count(distinct t.counter_account_number) = 1 and count(distinct t.counter_bank_bin) <= 1
  ) payer on true
  where ${among ? `r.id in (${among}) and ` : ""}(r.status = 'requires_action' or r.method = 'by_hand') and r.status <> 'failed' and r.deleted_at is null
  union all
  select h.id, t.provider <> 'vnpay' and t.lies_with is distinct from 'house' and t.on_house_account is not true and case when i.id is null then t.channel <> 'house' or ${MAY_BE_PAYEES} else ${HOLDER_OF_INTENT} end,
         case when t.on_house_account then null when i.id is null then ${REFERENCE_OF_ACCOUNT} else ${REFERENCE_OF_INTENT} end, null, i.id, ${OWN_METADATA}, h.amount_vnd, t.reason, h.created_at, h.finished_at, coalesce(i.description, t.memo), null,
         t.bank_name, t.bank_bin, t.account_number, i.payee_account_name, h.state, h.bank_bin, h.bank_name, h.account_number, h.account_name, false, ${OF_TRANSFER}
  from hand_transfer h
  join bank_transaction t on t.id = h.bank_transaction_id
  left join payment_intent i on i.id = t.intent_id
  where h.deleted_at is null`

export const HAND_TRANSFERS = handTransfers()

/** Refunds that are not over; both halves of HELD_REFUNDS walk an index of their own (models/payment-refund). */
const OPEN_REFUNDS = "select id from payment_refund where status in ('requires_action', 'pending') and deleted_at is null"
const HELD_REFUNDS = `${OPEN_REFUNDS} union all select id from payment_refund where method = 'by_hand' and settled_at > ? and deleted_at is null`

/** Refunds that were called off and may be queued again at the desk: not those of a caller of /v1, who asks anew if need be. */
const CALLED_OFF_REFUNDS = `select r.id from payment_refund r where r.method = 'by_hand' and r.settled_at is not null and r.status = 'canceled' and r.charge_parts is null
  and r.deleted_at is null and not exists (select 1 from payment_refund next where next.idempotency_key = 'after:' || r.id and next.deleted_at is null)`

/** `open`: somebody still has to do something, longest waiting first. `called_off`: the money stayed where it was, latest first. */
const LISTS = {
  open: { from: `from (${handTransfers(OPEN_REFUNDS)}) as transfer where state in ('waiting', 'sent')`, order: "state desc, created_at, id" },
  called_off: { from: `from (${handTransfers(CALLED_OFF_REFUNDS)}) as transfer where refund_id is not null`, order: "settled_at desc, id" },
} as const
export type HandTransferList = keyof typeof LISTS

export async function listHandTransfers(sql: Sql, which: HandTransferList, { limit, offset }: { limit: number; offset: number }, now: Date): Promise<{ transfers: HandTransferView[]; count: number }> {
  const { from, order } = LISTS[which]
  const [total] = await sql(`select count(*) as count ${from}`)
  const rows = await sql(`select * ${from} order by ${order} limit ? offset ?`, [limit, offset])
  return { transfers: rows.map((row) => toHandTransferView(row, now)), count: Number(total?.count ?? 0) }
}

/** What is to go back, or went back, of these intents; canceled ones left out. Oldest first. */
export async function handTransfersOf(sql: Sql, intentIds: string[], now: Date): Promise<HandTransferView[]> {
  if (intentIds.length === 0) return []
  const rows = await sql(`select * from (${HAND_TRANSFERS}) as transfer where intent_id in (${intentIds.map(() => "?").join(", ")}) and state <> 'canceled' order by created_at, id`, intentIds)
  return rows.map((row) => toHandTransferView(row, now))
}

/** Whose money back: intents of this process say it in their metadata (`key`), accounts of /v1 by their reference. */
export type Holder = { key: string; value: string }

/** Parameters: since, key, value, value, since. */
export const HELD_BY = `
  select * from (${handTransfers(HELD_REFUNDS)}) as transfer where (intent_metadata ->> ? = ? or holder_reference = ?) and held_account is not null
    and (state in ('waiting', 'sent') or (state = 'done' and coalesce(finished_at, settled_at) > ?))
  order by array_position(array['waiting', 'sent', 'done'], state), created_at, id limit 200`

/** What this payee has to send back, and what ended after `since`. Open ones first. */
export async function handTransfersHeldBy(sql: Sql, { key, value }: Holder, since: Date, now: Date): Promise<HandTransferView[]> {
  const rows = await sql(HELD_BY, [since, key, value, value, since])
  return rows.map((row) => toHandTransferView(row, now))
}

export type ChangedPage = { after: string; limit: number }

/** Those of any payee about which something was said or queued since, by id, those after `after`; for whoever passes it on. */
export async function handTransfersSince(sql: Sql, since: Date, { after, limit }: ChangedPage, now: Date): Promise<HandTransferView[]> {
  const rows = await sql(
    `select * from (${HAND_TRANSFERS}) as transfer
     where greatest(created_at, account_at, taken_over_at, reminded_at, sent_at, problem_at, finished_at) > ? and state <> 'canceled' and id > ? order by id limit ?::int`,
    [since, after, limit],
  )
  return rows.map((row) => toHandTransferView(row, now))
}

export async function findHandTransfer(sql: Sql, id: string, now: Date): Promise<HandTransferView | null> {
  const [row] = await sql(`select * from (${HAND_TRANSFERS}) as transfer where id = ?`, [id])
  return row ? toHandTransferView(row, now) : null
}

const iso = (row: Row, column: string) => instantOrNull(row, column)?.toISOString() ?? null

export function toHandTransferView(row: Row, now: Date): HandTransferView {
  const amountVnd = vnd(row, "amount_vnd")
  const memo = `Hoan tien ${textOrNull(row, "memo_code") ?? ""}`.trim()
  const to = targetOf(row)
  const askedAt = row.to_bin && row.to_account ? (instantOrNull(row, "account_at") ?? instant(row, "created_at")) : null
  const state = row.state as HandTransferState
  const { dueOn, overdue } = askedAt ? dueBy(askedAt, now) : { dueOn: null, overdue: false }
  const problemAt = iso(row, "problem_at")
  return {
    id: text(row, "id"),
    refund_id: textOrNull(row, "refund_id"),
    intent_id: textOrNull(row, "intent_id"),
    intent_metadata: { ...(row.intent_metadata as Record<string, string> | null) },
    amount_vnd: amountVnd,
    reason: text(row, "reason"),
    description: textOrNull(row, "description"),
    held_by: { bank_name: textOrNull(row, "held_bank"), account_number: textOrNull(row, "held_account"), account_name: textOrNull(row, "held_name") },
    holder_reference: textOrNull(row, "holder_reference"),
    sender: (row.taken_over_at && row.sent_from !== "payee") || !row.held_account || !row.with_payee ? "house" : "payee",
    state,
    vnpay_may_have_returned: row.may_have_returned === true,
    to,
    to_ending: textOrNull(row, "to_account")?.slice(-4) ?? null,
    account_by: (row.account_by as HandTransferView["account_by"]) ?? (to ? "payment" : null),
    account_version: Number(row.account_version),
    asked_at: askedAt?.toISOString() ?? null,
    due_on: dueOn,
    overdue: overdue && state === "waiting",
    reminded_at: iso(row, "reminded_at"),
    taken_over_at: iso(row, "taken_over_at"),
    sent_at: iso(row, "sent_at"),
    bank_reference: textOrNull(row, "bank_reference"),
    problem: problemAt ? { at: problemAt, note: textOrNull(row, "problem_note") } : null,
    finished_at: iso(row, "finished_at") ?? (state === "done" ? iso(row, "settled_at") : null),
    confirmed_by: row.confirmed_by as HandTransferView["confirmed_by"],
    qr_payload: to ? encodeVietqr({ bin: to.bin, accountNumber: to.account_number.replace(/[^A-Za-z0-9]/g, ""), amountVnd, memo }) : null,
    memo,
    queued_at: instant(row, "created_at").toISOString(),
  }
}

function targetOf(row: Row): TransferTarget | null {
  const [bin, accountNumber] = [textOrNull(row, "to_bin"), textOrNull(row, "to_account")]
  if (!bin || !accountNumber || row.account_erased_at) return null
  return { bin, bank_name: textOrNull(row, "to_bank") ?? bankName(bin), account_number: accountNumber, account_name: textOrNull(row, "to_name") }
}
