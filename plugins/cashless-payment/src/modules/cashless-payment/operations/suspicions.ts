import { generateEntityId } from "@medusajs/framework/utils"
import { PaymentError } from "../errors"
import { decideBy, holdHoursAt, type HoldRule } from "../rules/suspicion"
import { changeIntent, lockIntent } from "./change-intent"
import { insertRow, instant, instantOrNull, text, textOrNull, vnd, type Row, type Sql } from "./sql"
import { listAudit, writeAudit, type Actor, type AuditEntry } from "./write-audit"

/** Many more than there ever are: most of them are not due, and none may keep another from being looked at. */
const BATCH = 1_000
const SYSTEM: Actor = { id: "system", name: null }

/** A payment VNPay took and suspects, with the orders that wait for it. `waiting`: their stock is held until `decide_by`. */
export type SuspectedPayment = {
  intent_id: string
  description: string
  amount_vnd: number
  txn_ref: string
  bank_code: string | null
  suspected_at: string
  decide_by: string
  state: "waiting" | "given_up"
  history: AuditEntry[]
}
export type HoldRuleView = { hours: number; effective_from: string; reason: string; set_by: string }

/** Longest suspected first, those that are waited for before those given up on which VNPay has not decided either. */
export async function listSuspected(sql: Sql, limit: number, offset: number): Promise<{ payments: SuspectedPayment[]; count: number }> {
  const from = "from payment_attempt a join payment_intent i on i.id = a.intent_id where a.status = 'suspected' and i.status in ('processing', 'canceled') and a.deleted_at is null and i.deleted_at is null"
  const [counted] = await sql(`select count(*) as count ${from}`)
  const rows = await sql(`select a.*, i.status as intent_status, i.description ${from} order by (i.status = 'canceled'), coalesce(a.suspected_at, a.created_at), a.id limit ? offset ?`, [limit, offset])
  const rules = await holdRules(sql)
  const payments: SuspectedPayment[] = []
  for (const row of rows) {
    payments.push({
      intent_id: text(row, "intent_id"),
      description: text(row, "description"),
      amount_vnd: vnd(row, "amount_vnd"),
      txn_ref: text(row, "txn_ref"),
      bank_code: textOrNull(row, "bank_code"),
      suspected_at: suspectedAt(row).toISOString(),
      decide_by: deadlineOf(row, rules).toISOString(),
      state: row.intent_status === "processing" ? "waiting" : "given_up",
      history: await listAudit(sql, text(row, "intent_id")),
    })
  }
  return { payments, count: Number(counted?.count ?? 0) }
}

/**
 * Until when VNPay's word about each of these intents is waited for. Without an entry: there is no such time. What is on
 * its way without being suspected (04, debited at the bank) is nobody's to give up.
 */
export async function findDecideBy(sql: Sql, intentIds: string[]): Promise<Map<string, Date>> {
  if (intentIds.length === 0) return new Map()
  const rows = await sql(`select * from payment_attempt where intent_id in (${intentIds.map(() => "?").join(", ")}) and status = 'suspected' and deleted_at is null`, intentIds)
  const rules = await holdRules(sql)
  const latest = new Map<string, Date>()
  for (const row of rows) {
    const [intentId, deadline] = [text(row, "intent_id"), deadlineOf(row, rules)]
    const known = latest.get(intentId)
    if (!known || deadline > known) latest.set(intentId, deadline)
  }
  return latest
}

/** Waits for VNPay's word for `hours` from now, or as long as was decided before if that is longer. */
export async function keepSuspected(sql: Sql, intentId: string, { hours, note }: { hours: number; note: string }, actor: Actor, now: Date): Promise<void> {
  await lockSuspected(sql, intentId)
  const until = new Date(now.getTime() + hours * 3_600_000)
  await sql("update payment_attempt set held_until = greatest(held_until, ?), updated_at = now() where intent_id = ? and status = 'suspected' and deleted_at is null", [until, intentId])
  await writeAudit(sql, actor, { subjectId: intentId, action: "suspicion_kept", note, data: { hours } })
}

