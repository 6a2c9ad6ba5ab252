import { openSecret, sealSecret, type SealingKeys } from "../rules/sealed-secret"
import { PLAIN_PREFIX } from "./endpoint-secrets"
import { text, textOrNull, type Sql } from "./sql"

/** Every column that holds a sealed secret. */
const SEALED = [
  ["webhook_endpoint", "secret_sealed"],
  ["webhook_endpoint", "previous_sealed"],
  ["payee_webhook", "secret_sealed"],
  ["payee_webhook", "previous_sealed"],
  ["payee_webhook", "list_key_sealed"],
] as const

/**
 * At the start: what lies under a key before, or plainly from the time before secrets were sealed, is sealed under the
 * current key. Afterwards the key before can be taken out of the settings. Returns how many were sealed anew, and how
 * many neither key opens.
 */
export async function resealSecrets(sql: Sql, keys: SealingKeys): Promise<{ resealed: number; lost: number }> {
  let [resealed, lost] = [0, 0]
  for (const [table, column] of SEALED) {
    const rows = await sql(`select id, ${column} as kept from ${table} where ${column} <> '' and deleted_at is null order by id`)
    for (const row of rows) {
      const [id, kept] = [text(row, "id"), text(row, "kept")]
      if (openSecret(kept, [keys[0]], id) !== null) continue
      const secret = table === "webhook_endpoint" && kept.startsWith(PLAIN_PREFIX) ? kept : openSecret(kept, keys, id)
      // Changed meanwhile by another process, it is sealed under that one's key: nothing is overwritten.
      if (secret === null) lost += 1
      else resealed += (await sql(`update ${table} set ${column} = ? where id = ? and ${column} = ? returning id`, [sealSecret(secret, keys, id), id, kept])).length
    }
  }
  return { resealed, lost }
}

/** How many secrets lie plainly, where there is no key to seal them with. */
export async function countPlainSecrets(sql: Sql): Promise<number> {
  const [row] = await sql("select count(*)::text as count from webhook_endpoint where secret_sealed like ? and deleted_at is null", [`${PLAIN_PREFIX}%`])
  return Number(row ? (textOrNull(row, "count") ?? 0) : 0)
}
