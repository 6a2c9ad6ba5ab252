import { randomBytes } from "node:crypto"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export type NotedDelivery = { orderId: string; shippedAt: Date | null; deliveredAt: Date | null }

/** What left longer ago than this and was never said to have arrived is not asked about any more: its hold is long over. */
const ASK_FOR_DAYS = 180

/** Orders whose money is held from delivery and of which nobody has said that they arrived; after `after`, in the order of their ids. */
export async function undeliveredSales(db: Knex, after: string, limit: number): Promise<string[]> {
  const { rows } = (await db.raw(
    `select j.order_id from ledger_journal j left join sale_delivery d on d.order_id = j.order_id and d.deleted_at is null
     where j.kind = 'sale' and j.order_id > ? and d.delivered_at is null
       and j.day >= (select coalesce(min(valid_from), '9999') from hold_rule where counts_from = 'delivery' and deleted_at is null)
       and (d.shipped_at is null or d.shipped_at > now() - make_interval(days => ?))
       and (select sum(e.amount_vnd) from ledger_journal r join ledger_entry e on e.journal_id = r.id
            where r.order_id = j.order_id and r.kind in ('sale', 'refund') and e.account = 'seller_payable') < 0
     order by j.order_id limit ?`,
    [after, ASK_FOR_DAYS, limit],
  )) as { rows: { order_id: string }[] }
  return rows.map(({ order_id }) => order_id)
}

/** Keeps the first word there was of each: nobody moves a hold by saying it again later. */
export async function noteDeliveries(db: Knex, deliveries: NotedDelivery[]): Promise<void> {
  for (const { orderId, shippedAt, deliveredAt } of deliveries) {
    await db.raw(
      `insert into sale_delivery (id, order_id, shipped_at, delivered_at) values (?, ?, ?, ?)
       on conflict (order_id) where deleted_at is null do update
       set shipped_at = coalesce(sale_delivery.shipped_at, excluded.shipped_at), delivered_at = coalesce(sale_delivery.delivered_at, excluded.delivered_at), updated_at = now()`,
      [`sdel_${randomBytes(12).toString("hex")}`, orderId, shippedAt, deliveredAt],
    )
  }
}
