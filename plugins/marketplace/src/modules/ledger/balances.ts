import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Account } from "./rules/journal"

export type AccountBalance = { account: Account; debit_vnd: number; credit_vnd: number; balance_vnd: number }
export type SellerBalance = { seller_id: string; payable_vnd: number; receivable_vnd: number; held_vnd: number }

type Sums = { account: Account; debit: string; credit: string }

/** Every account with what was booked on it up to and including a day. */
export async function accountBalances(db: Knex, { sellerId, day }: { sellerId?: string; day?: string }): Promise<AccountBalance[]> {
  const query = db("ledger_entry as entry")
    .select<Sums[]>("entry.account", db.raw("sum(greatest(entry.amount_vnd, 0)) as debit"), db.raw("-sum(least(entry.amount_vnd, 0)) as credit"))
    .groupBy("entry.account")
    .orderBy("entry.account")
  if (sellerId) void query.where("entry.seller_id", sellerId)
  if (day) void query.join("ledger_journal as journal", "journal.id", "entry.journal_id").where("journal.day", "<=", day)
  return (await query).map((row) => ({ account: row.account, debit_vnd: Number(row.debit), credit_vnd: Number(row.credit), balance_vnd: Number(row.debit) - Number(row.credit) }))
}

/** Whose money is held: sales that were paid, or arrived, at `heldFrom` or later. What left and was never said to have arrived counts as there after so many days. */
export type HeldSales = { heldFrom: Date; undeliveredDays?: number; sellerId?: string }

/**
 * What the fair owes each seller (`payable`, positive: owed to the seller) and what the seller owes it (`receivable`).
 * `held` is what of the payable comes from held sales, less what of them was refunded: from payment or from delivery, as
 * the rule of the day of the sale says. What has not been sent yet is held without an end. A charge of /v1 has no parcel
 * we could know of: it is held from its payment (docs/decisions/0007).
 */
export async function sellerBalances(db: Knex | Knex.Transaction, { heldFrom, undeliveredDays = 0, sellerId }: HeldSales): Promise<SellerBalance[]> {
  const { rows } = (await db.raw(
    `with recent as (
       select j.order_id from ledger_journal j
       left join lateral (select counts_from from hold_rule where valid_from <= j.day and deleted_at is null order by valid_from desc limit 1) rule on true
       left join sale_delivery d on d.order_id = j.order_id and d.deleted_at is null
       where j.kind = 'sale' and j.deleted_at is null and (?::text is null or j.seller_id = ?) and case when rule.counts_from = 'delivery'
         then coalesce(least(d.delivered_at, d.shipped_at + make_interval(days => ?)), 'infinity') else j.occurred_at end >= ?
     ),
     per_order as (
       select e.seller_id, greatest(0, -sum(e.amount_vnd)) as vnd
       from ledger_entry e join ledger_journal j on j.id = e.journal_id
       where e.account = 'seller_payable' and j.kind in ('sale', 'refund') and j.order_id in (select order_id from recent)
       group by e.seller_id, j.order_id
     ),
     per_charge as (
       select e.seller_id, greatest(0, -sum(e.amount_vnd)) as vnd
       from ledger_journal charge join ledger_journal j on j.intent_id = charge.intent_id and j.deleted_at is null and j.kind in ('destination_charge', 'charge_refund', 'charge_refund_failed')
       join ledger_entry e on e.journal_id = j.id and e.account = 'seller_payable'
       where charge.kind = 'destination_charge' and charge.deleted_at is null and (?::text is null or charge.seller_id = ?) and charge.occurred_at >= ?
       group by e.seller_id, charge.intent_id
     ),
     held as (select seller_id, sum(vnd) as vnd from (select * from per_order union all select * from per_charge) as each_one group by seller_id)
     select e.seller_id,
       -coalesce(sum(e.amount_vnd) filter (where e.account = 'seller_payable'), 0) as payable,
       coalesce(sum(e.amount_vnd) filter (where e.account = 'seller_receivable'), 0) as receivable,
       coalesce(max(held.vnd), 0) as held
     from ledger_entry e left join held on held.seller_id = e.seller_id
     where e.seller_id is not null and (?::text is null or e.seller_id = ?)
     group by e.seller_id order by e.seller_id`,
    [sellerId ?? null, sellerId ?? null, undeliveredDays, heldFrom, sellerId ?? null, sellerId ?? null, heldFrom, sellerId ?? null, sellerId ?? null],
  )) as { rows: { seller_id: string; payable: string; receivable: string; held: string }[] }
  return rows.map((row) => ({ seller_id: row.seller_id, payable_vnd: Number(row.payable), receivable_vnd: Number(row.receivable), held_vnd: Number(row.held) }))
}
