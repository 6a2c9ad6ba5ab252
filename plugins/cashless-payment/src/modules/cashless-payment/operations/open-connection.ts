import { openSecret, type SealingKeys } from "../rules/sealed-secret"
import type { Aggregator } from "./bank-transfer"
import { instant, instantOrNull, text, textOrNull, type Row, type Sql } from "./sql"

/** A connection with its secrets open, for the moment of checking a notice or asking a list. */
export type OpenConnection = { id: string; provider: Aggregator; bin: string; accountNumber: string; secrets: { secret: string }[]; listKey: string | null; /** When its list was last read whole; until then, since when it is connected. */ listedAt: Date }

/** Whose address a notice came to; null for an unknown token, a broken connection, or without the sealing key. */
export async function openConnection(sql: Sql, keys: SealingKeys | null, provider: Aggregator, token: string, now: Date): Promise<OpenConnection | null> {
  if (!keys || !/^[\w-]{32}$/.test(token)) return null
  const [row] = await sql("select * from payee_webhook where token = ? and provider = ? and disconnected_at is null and deleted_at is null", [token, provider])
  return row ? open(row, keys, now) : null
}

/** Every connection whose aggregator can be asked for its list. */
export async function openListedConnections(sql: Sql, keys: SealingKeys | null, now: Date): Promise<OpenConnection[]> {
  if (!keys) return []
  const rows = await sql("select * from payee_webhook where list_key_sealed is not null and disconnected_at is null and deleted_at is null order by id")
  return rows.flatMap((row) => open(row, keys, now) ?? [])
}

function open(row: Row, keys: SealingKeys, now: Date): OpenConnection | null {
  const id = text(row, "id")
  const unseal = (column: string) => (textOrNull(row, column) ? openSecret(text(row, column), keys, id) : null)
  const until = instantOrNull(row, "previous_until")
  const secrets = [unseal("secret_sealed"), until && until > now ? unseal("previous_sealed") : null].flatMap((secret) => (secret ? [{ secret }] : []))
  if (secrets.length === 0) return null
  return { id, provider: row.provider as Aggregator, bin: text(row, "bank_bin"), accountNumber: text(row, "account_number"), secrets, listKey: unseal("list_key_sealed"), listedAt: instantOrNull(row, "last_listed_at") ?? instant(row, "created_at") }
}

/** What the owner sees of the last delivery; at most one write in ten seconds, so that a busy account locks nothing. */
export async function noteDelivery(sql: Sql, id: string, verdict: string, now: Date): Promise<void> {
  const [column, extra, params] = verdict === "valid" ? ["last_notice_at", "", []] : ["last_refusal_at", ", last_refusal_reason = ?", [verdict]]
  await sql(
    `update payee_webhook set ${column} = ?${extra}, updated_at = now() where id = ? and (${column} is null or ${column} < ?)`,
    [now, ...params, id, new Date(now.getTime() - 10_000)],
  )
}
