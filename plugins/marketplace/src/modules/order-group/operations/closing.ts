import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PaymentState } from "../rules/decide-payment"
import { writeAct, type ActBy } from "./acts"
import { lockPayment } from "./rows"

export type Closing = {
  orderId: string
  /** What an unpaid order becomes. A paid one becomes `refunded`. */
  to: "expired" | "canceled"
  by: ActBy
  /** Whether a paid order may be closed too; its money then goes back. */
  paidToo: boolean
  /** Set by the run of a reopening that holds the order: it may close it out of `reopening`. */
  reopeningKey?: string
  /**
   * Set when the order's time is over: which payment ran out (null: cash, which the shop did not confirm). One that went
   * over to another way of paying since, or was confirmed, is not closed: its buyer or shop has been told so.
   */
  lapsed?: { intentId: string | null }
}

/** `before` is the state the payment was in; refusals say why it may not be closed. */
export type ClosingDecision = { before: PaymentState } | { refused: "not_found" | "in_progress" | "paid" | "shipping" | "closed" }

/**
 * Decides under the row's lock whether an order may be closed, and bars payments and shipments from then on. Takes up
 * again what a crash left closed without its order being cancelled.
 */
export async function beginClosing(db: Knex, { orderId, to, by, paidToo, reopeningKey, lapsed }: Closing): Promise<ClosingDecision> {
  return db.transaction(async (tx) => {
    const row = await lockPayment(tx, orderId)
    if (!row) return { refused: "not_found" }
    if (row.state === "expired" || row.state === "canceled" || row.state === "refunded") return row.closed_at ? { refused: "closed" } : { before: row.state }
    const held = row.state === "reopening" && reopeningKey !== undefined && row.reopening_key === reopeningKey
    if (row.state === "applying" || (row.state === "reopening" && !held)) return { refused: "in_progress" }
    if (lapsed && (row.intent_id !== lapsed.intentId || row.confirmed_at)) return { refused: "in_progress" }
    if (row.shipping_at) return { refused: "shipping" }
    if (row.state === "paid" && !paidToo) return { refused: "paid" }
    const state = row.state === "paid" ? "refunded" : to
    await tx("seller_payment").where({ id: row.id }).update({ state, reopening_to: null, reopening_key: null, reopening_for: null, applying_since: null, updated_at: tx.fn.now() })
    await writeAct(tx, { ...by, orderId, act: "cancel", amountVnd: row.state === "paid" ? Number(row.amount_vnd) : 0, details: { expired: to === "expired" }, done: true })
    return { before: held ? "pending" : row.state }
  })
}

/** Undoes {@link beginClosing} when the order could not be cancelled. */
export async function undoClosing(db: Knex, orderId: string, before: PaymentState): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockPayment(tx, orderId)
    if (!row || row.closed_at || row.state === before) return
    await tx("seller_payment").where({ id: row.id }).update({ state: before, updated_at: tx.fn.now() })
    await tx("order_act").where({ order_id: orderId, act: "cancel" }).delete()
  })
}

export async function finishClosing(db: Knex, orderId: string): Promise<void> {
  await db("seller_payment").where({ order_id: orderId }).whereIn("state", ["expired", "canceled", "refunded"]).update({ closed_at: db.fn.now(), updated_at: db.fn.now() })
}