/** Stops waiting: the intent is canceled and its orders' stock is free. VNPay is asked on; if it then says paid, the money goes back. */
export async function giveUpSuspected(sql: Sql, intentId: string, note: string, actor: Actor, now: Date): Promise<void> {
  const { intent } = await lockSuspected(sql, intentId)
  await giveUp(sql, intent, note, actor, now)
}

/** Gives up what nobody decided on in time. Returns how many. One in work elsewhere is left for the next run. */
export async function giveUpOverdue(sql: Sql, now: Date): Promise<number> {
  const rules = await holdRules(sql)
  const intents = await sql(
    `select * from payment_intent where status = 'processing' and deleted_at is null
       and exists (select 1 from payment_attempt a where a.intent_id = payment_intent.id and a.status = 'suspected' and a.deleted_at is null)
     order by updated_at limit ${BATCH} for update skip locked`,
  )
  let count = 0
  for (const intent of intents) {
    const attempts = await suspectedAttempts(sql, text(intent, "id"))
    // Of several, the one that may take longest counts.
    if (attempts.length === 0 || attempts.some((attempt) => deadlineOf(attempt, rules) > now)) continue
    await giveUp(sql, intent, "Hết thời hạn chờ VNPay / the time to wait for VNPay is over", SYSTEM, now)
    count += 1
  }
  return count
}

/** The operator's decision, from now on; payments suspected before keep the time they had. */
export async function setHoldHours(sql: Sql, { hours, reason }: { hours: number; reason: string }, actor: Actor, now: Date): Promise<void> {
  await insertRow(sql, "suspicion_rule", { id: generateEntityId(undefined, "srule"), hours, effective_from: now, reason, set_by: actor.name ?? actor.id })
  await writeAudit(sql, actor, { subjectId: "suspicion_rule", action: "hold_hours_set", note: reason, data: { hours } })
}

/** The hours in force, and the decisions, newest first. */
export async function listHoldRules(sql: Sql, now: Date): Promise<{ hours: number; rules: HoldRuleView[] }> {
  const rows = await sql("select * from suspicion_rule where deleted_at is null order by effective_from desc, id desc limit 50")
  const rules = rows.map((row) => ({ hours: Number(row.hours), effective_from: instant(row, "effective_from").toISOString(), reason: text(row, "reason"), set_by: text(row, "set_by") }))
  return { hours: holdHoursAt(await holdRules(sql), now), rules }
}

async function giveUp(sql: Sql, intent: Row, note: string, actor: Actor, now: Date): Promise<void> {
  const canceled = await changeIntent(sql, intent, { event: "suspicion_given_up", now, cancellationReason: "suspected" })
  if (!canceled) throw new PaymentError("not_suspected")
  await writeAudit(sql, actor, { subjectId: text(intent, "id"), action: "suspicion_given_up", note })
}

/** Locks as everywhere intent → attempt. VNPay may have decided while the operator was reading. */
async function lockSuspected(sql: Sql, intentId: string): Promise<{ intent: Row }> {
  const intent = await lockIntent(sql, intentId)
  if (intent.status !== "processing" || (await suspectedAttempts(sql, intentId)).length === 0) throw new PaymentError("not_suspected")
  return { intent }
}

function suspectedAttempts(sql: Sql, intentId: string): Promise<Row[]> {
  return sql("select * from payment_attempt where intent_id = ? and status = 'suspected' and deleted_at is null order by id for update", [intentId])
}

async function holdRules(sql: Sql): Promise<HoldRule[]> {
  const rows = await sql("select hours, effective_from from suspicion_rule where deleted_at is null order by effective_from, id")
  return rows.map((row) => ({ hours: Number(row.hours), effectiveFrom: instant(row, "effective_from") }))
}

/** Attempts of before the moment was noted count from their start. */
const suspectedAt = (attempt: Row): Date => instantOrNull(attempt, "suspected_at") ?? instant(attempt, "created_at")

const deadlineOf = (attempt: Row, rules: HoldRule[]): Date => decideBy({ suspectedAt: suspectedAt(attempt), heldUntil: instantOrNull(attempt, "held_until"), rules })
