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
 * The ids of the oldest unfinished rows that may be tried now. Each is put off as it is taken, ever longer, so that the
 * next call gives others, a process that dies holds nothing up, and two processes seldom take the same.
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
      .orderBy([`one.${oldest}`, "one.id"])
      .limit(limit)
    if (due.length === 0) return []
    await tx("payment_repair")
      .insert(due.map(({ id, tries }) => ({ id: `${kind}:${id}`, tries: (tries ?? 0) + 1, next_try_at: new Date(now.getTime() + repairDelaySeconds((tries ?? 0) + 1) * 1000) })))
      .onConflict("id")
      .merge(["tries", "next_try_at"])
    return due.map(({ id }) => id)
  })
}

export async function noteRepairProblem(db: Knex, kind: Unfinished, ids: string[], problem: string): Promise<void> {
  await db("payment_repair").whereIn("id", ids.map((id) => `${kind}:${id}`)).update({ problem: problem.slice(0, 500), updated_at: db.fn.now() })
}

/** What nobody took up again for a day was mended. */
export async function forgetRepairs(db: Knex, now: Date): Promise<void> {
  await db("payment_repair").where("next_try_at", "<", new Date(now.getTime() - 86_400_000)).delete()
}
