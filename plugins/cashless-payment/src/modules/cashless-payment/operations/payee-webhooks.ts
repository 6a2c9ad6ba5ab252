import { randomBytes } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import { PaymentError } from "../errors"
import { bareAccountNumber } from "../rules/account-number"
import { openSecret, sealSecret, type SealingKeys } from "../rules/sealed-secret"
import type { Aggregator } from "./bank-transfer"
import { insertRow, instantOrNull, text, textOrNull, type Row, type Sql } from "./sql"
import { writeAudit, type Actor } from "./write-audit"

/** How long the secret before is still believed after a change. */
const ROTATION_MS = 24 * 60 * 60 * 1000
const SECRET_PATTERN = /^[\x21-\x7e]{8,200}$/

export type ConnectPayee = {
  /** Whose account it is, in the caller's own terms. */
  ownerReference: string
  provider: Aggregator
  account: { bin: string; accountNumber: string }
  secret: string
  /** Opens the aggregator's list of transactions. Undefined leaves the one there is; null takes it away. */
  listKey?: string | null
}

/** A connection as its owner may see it; no secret ever comes out again. Times are ISO 8601 in UTC. */
export type PayeeConnection = {
  id: string
  provider: Aggregator
  bank_bin: string
  account_number: string
  /** Below the backend's address: where the aggregator is to send its notices. */
  path: string
  has_list_key: boolean
  previous_secret_until: string | null
  last_notice_at: string | null
  last_refusal_at: string | null
  last_refusal_reason: string | null
  last_listed_at: string | null
  list_problem: string | null
}

/** Connects, or changes the secret of what is connected; another provider or account starts anew with another address. */
export async function connectPayee(sql: Sql, keys: SealingKeys | null, input: ConnectPayee, actor: Actor, now: Date): Promise<PayeeConnection> {
  if (!keys) throw new PaymentError("connections_closed")
  if (!SECRET_PATTERN.test(input.secret)) throw new PaymentError("invalid_webhook_secret")
  if (input.listKey && !SECRET_PATTERN.test(input.listKey)) throw new PaymentError("invalid_list_key")
  if (!/^\d{6}$/.test(input.account.bin) || !bareAccountNumber(input.account.accountNumber)) throw new PaymentError("invalid_payee")
  await sql("select pg_advisory_xact_lock(hashtext(?))", [`payee_webhook:${input.ownerReference}`])
  const existing = await findOf(sql, input.ownerReference)
  if (existing && sameAccount(existing, input)) return rotate(sql, keys, existing, input, actor, now)
  if (existing) await disconnectRow(sql, existing, actor, now)
  const id = generateEntityId(undefined, "pwh")
  const row = await insertRow(sql, "payee_webhook", {
    id,
    owner_reference: input.ownerReference,
    provider: input.provider,
    bank_bin: input.account.bin,
    account_number: input.account.accountNumber,
    token: randomBytes(24).toString("base64url"),
    secret_sealed: sealSecret(input.secret, keys, id),
    list_key_sealed: input.listKey ? sealSecret(input.listKey, keys, id) : null,
  })
  await writeAudit(sql, actor, { subjectId: id, action: "account_connected", data: { provider: input.provider, account_number: input.account.accountNumber } })
  return toConnection(row!)
}

async function rotate(sql: Sql, keys: SealingKeys, existing: Row, input: ConnectPayee, actor: Actor, now: Date): Promise<PayeeConnection> {
  const id = text(existing, "id")
  const changed = openSecret(text(existing, "secret_sealed"), keys, id) !== input.secret
  const listKey = input.listKey === undefined ? textOrNull(existing, "list_key_sealed") : input.listKey ? sealSecret(input.listKey, keys, id) : null
  const [row] = await sql(
    `update payee_webhook set secret_sealed = ?, previous_sealed = ?, previous_until = ?, list_key_sealed = ?, list_problem = null, updated_at = now()
     where id = ? returning *`,
    [
      changed ? sealSecret(input.secret, keys, id) : text(existing, "secret_sealed"),
      changed ? text(existing, "secret_sealed") : textOrNull(existing, "previous_sealed"),
      changed ? new Date(now.getTime() + ROTATION_MS) : instantOrNull(existing, "previous_until"),
      listKey,
      id,
    ],
  )
  if (changed) await writeAudit(sql, actor, { subjectId: id, action: "secret_changed" })
  return toConnection(row!)
}

export async function findConnection(sql: Sql, ownerReference: string): Promise<PayeeConnection | null> {
  const row = await findOf(sql, ownerReference)
  return row ? toConnection(row) : null
}

export async function disconnectPayee(sql: Sql, ownerReference: string, actor: Actor, now: Date): Promise<boolean> {
  const row = await findOf(sql, ownerReference)
  if (row) await disconnectRow(sql, row, actor, now)
  return row !== null
}

async function disconnectRow(sql: Sql, row: Row, actor: Actor, now: Date): Promise<void> {
  // What is not needed any more is not kept: the secrets go with the connection.
  await sql(
    "update payee_webhook set disconnected_at = ?, secret_sealed = '', previous_sealed = null, list_key_sealed = null, updated_at = now() where id = ?",
    [now, text(row, "id")],
  )
  await writeAudit(sql, actor, { subjectId: text(row, "id"), action: "account_disconnected" })
}

async function findOf(sql: Sql, ownerReference: string): Promise<Row | null> {
  const [row] = await sql("select * from payee_webhook where owner_reference = ? and disconnected_at is null and deleted_at is null", [ownerReference])
  return row ?? null
}

function sameAccount(row: Row, { provider, account }: ConnectPayee): boolean {
  return row.provider === provider && row.bank_bin === account.bin && bareAccountNumber(text(row, "account_number")) === bareAccountNumber(account.accountNumber)
}

function toConnection(row: Row): PayeeConnection {
  const iso = (column: string) => instantOrNull(row, column)?.toISOString() ?? null
  return {
    id: text(row, "id"),
    provider: row.provider as Aggregator,
    bank_bin: text(row, "bank_bin"),
    account_number: text(row, "account_number"),
    path: `/hooks/${text(row, "provider")}/${text(row, "token")}`,
    has_list_key: row.list_key_sealed !== null,
    previous_secret_until: iso("previous_until"),
    last_notice_at: iso("last_notice_at"),
    last_refusal_at: iso("last_refusal_at"),
    last_refusal_reason: textOrNull(row, "last_refusal_reason"),
    last_listed_at: iso("last_listed_at"),
    list_problem: textOrNull(row, "list_problem"),
  }
}
