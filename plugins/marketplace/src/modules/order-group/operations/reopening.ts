import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { checkoutErrors } from "../errors"
import { writeAct } from "./acts"
import { lockPayment, moneyColumns, type PaymentRow, type Rail } from "./rows"

export type Reopening = {
  orderGroupId: string
  /** Only these orders, and those that share an intent with them; null: every order of the group that is not paid. */
  orderIds: string[] | null
  /** Null: each stays on its rail. Those that only share an intent stay on theirs in any case. */
  to: Rail | null
  key: string
  /** The former VietQR payment whose money has come: then also an order that is on its way, to be paid at the door. */
  forMoneyOf?: string
}

/** What an order is asked for after it was reopened. */
export type Reopened = {
  orderId: string
  rail: Rail
  intentId: string | null
  sessionId: string
  amountVnd: number
  expiresAt: Date
  /** Money that had come for an earlier QR pays it: nobody chose that, so it is noted who it was. */
  byLateMoney?: boolean
}

/**
 * Takes the unpaid orders out of the reach of payments, cancels and expiry, all of them in one transaction, in the
 * order of their ids. Empty when none of them waits any more.
 */
export async function beginReopening(db: Knex, { orderGroupId, orderIds, to, key, forMoneyOf }: Reopening): Promise<PaymentRow[]> {
  return db.transaction(async (tx) => {
    const rows = await tx<PaymentRow>("seller_payment").where({ order_group_id: orderGroupId }).whereNull("deleted_at").orderBy("id").forUpdate()
    const waiting = rows.filter((row) => row.state === "pending" && (!row.shipping_at || forMoneyOf !== undefined))
    const asked = orderIds === null ? waiting : waiting.filter((row) => orderIds.includes(row.order_id))
    if (orderIds !== null && asked.length < orderIds.length) return []
    const intents = new Set(asked.flatMap((row) => row.intent_id ?? []))
    const all = waiting.filter((row) => asked.includes(row) || (row.intent_id !== null && intents.has(row.intent_id)))
    const held = all.map((row) => ({ ...row, state: "reopening" as const, reopening_to: (asked.includes(row) ? to : null) ?? row.rail, reopening_key: key, reopening_for: asked.includes(row) ? (forMoneyOf ?? null) : null }))
    for (const { id, state, reopening_to, reopening_for } of held) {
      await tx("seller_payment").where({ id }).update({ state, applying_since: tx.fn.now(), reopening_to, reopening_key: key, reopening_for, updated_at: tx.fn.now() })
    }
    return held
  })
}

/** The orders a run of {@link beginReopening} took and has not put back. */
export async function rowsOfReopening(db: Knex, key: string): Promise<PaymentRow[]> {
  return db<PaymentRow>("seller_payment").where({ reopening_key: key, state: "reopening" }).whereNull("deleted_at").orderBy("id")
}

/** Puts orders back as they were: their money came first. */
export async function undoReopening(db: Knex, orderIds: string[]): Promise<void> {
  await db("seller_payment")
    .whereIn("order_id", orderIds)
    .where({ state: "reopening" })
    .update({ state: "pending", applying_since: null, reopening_to: null, reopening_key: null, reopening_for: null, updated_at: db.fn.now() })
}

/**
 * `reopening` → `pending` with their new intents and sessions; the orders come as `rowsOfReopening` gave them. All in one
 * transaction: whoever takes one of them again must find the others that share its intent, or would end that intent under
 * them. Resolves to the ids of those no other run had finished first. Throws, and changes nothing, when one of several
 * that share an intent is held no more: the intent asks for all of them, and money for it would pay none.
 */
export async function finishReopening(db: Knex, reopened: Reopened[]): Promise<Set<string>> {
  return db.transaction(async (tx) => {
    const finished = new Set<string>()
    for (const one of reopened) if (await finish(tx, one)) finished.add(one.orderId)
    const kept = new Set(reopened.filter(({ orderId }) => finished.has(orderId)).map(({ intentId }) => intentId))
    const torn = reopened.some(({ orderId, intentId }) => intentId !== null && kept.has(intentId) && !finished.has(orderId))
    if (torn) throw checkoutErrors.paymentInProgress()
    return finished
  })
}

async function finish(tx: Knex.Transaction, { orderId, rail, intentId, sessionId, amountVnd, expiresAt, byLateMoney = false }: Reopened): Promise<boolean> {
  const row = await lockPayment(tx, orderId)
  if (row?.state !== "reopening") return false
  await tx("seller_payment")
    .where({ id: row.id })
    .update({
      state: "pending",
      rail,
      intent_id: intentId,
      payment_session_id: sessionId,
      ...moneyColumns("amount_vnd", amountVnd),
      expires_at: expiresAt,
      // Asked for less at the door, the shop has still said yes.
      confirmed_at: row.rail === rail ? row.confirmed_at : null,
      applying_since: null,
      reopening_to: null,
      reopening_key: null,
      reopening_for: null,
      updated_at: tx.fn.now(),
    })
  if (rail !== row.rail) await writeAct(tx, { actor: byLateMoney ? "system" : "buyer", orderId, act: "change_rail", details: { from: row.rail, to: rail, ...(byLateMoney && { late_money: true }) }, done: true })
  return true
}
