import { generateEntityId } from "@medusajs/framework/utils"
import { vietnamDay } from "../rules/vietnam-time"
import { insertRow, text, textOrNull, instant, type Row, type Sql } from "./sql"

/** Who does something by hand. The id is the caller's; the name is kept as it was at the time. */
export type Actor = { id: string; name: string | null }

export type AuditLine = { subjectId: string; action: string; note?: string | null; data?: Record<string, string | number | null> }

export type AuditEntry = { action: string; actor: Actor; note: string | null; data: Record<string, string | number | null>; at: string }

/** One line in the book of what was done by hand, in the transaction that does it. Lines are never changed or removed. */
export async function writeAudit(sql: Sql, actor: Actor, { subjectId, action, note, data }: AuditLine): Promise<void> {
  await insertRow(sql, "payment_audit_entry", {
    id: generateEntityId(undefined, "paud"),
    subject_id: subjectId,
    action,
    actor_id: actor.id,
    actor_name: actor.name,
    note: note ?? null,
    data: JSON.stringify(data ?? {}),
  })
}

/** Who read what, once for each person, subject and day in Vietnam: enough to answer who saw it. */
export async function noteReading(sql: Sql, subjectIds: string[], action: string, actor: Actor, now: Date): Promise<void> {
  if (subjectIds.length === 0) return
  const day = vietnamDay(now)
  const known = await sql(
    `select subject_id from payment_audit_entry where action = ? and actor_id = ? and data ->> 'day' = ? and subject_id in (${subjectIds.map(() => "?").join(", ")})`,
    [action, actor.id, day, ...subjectIds],
  )
  const seen = new Set(known.map((row) => text(row, "subject_id")))
  for (const subjectId of subjectIds) if (!seen.has(subjectId)) await writeAudit(sql, actor, { subjectId, action, data: { day } })
}

export async function listAudit(sql: Sql, subjectId: string): Promise<AuditEntry[]> {
  const rows = await sql("select * from payment_audit_entry where subject_id = ? order by sequence", [subjectId])
  return rows.map(toEntry)
}

function toEntry(row: Row): AuditEntry {
  return {
    action: text(row, "action"),
    actor: { id: text(row, "actor_id"), name: textOrNull(row, "actor_name") },
    note: textOrNull(row, "note"),
    data: row.data as AuditEntry["data"],
    at: instant(row, "created_at").toISOString(),
  }
}
