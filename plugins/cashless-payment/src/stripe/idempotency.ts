import { createHash } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import { insertRow, text, type Sql } from "../modules/cashless-payment/operations/sql"
import { flatten, type FormNode } from "./form"
import { StripeApiError } from "./stripe-error"

export type IdempotentRequest = { key: string; method: string; path: string; form: FormNode }
export type Answer = { status: number; body: object }

/** Stripe keeps keys for at least 24 hours. */
export const KEPT_HOURS = 24

/**
 * Gives the first answer to whoever comes again with the same key (docs.stripe.com/api/idempotent_requests). Keys belong
 * to the account, not to the secret key that named them: a retry that meets a change of keys is still a retry.
 * Effect and answer are written in the caller's one transaction; a refusal (4xx) takes back what was done, and is kept,
 * unless it passes by itself.
 * What is thrown other than a StripeApiError ends the transaction, so that a 500 is never kept: its repetition is a
 * new try.
 *
 * Throws 409 idempotency_key_in_use while another connection works on the key, 400 when the endpoint or the parameters
 * are others.
 */
export async function answerOnce(sql: Sql, request: IdempotentRequest, work: () => Promise<object>): Promise<Answer & { replayed: boolean }> {
  const { key, method, path, form } = request
  // Held until the transaction ends, also by a crash. Two keys of one 64-bit hash would at worst be told to try again.
  const [lock] = await sql("select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as mine", [`stripe-idempotency ${key}`])
  if (lock?.mine !== true) {
    throw new StripeApiError(409, {
      type: "idempotency_error",
      code: "idempotency_key_in_use",
      message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Try again later.`,
    })
  }
  const hash = createHash("sha256").update(JSON.stringify(flatten(form))).digest("hex")
  const [kept] = await sql("select method, path, request_hash, status, body from idempotency_key where key = ? and deleted_at is null", [key])
  if (kept) {
    if (text(kept, "method") !== method || text(kept, "path") !== path) throw differentEndpoint(key, path, text(kept, "path"))
    if (text(kept, "request_hash") !== hash) throw differentRequest(key)
    return { status: Number(kept.status), body: kept.body as object, replayed: true }
  }
  const answer = await attempt(sql, work)
  await insertRow(sql, "idempotency_key", { id: generateEntityId(undefined, "idk"), key, method, path, request_hash: hash, status: answer.status, body: JSON.stringify(answer.body) })
  return { ...answer, replayed: false }
}

async function attempt(sql: Sql, work: () => Promise<object>): Promise<Answer> {
  await sql("savepoint before_work")
  try {
    return { status: 200, body: await work() }
  } catch (error) {
    if (!(error instanceof StripeApiError) || error.isPassing) throw error
    await sql("rollback to savepoint before_work")
    return { status: error.status, body: error.body }
  }
}

function differentEndpoint(key: string, path: string, firstPath: string): StripeApiError {
  return new StripeApiError(400, {
    type: "idempotency_error",
    message: `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${path}' vs '${firstPath}'). Try using a key other than '${key}' if you meant to execute a different request.`,
  })
}

function differentRequest(key: string): StripeApiError {
  return new StripeApiError(400, {
    type: "idempotency_error",
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  })
}

/** Forgets keys older than Stripe promises to keep them. Returns how many. */
export async function pruneIdempotencyKeys(sql: Sql, now: Date): Promise<number> {
  const rows = await sql("delete from idempotency_key where created_at < ? returning id", [new Date(now.getTime() - KEPT_HOURS * 3_600_000)])
  return rows.length
}
