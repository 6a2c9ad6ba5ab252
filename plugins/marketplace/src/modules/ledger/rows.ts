import { randomBytes } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { balanced, type JournalDraft } from "./rules/journal"

export type PostedJournal = { id: string; posted: boolean }

/** Medusa keeps a big number twice: numeric for arithmetic, raw_… as JSON for exactness. */
export function moneyColumns(name: string, vnd: number): Record<string, number | string> {
  return { [name]: vnd, [`raw_${name}`]: JSON.stringify({ value: String(vnd), precision: 20 }) }
}

/** Writes a journal with its entries; `posted` is false when the fact was in the books before. */
export async function insertJournal(tx: Knex.Transaction, draft: JournalDraft): Promise<PostedJournal> {
  const entries = balanced(draft.entries)
  const id = `ljr_${randomBytes(12).toString("hex")}`
  const { rows } = (await tx.raw(
    `insert into ledger_journal (id, key, kind, occurred_at, day, seller_id, order_id, seller_payment_id, intent_id, facts, reason, posted_by, entry_count)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict (key) where deleted_at is null do nothing returning id`,
    [
      id,
      draft.key,
      draft.kind,
      draft.occurredAt,
      draft.day,
      draft.sellerId ?? null,
      draft.orderId ?? null,
      draft.sellerPaymentId ?? null,
      draft.intentId ?? null,
      JSON.stringify(draft.facts ?? {}),
      draft.reason ?? null,
      draft.postedBy ?? null,
      entries.length,
    ],
  )) as { rows: { id: string }[] }
  if (rows.length === 0) {
    const known = (await tx("ledger_journal").where({ key: draft.key }).first("id")) as { id: string }
    return { id: known.id, posted: false }
  }
  if (entries.length > 0) {
    await tx("ledger_entry").insert(
      entries.map((entry, index) => ({
        id: `len_${randomBytes(12).toString("hex")}`,
        journal_id: id,
        line: index + 1,
        account: entry.account,
        seller_id: entry.sellerId,
        component: entry.component,
        ...moneyColumns("amount_vnd", entry.amountVnd),
      })),
    )
  }
  return { id, posted: true }
}
