import type { BankProvider } from "./bank-transfer"
import { newId } from "./new-id"
import { insertRow, text, textOrNull, type Sql } from "./sql"

export type InboxEntry = {
  id: string
  /** What came of an earlier delivery of the same notice; null: this is the first, or the earlier one was not final. */
  settledOutcome: string | null
}

/** Outcomes after which the sender asks again, and is then heard again: the cause may have gone. */
const NOT_FINAL = new Set(["order_not_found", "invalid_amount"])

export function isFinal(outcome: string | null): boolean {
  return outcome !== null && !NOT_FINAL.has(outcome)
}

/**
 * Keeps a genuine notice and locks its row: the same notice on another connection waits here until we commit.
 * `raw` is what came over the wire, for the day when somebody has to prove it.
 */
export async function receiveNotice(sql: Sql, provider: "vnpay" | BankProvider, dedupeKey: string, raw: string): Promise<InboxEntry> {
  const row = await insertRow(
    sql,
    "payment_inbox",
    { id: newId("pin"), provider, dedupe_key: dedupeKey, raw, deliveries: 1 },
    `on conflict (provider, dedupe_key) where deleted_at is null
       do update set deliveries = payment_inbox.deliveries + 1, updated_at = now()`,
  )
  if (!row) throw new Error("the inbox neither took nor found a notice")
  const outcome = textOrNull(row, "outcome")
  return { id: text(row, "id"), settledOutcome: isFinal(outcome) ? outcome : null }
}

export async function settleNotice(sql: Sql, entry: InboxEntry, outcome: string, intentId: string | null): Promise<void> {
  await sql("update payment_inbox set outcome = ?, intent_id = ?, updated_at = now() where id = ?", [outcome, intentId, entry.id])
}
