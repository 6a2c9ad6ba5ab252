import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { cashMayBeTaken, nextCashAct } from "../rules/cash-too"
import { writeAct, type ActBy } from "./acts"
import { lockPayment } from "./rows"

export type CashTooDecision = "noted" | "not_found" | "no_cash_due"
export type CashDecision = { first: boolean } | { refused: "not_found" | "not_cash" | "not_shipped" | "in_progress" | "closed" }

/** The shop says yes to an order that is paid at the door; it then no longer lapses. */
export async function confirmCash(db: Knex, orderId: string, sellerId: string, by: ActBy): Promise<CashDecision> {
  return db.transaction(async (tx) => {
    const row = await lockPayment(tx, orderId)
    if (!row || row.seller_id !== sellerId) return { refused: "not_found" }
    if (row.rail !== "cod") return { refused: "not_cash" }
    if (row.state === "reopening") return { refused: "in_progress" }
    if (row.state !== "pending") return { refused: "closed" }
    if (row.confirmed_at) return { first: false }
    await tx("seller_payment").where({ id: row.id }).update({ confirmed_at: tx.fn.now(), updated_at: tx.fn.now() })
    await writeAct(tx, { ...by, orderId, act: "confirm", done: true })
    return { first: true }
  })
}

/** `pending` → `applying` for cash that was taken at the door. `first` false: it is recorded already. */
export async function claimCash(db: Knex, orderId: string, sellerId: string, by: ActBy): Promise<CashDecision> {
  return db.transaction(async (tx) => {
    const row = await lockPayment(tx, orderId)
    if (!row || row.seller_id !== sellerId) return { refused: "not_found" }
    if (row.rail !== "cod") return { refused: "not_cash" }
    if (row.state === "paid") return { first: false }
    if (row.state === "applying") return { first: true }
    if (row.state === "reopening") return { refused: "in_progress" }
    if (row.state !== "pending") return { refused: "closed" }
    if (!row.shipping_at) return { refused: "not_shipped" }
    await tx("seller_payment").where({ id: row.id }).update({ state: "applying", applying_since: tx.fn.now(), updated_at: tx.fn.now() })
    await writeAct(tx, { ...by, orderId, act: "collect_cash", amountVnd: Number(row.amount_vnd), done: true })
    return { first: true }
  })
}

/** `applying` → `paid`. False when another run was first. */
export async function markCashPaid(db: Knex, orderId: string): Promise<boolean> {
  const changed = await db("seller_payment")
    .where({ order_id: orderId, state: "applying", rail: "cod" })
    .update({ state: "paid", paid_at: db.fn.now(), applying_since: null, updated_at: db.fn.now() })
  return changed > 0
}

/**
 * Cash that was taken at the door although a transfer had paid the order, or that it was given back. It is the buyer's
 * and in no books: it is written down on the order, once each, and given back anew when the buyer missed it.
 */
export async function noteCashToo(db: Knex, orderId: string, sellerId: string, what: "cash_held" | "cash_returned", by: ActBy): Promise<CashTooDecision> {
  return db.transaction(async (tx) => {
    const row = await lockPayment(tx, orderId)
    if (!row || row.seller_id !== sellerId) return "not_found"
    const acts = await actsOf(tx, orderId)
    if (!cashMayBeTaken(row, acts)) return "no_cash_due"
    if (nextCashAct(acts, what) === "write") await writeAct(tx, { ...by, orderId, act: what, amountVnd: Number(row.amount_vnd), done: true })
    return "noted"
  })
}

/** The buyer says that cash the shop wrote down as given back has not come. */
export async function missCash(db: Knex, orderGroupId: string, orderId: string, by: ActBy): Promise<CashTooDecision> {
  return db.transaction(async (tx) => {
    const row = await lockPayment(tx, orderId)
    if (!row || row.order_group_id !== orderGroupId) return "not_found"
    const next = nextCashAct(await actsOf(tx, orderId), "cash_missing")
    if (next === "refused") return "no_cash_due"
    if (next === "write") await writeAct(tx, { ...by, orderId, act: "cash_missing", amountVnd: Number(row.amount_vnd), done: true })
    return "noted"
  })
}

/** As they were written, each under the order's lock. */
async function actsOf(tx: Knex.Transaction, orderId: string): Promise<Parameters<typeof cashMayBeTaken>[1]> {
  return (await tx("order_act").where({ order_id: orderId }).whereNull("deleted_at").orderBy("created_at").select("act", "actor", "details", "created_at")) as Parameters<typeof cashMayBeTaken>[1]
}

/** Before its act waited for the goods, a refusal was written down as done; where they did not come back, it waits for them now. */
export async function reopenRefusal(db: Knex, orderId: string): Promise<void> {
  await db("order_act").where({ order_id: orderId, act: "refused_at_door" }).whereNull("deleted_at").update({ done_at: null, updated_at: db.fn.now() })
}

/** A shipped order that the buyer did not take: `pending` → `canceled`, its goods on the way back. The act is done when they are on the shelf. */
export async function claimRefusal(db: Knex, orderId: string, sellerId: string, by: ActBy): Promise<CashDecision> {
  return db.transaction(async (tx) => {
    const row = await lockPayment(tx, orderId)
    if (!row || row.seller_id !== sellerId) return { refused: "not_found" }
    if (row.rail !== "cod") return { refused: "not_cash" }
    if (row.state === "canceled" && row.shipping_at) return { first: !row.closed_at }
    if (row.state === "applying" || row.state === "reopening") return { refused: "in_progress" }
    if (row.state !== "pending") return { refused: "closed" }
    if (!row.shipping_at) return { refused: "not_shipped" }
    await tx("seller_payment").where({ id: row.id }).update({ state: "canceled", updated_at: tx.fn.now() })
    await writeAct(tx, { ...by, orderId, act: "refused_at_door", done: false })
    return { first: true }
  })
}
