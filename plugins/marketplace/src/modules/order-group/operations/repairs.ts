import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { repairDelaySeconds } from "../rules/repair-delay"

/** What can be left unfinished, and by what a row of it is known. The parameter is a time: younger ones are not taken. */
const UNFINISHED = {
  /** A payment was being applied. */
  stuck: { table: "seller_payment", where: "one.state = 'applying' and one.applying_since < ?", oldest: "applying_since" },
  /** Its time to pay is over. */
  overdue: { table: "seller_payment", where: "one.state = 'pending' and one.expires_at < ? and one.confirmed_at is null", oldest: "expires_at" },
  /** It was closed, but its order not cancelled, or its stock not freed. */
  half_closed: { table: "seller_payment", where: "one.state in ('expired', 'canceled', 'refunded') and one.closed_at is null and one.updated_at < ?", oldest: "updated_at" },
  /** It was going over to another payment. */
  reopening: { table: "seller_payment", where: "one.state = 'reopening' and one.applying_since < ?", oldest: "applying_since" },
  /** Lines were being taken out of it. */
  item_cancel: { table: "order_act", where: "one.act = 'cancel_items' and one.done_at is null and one.created_at < ?", oldest: "created_at" },
  /** It was said sent, and its parcel was being made. */
  shipping: { table: "order_act", where: "one.act = 'ship' and one.done_at is null and one.created_at < ?", oldest: "created_at" },
} as const

export type Unfinished = keyof typeof UNFINISHED
export type Repair = { kind: Unfinished; before: Date; limit: number; now: Date }

/**
 * The ids of the unfinished rows that may be tried now, the least tried first, of those the oldest: where a run has time for
 * a few only, each has its turn. They are lent until just before the next run, so that the next call gives others, a process
 * that dies holds nothing up, and two processes seldom take the same. No try is counted yet.
 */
export async function takeUnfinished(db: Knex, { kind, before, limit, now }: Repair): Promise<string[]> {
  const { table, where, oldest } = UNFINISHED[kind]
  return db.transaction(async (tx) => {
    const due: { id: string; tries: number | null }[] = await tx
      .select("one.id", "repair.tries")
      .from(`${table} as one`)
      .leftJoin("payment_repair as repair", (join) => join.on("repair.id", "=", tx.raw("? || one.id", [`${kind}:`])))
      .whereRaw(where, [before])
      .whereNull("one.deleted_at")
      .where((free) => free.whereNull("repair.id").orWhere("repair.next_try_at", "<=", now))
      .orderByRaw(`coalesce(repair.tries, 0), one.${oldest}, one.id`)
      .limit(limit)
    await putOff(tx, due.map(({ id, tries }) => ({ id: `${kind}:${id}`, tries: tries ?? 0, next_try_at: after(now, 1) })))
    return due.map(({ id }) => id)
  })
}

/** These are tried now. It is counted, and they are put off, ever longer, before it is known what comes of it: a process may die of it. */
export async function beginRepair(db: Knex, { kind, ids, now }: { kind: Unfinished; ids: string[]; now: Date }): Promise<void> {
  const rows: { id: string; tries: number }[] = await db("payment_repair").select("id", "tries").whereIn("id", ids.map((id) => `${kind}:${id}`))
  await putOff(db, rows.map(({ id, tries }) => ({ id, tries: tries + 1, next_try_at: after(now, tries + 1) })))
}

async function putOff(db: Knex, rows: { id: string; tries: number; next_try_at: Date }[]): Promise<void> {
  if (rows.length > 0) await db("payment_repair").insert(rows).onConflict("id").merge(["tries", "next_try_at"])
}

const after = (now: Date, tries: number): Date => new Date(now.getTime() + repairDelaySeconds(tries) * 1000)

export async function noteRepairProblem(db: Knex, kind: Unfinished, ids: string[], problem: string): Promise<void> {
  await db("payment_repair").whereIn("id", ids.map((id) => `${kind}:${id}`)).update({ problem: problem.slice(0, 500), updated_at: db.fn.now() })
}

/** What nobody took up again for a day was mended. */
export async function forgetRepairs(db: Knex, now: Date): Promise<void> {
  await db("payment_repair").where("next_try_at", "<", new Date(now.getTime() - 86_400_000)).delete()
}
