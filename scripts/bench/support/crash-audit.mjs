import { setTimeout as sleep } from "node:timers/promises";

/** What is never to be found once everything has come to rest: a name, and a query whose every row is a fault. */
const NEVER = {
  "a checkout stuck half-way": "select id, cart_id from order_group where status <> 'placed' and deleted_at is null",
  "a payment stuck while being applied": "select id, order_id from seller_payment where state = 'applying' and deleted_at is null",
  "a payment event nobody took": "select id, type, intent_id from payment_outbox_event where acknowledged_at is null and deleted_at is null",
  "an intent that is paid and an order that is not": `
    select p.order_id, p.state from seller_payment p join payment_intent i on i.id = p.intent_id
    where i.status = 'succeeded' and p.state <> 'paid' and p.deleted_at is null`,
  "an order that is paid and an intent that is not": `
    select p.order_id, i.status from seller_payment p join payment_intent i on i.id = p.intent_id
    where p.state = 'paid' and (i.status <> 'succeeded' or i.amount_received_vnd < i.amount_vnd) and p.deleted_at is null`,
  "an order captured other than once, in full": `
    select p.order_id, count(c.id) as captures, sum(c.amount) as captured, p.amount_vnd from seller_payment p
    left join payment m on m.payment_collection_id = p.payment_collection_id and m.deleted_at is null
    left join capture c on c.payment_id = m.id and c.deleted_at is null
    where p.state = 'paid' and p.deleted_at is null group by p.id having count(c.id) <> 1 or sum(c.amount) <> p.amount_vnd`,
  "an order without a group that stands, or without its payment": `
    select o.id from "order" o left join order_group g on g.id = o.metadata->>'order_group_id' and g.deleted_at is null
    left join seller_payment p on p.order_id = o.id and p.deleted_at is null
    where o.deleted_at is null and o.metadata ? 'order_group_id' and (g.id is null or p.id is null)`,
  "two orders of one seller in one group": `
    select metadata->>'order_group_id' as group_id, metadata->>'seller_id' as seller_id from "order"
    where deleted_at is null and metadata ? 'order_group_id' group by 1, 2 having count(*) > 1`,
  "a group whose orders are not its sum": `
    select g.id, g.total_vnd, sum(p.amount_vnd) from order_group g left join seller_payment p on p.order_group_id = g.id and p.deleted_at is null
    where g.deleted_at is null group by g.id having coalesce(sum(p.amount_vnd), 0) <> g.total_vnd`,
  "a stock level that counts other than its reservations": `
    select l.inventory_item_id, l.reserved_quantity, coalesce(sum(r.quantity), 0) as reserved from inventory_level l
    left join reservation_item r on r.inventory_item_id = l.inventory_item_id and r.location_id = l.location_id and r.deleted_at is null
    where l.deleted_at is null group by l.id having l.reserved_quantity <> coalesce(sum(r.quantity), 0) or l.reserved_quantity > l.stocked_quantity`,
  "stock held by no living order": `
    select r.id, r.line_item_id from reservation_item r
    left join order_item i on i.item_id = r.line_item_id and i.deleted_at is null
    left join "order" o on o.id = i.order_id and o.deleted_at is null and o.canceled_at is null
    where r.deleted_at is null and r.line_item_id is not null and o.id is null`,
  "a living order that holds too little stock": `
    select o.id from "order" o join seller_payment p on p.order_id = o.id and p.deleted_at is null
    join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null
    left join reservation_item r on r.line_item_id = i.item_id and r.deleted_at is null
    where o.deleted_at is null and o.canceled_at is null and p.state in ('pending', 'paid')
    group by o.id, i.id having coalesce(sum(r.quantity), 0) <> i.quantity - coalesce(max(i.fulfilled_quantity), 0)`,
};

