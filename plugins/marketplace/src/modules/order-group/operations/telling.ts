import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Rail } from "./rows"
import type { Act, Actor } from "./acts"

/** An act that was carried out and of which somebody is to be told. */
export type ActToTell = { id: string; orderId: string; orderGroupId: string; act: Act; by: Actor; amountVnd: number; details: Record<string, unknown> | null; rail: Rail }

type Row = { id: string; order_id: string; order_group_id: string; act: Act; actor: Actor; amount_vnd: string; details: Record<string, unknown> | null; rail: Rail }

/** Longer than any outage of the message gateway that nobody repairs. */
const GIVE_UP_AFTER = "2 days"
/** Who takes an act to tell has so long; after a crash another one takes it up. */
const LEASE = "3 minutes"

/**
 * Takes acts for telling, one of them only ever to one caller at a time. An act is told of when it is carried out, never
 * before: a cancel that fails is taken back, and with it its line.
 */
export async function takeActsToTell(db: Knex, limit: number, orderId?: string): Promise<ActToTell[]> {
  const { rows } = (await db.raw(
    `with due as (
       select a.id, p.order_group_id, p.rail from order_act a join seller_payment p on p.order_id = a.order_id and p.deleted_at is null
       where a.tell_at <= now() and a.deleted_at is null and a.done_at is not null
         and (a.act in ('cancel_items', 'ship_undone', 'receive', 'cash_held', 'cash_returned', 'cash_missing') or p.closed_at is not null) and (?::text is null or a.order_id = ?)
       order by a.tell_at limit ? for update of a skip locked)
     update order_act a set tell_at = now() + interval '${LEASE}' from due where due.id = a.id
     returning a.id, a.order_id, due.order_group_id, a.act, a.actor, a.amount_vnd, a.details, due.rail`,
    [orderId ?? null, orderId ?? null, limit],
  )) as { rows: Row[] }
  return rows.map((row) => ({ id: row.id, orderId: row.order_id, orderGroupId: row.order_group_id, act: row.act, by: row.actor, amountVnd: Number(row.amount_vnd), details: row.details, rail: row.rail }))
}

/** Somebody could not be told: again after a pause as long as the act is old, at least a minute; after two days no more. */
export async function tellLater(db: Knex, actId: string): Promise<void> {
  await db.raw(
    `update order_act set tell_at = case when created_at > now() - interval '${GIVE_UP_AFTER}' then now() + greatest(interval '1 minute', now() - created_at) end where id = ?`,
    [actId],
  )
}
