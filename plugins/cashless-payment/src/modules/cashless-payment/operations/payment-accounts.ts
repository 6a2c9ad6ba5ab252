import { generateEntityId } from "@medusajs/framework/utils"
import type { Payee } from "./create-intent"
import { text, textOrNull, type Sql } from "./sql"

/** Somebody another plugin knows, made known to callers of /v1. Said again it changes what is there. */
export type AccountRegistration = {
  /** The owner's id in that plugin. */
  reference: string
  name: string
  email: string | null
  /** null: exists, and can't be paid at present. */
  payee: Payee | null
  metadata: Record<string, string>
}

export type PaymentAccountView = { id: string; reference: string | null }

/** Most rows one statement writes. */
const BATCH = 500
const WRITTEN = ["name", "email", "bin", "bank_name", "account_number", "account_name", "metadata"] as const

/**
 * An account per reference, in one statement for each batch: what is already so is not written, so doing it every minute
 * costs a look. Returns how many were new or changed.
 */
export async function registerAccounts(sql: Sql, registrations: AccountRegistration[]): Promise<number> {
  let changed = 0
  for (let at = 0; at < registrations.length; at += BATCH) {
    const rows = registrations.slice(at, at + BATCH).map(({ reference, name, email, payee, metadata }) => [
      generateEntityId(undefined, "acct"), reference, name, email, payee?.bin ?? null, payee?.bankName ?? null, payee?.accountNumber ?? null, payee?.accountName ?? null, JSON.stringify(metadata),
    ])
    const written = await sql(
      `insert into payment_account (id, reference, ${WRITTEN.join(", ")})
       values ${rows.map(() => "(?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)").join(", ")}
       on conflict (reference) where reference is not null and deleted_at is null
       do update set ${WRITTEN.map((name) => `${name} = excluded.${name}`).join(", ")}, updated_at = now()
       where (${WRITTEN.map((name) => `payment_account.${name}`).join(", ")}) is distinct from (${WRITTEN.map((name) => `excluded.${name}`).join(", ")})
       returning id`,
      rows.flat(),
    )
    changed += written.length
  }
  return changed
}

export async function findAccount(sql: Sql, id: string): Promise<PaymentAccountView | null> {
  const [row] = await sql("select id, reference from payment_account where id = ? and deleted_at is null", [id])
  return row ? { id: text(row, "id"), reference: textOrNull(row, "reference") } : null
}