/** Rows that were there before the first kill, as text: a house others worked in may have left some. */
export async function oldFaults(client) {
  const old = new Set();
  for (const [fault, query] of Object.entries(NEVER)) for (const row of (await client.query(query)).rows) old.add(`${fault} ${JSON.stringify(row)}`);
  return old;
}

/** The faults found now: [{ fault, rows, count }]; and those of what buyers were promised and paid. */
async function faultsIn(client, receipts, old) {
  const faults = [];
  for (const [fault, query] of Object.entries(NEVER)) {
    const rows = (await client.query(query)).rows.filter((row) => !old.has(`${fault} ${JSON.stringify(row)}`));
    if (rows.length > 0) faults.push({ fault, rows: rows.slice(0, 5), count: rows.length });
  }
  return [...faults, ...(await brokenPromises(client, receipts))];
}

/** Every group a buyer was given stands; every transfer and payment is counted once, and what was told paid is paid. */
async function brokenPromises(client, receipts) {
  const { rows: groups } = await client.query("select id, cart_id from order_group where id = any($1) and status = 'placed' and deleted_at is null", [receipts.map(({ id }) => id)]);
  const standing = new Map(groups.map((group) => [group.id, group.cart_id]));
  const lost = receipts.filter(({ id, cartId }) => standing.get(id) !== cartId);
  const transfers = receipts.flatMap(({ rail, paid }) => (rail === "vietqr" ? paid : []));
  const { rows: booked } = await client.query(`
    select t.reference_code, t.state, t.amount_vnd::bigint::int as amount, p.state as payment, p.order_id from bank_transaction t
    left join seller_payment p on p.intent_id = t.intent_id and p.deleted_at is null where t.reference_code = any($1) and t.deleted_at is null`, [transfers.map(({ reference }) => reference)]);
  const attempts = receipts.flatMap(({ rail, paid }) => (rail === "vnpay" ? paid : []));
  const { rows: paid } = await client.query("select a.txn_ref, i.status from payment_attempt a join payment_intent i on i.id = a.intent_id where a.txn_ref = any($1) and i.status = 'succeeded'", [attempts.map(({ txnRef }) => txnRef)]);
  const counted = transfers.filter(({ reference, orderId, amountVnd }) => {
    const rows = booked.filter((row) => row.reference_code === reference);
    return rows.length === 1 && rows[0].state === "matched" && rows[0].amount === amountVnd && rows[0].order_id === orderId && rows[0].payment === "paid";
  });
  return [
    ...(lost.length > 0 ? [{ fault: "an order a buyer was promised is gone", count: lost.length, rows: lost.slice(0, 5) }] : []),
    ...(counted.length < transfers.length ? [{ fault: "a transfer that is not counted once for its order", count: transfers.length - counted.length, rows: transfers.filter((one) => !counted.includes(one)).slice(0, 5) }] : []),
    ...(paid.length < attempts.length ? [{ fault: "a VNPay payment that was made and is not kept", count: attempts.length - paid.length, rows: attempts.filter(({ txnRef }) => !paid.some((row) => row.txn_ref === txnRef)).slice(0, 5) }] : []),
  ];
}

/**
 * Makes what waits for its time due now, as hours of waiting would: half-done checkouts and payments are old, events
 * are to be sent again. The house does the rest with its own jobs. Resolves to the faults that stay.
 */
export async function settle(client, { receipts, old, patienceMs }) {
  await client.query("update order_group set created_at = created_at - interval '1 hour' where status <> 'placed'");
  await client.query("update seller_payment set applying_since = applying_since - interval '1 hour' where state = 'applying'");
  await client.query("update seller_payment set updated_at = updated_at - interval '1 hour' where state in ('expired', 'canceled') and closed_at is null");
  await client.query("update payment_outbox_event set next_emission_at = now() where acknowledged_at is null");
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const faults = await faultsIn(client, receipts, old);
    if (faults.length === 0 || Date.now() > deadline) return faults;
    await sleep(1000);
  }
}
