import { generateEntityId } from "@medusajs/framework/utils"
import { BANK_LISTS } from "../../../aggregators/bank-list"
import { ID, showRow, type UnreadRow } from "../../../aggregators/unread-row"
import { PaymentError } from "../errors"
import type { Aggregator } from "./bank-transfer"
import { insertRow, instant, instantOrNull, text, textOrNull, type Row, type Sql } from "./sql"
import { writeAudit, type Actor } from "./write-audit"

/** Whose list: the operator's own (`house`), or that of a payee's connection. */
export type ListOwner = { provider: Aggregator; channel: string }

/** A row kept because nobody could read it yet. */
export type KeptRow = { id: string; key: string; raw: string; firstSeenAt: Date }

/** As the desk shows it; `shown` is of the row what a person needs, cut. Times are ISO 8601 in UTC. */
export type UnreadRowView = {
  id: string
  provider: string
  /** The payee's account whose list it stands in; null: the operator's own. */
  account: { bank_bin: string; account_number: string } | null
  shown: string
  fields: string[]
  first_seen_at: string
}
/** One of the operator's own lists that can't be read at present; `read_at`: when it last could. */
export type ListProblem = { provider: string; problem: string; read_at: string | null }

/** So many rows of one list wait for a person at the most. */
const MOST_KEPT = 500
/**
 * And so many that have no id. One that says something else each time (a counter, the time of asking) is another row each
 * minute: without an end of its own, it would take every place that is left for those that are one transfer each.
 */
const MOST_WITHOUT_ID = 20

/** Of rows that could not be read: those that were not kept before (of the others whoever has to know was told), and whether there was room for all. */
type Keeping = { fresh: UnreadRow[]; areAllKept: boolean }

export async function keepUnreadRows(sql: Sql, { provider, channel }: ListOwner, rows: readonly UnreadRow[]): Promise<Keeping> {
  const known = await sql("select row_key from unread_bank_row where provider = ? and channel = ? and row_key = any(?) and deleted_at is null", [provider, channel, rows.map(({ key }) => key)])
  const knownKeys = new Set(known.map((row) => text(row, "row_key")))
  const unknown = rows.filter(({ key }) => !knownKeys.has(key))
  if (unknown.length === 0) return { fresh: [], areAllKept: true }
  const [open] = await sql(
    "select count(*) filter (where starts_with(row_key, ?)) as with_id, count(*) as count from unread_bank_row where provider = ? and channel = ? and resolved_at is null and deleted_at is null",
    [ID, provider, channel],
  )
  const withId = Number(open?.with_id ?? 0)
  const withoutId = Number(open?.count ?? 0) - withId
  const hasId = ({ transactionId }: UnreadRow) => transactionId !== null
  const kept = [...unknown.filter(hasId).slice(0, Math.max(0, MOST_KEPT - withId)), ...unknown.filter((row) => !hasId(row)).slice(0, Math.max(0, MOST_WITHOUT_ID - withoutId))]
  const fresh: UnreadRow[] = []
  for (const unread of kept) {
    const row = { id: generateEntityId(undefined, "ubr"), provider, channel, row_key: unread.key, raw: unread.raw, fields: unread.fields }
    if (await insertRow(sql, "unread_bank_row", row, "on conflict (provider, channel, row_key) where deleted_at is null do nothing")) fresh.push(unread)
  }
  return { fresh, areAllKept: kept.length === unknown.length }
}

/** Those of a list that nobody could read or has dealt with yet. */
export async function openUnreadRows(sql: Sql, { provider, channel }: ListOwner): Promise<KeptRow[]> {
  const rows = await sql(
    "select id, row_key, raw, created_at from unread_bank_row where provider = ? and channel = ? and resolved_at is null and deleted_at is null order by starts_with(row_key, ?) desc, created_at desc, id limit ?::int",
    [provider, channel, ID, MOST_KEPT + MOST_WITHOUT_ID],
  )
  return rows.map((row) => ({ id: text(row, "id"), key: text(row, "row_key"), raw: text(row, "raw"), firstSeenAt: instant(row, "created_at") }))
}

/** What could be read after all, or was told by a notice, waits for nobody. Its key is known on; what stood in it nobody needs any more. */
export async function closeReadRows(sql: Sql, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await sql("update unread_bank_row set resolved_at = ?, resolved_by = 'system', resolution_note = 'read', raw = '', updated_at = now() where id = any(?) and resolved_at is null", [now, ids])
}

/** Oldest first, and which of the operator's own lists (`asked`, those in the settings) can't be read at all. */
export async function listUnreadRows(sql: Sql, asked: string[], { limit, offset }: { limit: number; offset: number }): Promise<{ rows: UnreadRowView[]; count: number; lists: ListProblem[] }> {
  const where = "r.resolved_at is null and r.deleted_at is null"
  const [total] = await sql(`select count(*) as count from unread_bank_row r where ${where}`)
  const rows = await sql(
    `select r.*, w.bank_bin, w.account_number from unread_bank_row r left join payee_webhook w on w.id = r.channel where ${where} order by r.created_at, r.id limit ? offset ?`,
    [limit, offset],
  )
  const lists = await sql("select provider, problem, read_at from bank_list_reading where problem is not null and provider = any(?) and deleted_at is null order by provider", [asked])
  return {
    rows: rows.map(toView),
    count: Number(total?.count ?? 0),
    lists: lists.map((row) => ({ provider: text(row, "provider"), problem: text(row, "problem"), read_at: instantOrNull(row, "read_at")?.toISOString() ?? null })),
  }
}

/** A person has looked it up, and says what it was. @throws PaymentError `unread_row_not_found` */
export async function dismissUnreadRow(sql: Sql, id: string, note: string, actor: Actor, now: Date): Promise<void> {
  const [row] = await sql(
    "update unread_bank_row set resolved_at = ?, resolved_by = ?, resolution_note = ?, raw = '', updated_at = now() where id = ? and resolved_at is null and deleted_at is null returning id",
    [now, actor.id, note, id],
  )
  if (!row) throw new PaymentError("unread_row_not_found")
  await writeAudit(sql, actor, { subjectId: id, action: "unread_row_dismissed", note })
}

function toView(row: Row): UnreadRowView {
  const [bin, accountNumber] = [textOrNull(row, "bank_bin"), textOrNull(row, "account_number")]
  return {
    id: text(row, "id"),
    provider: text(row, "provider"),
    account: bin && accountNumber ? { bank_bin: bin, account_number: accountNumber } : null,
    shown: showRow(text(row, "raw"), BANK_LISTS[row.provider as Aggregator]?.shown ?? []),
    fields: row.fields as string[],
    first_seen_at: instant(row, "created_at").toISOString(),
  }
}
