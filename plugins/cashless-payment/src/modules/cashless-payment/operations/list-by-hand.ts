import { instant, text, textOrNull, vnd, type Sql } from "./sql"

export type ByHandLine = {
  id: string
  intent_id: string
  description: string
  amount_vnd: number
  account_number: string
  bank_reference: string | null
  note: string | null
  said_by: string | null
  said_at: string
  confirmed_by_bank: boolean
}

/** What payees said by hand to have received, newest first: the operator sees whose word stands for money. */
export async function listByHand(sql: Sql, limit: number, offset: number): Promise<{ lines: ByHandLine[]; count: number }> {
  const [total] = await sql("select count(*) as count from bank_transaction where provider = 'manual' and deleted_at is null")
  const rows = await sql(
    `select t.*, a.actor_name, a.note, i.description from bank_transaction t
     join payment_intent i on i.id = t.intent_id
     left join payment_audit_entry a on a.subject_id = t.id and a.action = 'received_by_hand'
     where t.provider = 'manual' and t.deleted_at is null order by t.id desc limit ? offset ?`,
    [limit, offset],
  )
  const lines = rows.map((row) => ({
    id: text(row, "id"),
    intent_id: text(row, "intent_id"),
    description: text(row, "description"),
    amount_vnd: vnd(row, "amount_vnd"),
    account_number: text(row, "account_number"),
    bank_reference: textOrNull(row, "reference_code"),
    note: textOrNull(row, "note"),
    said_by: textOrNull(row, "actor_name"),
    said_at: instant(row, "booked_at").toISOString(),
    confirmed_by_bank: textOrNull(row, "confirmed_by_id") !== null,
  }))
  return { lines, count: Number(total?.count ?? 0) }
}
