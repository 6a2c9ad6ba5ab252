import type pg from "pg"

/** What the buyers of one checkout gave, by what the simulated bank and VNPay wrote down themselves. */
export type Given = { bankReferences: string[]; txnRefs: string[] }

/** Every đồng of each checkout, by where it is now. */
const MONEY = `
  with payment as (select * from seller_payment where order_group_id = $1 and deleted_at is null),
  intent as (select * from payment_intent where metadata->>'order_group_id' = $1 and deleted_at is null),
  transfer as (select * from bank_transaction where deleted_at is null and (intent_id in (select id from intent) or reference_code = any($2)))
  select
    (select coalesce(sum(amount_vnd), 0) from sandbox_transfer where reference_code = any($2))::int
      + (select coalesce(sum(amount::bigint / 100), 0) from sandbox_vnpay_payment where transaction_status = '00' and txn_ref = any($3))::int as given,
    (select coalesce(sum(p.amount_vnd - coalesce((select sum(a.amount_vnd) from order_act a where a.order_id = p.order_id and a.act = 'cancel_items' and (a.details->>'paid')::boolean), 0)), 0)
      from payment p where p.state = 'paid' and p.rail <> 'cod')::int as kept,
    (select coalesce(sum(amount_vnd), 0) from payment_refund where intent_id in (select id from intent) and status not in ('failed', 'canceled') and deleted_at is null)::int as goes_back,
    (select coalesce(sum(amount_vnd), 0) from transfer where state = 'unmatched')::int as at_desk,
    (select coalesce(sum(h.amount_vnd), 0) from hand_transfer h join transfer t on t.id = h.bank_transaction_id where t.state = 'resolved')::int as sent_back,
    (select coalesce(sum(amount_received_vnd), 0) from intent where status not in ('succeeded', 'canceled'))::int as part_paid`

type Sums = { given: number; kept: number; goes_back: number; at_desk: number; sent_back: number; part_paid: number }

/** What no order of a checkout may be once everything has come to rest. */
const NEVER: Record<string, string> = {
  "an order between two states": "p.state in ('applying', 'reopening') or (p.state in ('expired', 'canceled', 'refunded') and p.closed_at is null)",
  "an act that is not carried out": "exists (select 1 from order_act a where a.order_id = p.order_id and a.done_at is null and a.deleted_at is null)",
  "an order that waits on an intent that has ended": "p.state = 'pending' and i.status in ('succeeded', 'canceled')",
  "an order that is paid by an intent that is not": "p.state = 'paid' and p.rail <> 'cod' and i.status is distinct from 'succeeded'",
  "an order that ended in one place and not in the other": "(p.state in ('expired', 'canceled', 'refunded')) <> (o.canceled_at is not null)",
  "money captured of an order that was never paid": "p.state in ('expired', 'canceled') and m.captured > 0",
  "an order captured other than in full": "p.state in ('paid', 'refunded') and m.captured <> p.amount_vnd",
  "a refunded order of which not all goes back": "p.state = 'refunded' and m.refunded <> m.captured",
  "a paid order of which other goes back than was taken out": "p.state = 'paid' and m.refunded <> taken_out.paid_vnd",
  "stock that is held for nobody, or not held for an order": "stock.reserved <> case when o.canceled_at is not null or p.shipping_at is not null then 0 else stock.wanted - taken_out.pieces end",
}

const ORDERS = `
  select ${Object.entries(NEVER).map(([name, condition]) => `case when ${condition} then '${name}' end`).join(", ")}
  from seller_payment p
  join "order" o on o.id = p.order_id
  left join payment_intent i on i.id = p.intent_id
  cross join lateral (select
      coalesce((select sum(c.amount) from payment y join capture c on c.payment_id = y.id and c.deleted_at is null where y.payment_collection_id = p.payment_collection_id and y.deleted_at is null), 0) as captured,
      coalesce((select sum(r.amount) from payment y join refund r on r.payment_id = y.id and r.deleted_at is null where y.payment_collection_id = p.payment_collection_id and y.deleted_at is null), 0) as refunded) m
  cross join lateral (select coalesce(sum((line->>'quantity')::int), 0) as pieces from order_act a, jsonb_array_elements(a.details->'lines') line where a.order_id = p.order_id and a.act = 'cancel_items') taken_lines
  cross join lateral (select taken_lines.pieces, coalesce((select sum(a.amount_vnd) from order_act a where a.order_id = p.order_id and a.act = 'cancel_items' and (a.details->>'paid')::boolean), 0) as paid_vnd) taken_out
  cross join lateral (select
      (select sum(quantity) from order_item where order_id = o.id and version = o.version and deleted_at is null) as wanted,
      coalesce((select sum(r.quantity) from reservation_item r join order_item x on x.item_id = r.line_item_id and x.version = o.version where x.order_id = o.id and r.deleted_at is null), 0) as reserved) stock
  where p.order_group_id = $1 and p.deleted_at is null`

/** What is wrong with a checkout now, in words; empty: every đồng that was given is somewhere, once, and every order is what its money says. */
export async function faultsOf(database: pg.Client, groupId: string, { bankReferences, txnRefs }: Given): Promise<string[]> {
  const sums = (await database.query<Sums>(MONEY, [groupId, bankReferences, txnRefs])).rows[0]!
  const { given, ...places } = sums
  const found = Object.values(places).reduce((sum, vnd) => sum + vnd, 0)
  const orders = (await database.query<string[]>({ text: ORDERS, values: [groupId], rowMode: "array" })).rows
  const wrong = orders.flatMap((row) => row.filter((fault) => fault !== null))
  return given === found ? wrong : [...wrong, `${given} đồng were given, ${found} are there: ${JSON.stringify(places)}`]
}
