import { PaymentError } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type { Reopened } from "../modules/order-group/operations/reopening"
import type { PaymentRow, Rail } from "../modules/order-group/operations/rows"
import { SHORTEST_TIME_MS } from "../modules/order-group/rules/payment-deadline"
import type OrderGroupModuleService from "../modules/order-group/service"
import { deadlinesOfChange } from "../queries/deadlines-of-change"
import { cashlessPayment, type PaymentIntent } from "./cashless"
import { cancelSession, openSession, updateCollection } from "./payment-session"
import { createLatePaidIntent, createVietqrIntent, displayIds } from "./vietqr-of-order"

export type PaymentsToReopen = { orderGroupId: string; orderIds: string[] | null; to: Rail | null; /** As in `Reopening`. */ forMoneyOf?: string }
/** What each order is asked for from now on, where that changes. */
export type NewAmounts = Map<string, number>

/**
 * The first half of asking anew: takes unpaid orders out of everybody's reach and ends the intents that asked for
 * them. An intent that holds money can't be ended: its orders go back to where they were, and are not in `held`.
 */
export async function holdPayments(container: MedusaContainer, input: PaymentsToReopen): Promise<{ key: string; held: PaymentRow[]; moneyCameFirst: boolean }> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const key = generateEntityId(undefined, "reopen")
  const rows = await groups.beginReopening({ ...input, key })
  const held = await endIntents(container, rows)
  return { key, held, moneyCameFirst: held.length < rows.length }
}

/**
 * The second half: new intents, sessions and deadlines for the orders a run holds. Everything is keyed by the run, so
 * the sweep may repeat it after a crash.
 */
export async function finishReopenedPayments(container: MedusaContainer, key: string, amounts: NewAmounts = new Map()): Promise<void> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const rows = await endIntents(container, await groups.rowsOfReopening(key))
  const [first] = rows
  if (!first) return
  const brought = await bringMoney(container, rows, key)
  // Late money pays what was asked for when the order was held; an act that takes lines out finds it paid then, and is taken back.
  const amountOf = (row: PaymentRow) => (brought.has(row.order_id) ? undefined : amounts.get(row.order_id)) ?? Number(row.amount_vnd)
  const railOf = (row: PaymentRow): Rail => (row.reopening_for === null ? (row.reopening_to ?? row.rail) : brought.has(row.order_id) ? "vietqr" : row.rail)
  const shared = rows.filter((row) => railOf(row) === "vnpay")
  const deadlines = await deadlinesOfChange(container, rows, railOf)
  // Who asked for nothing (another order of the group was closed), or waited for us after a crash, still has time to pay.
  const soonest = Date.now() + SHORTEST_TIME_MS
  const expiresAt = (row: PaymentRow) => new Date(Math.max(deadlines.get(row.order_id)!.getTime(), soonest))
  const sharedVnd = shared.reduce((sum, row) => sum + amountOf(row), 0)
  const vnpay =
    shared.length === 0
      ? null
      : await cashlessPayment(container).createIntent({
          amountVnd: sharedVnd,
          rail: "vnpay",
          description: `Cho Phien ${await displayIds(container, shared)}`,
          metadata: { order_group_id: first.order_group_id },
          expiresAt: new Date(Math.max(...shared.map((row) => expiresAt(row).getTime()))),
          // By its sum, too: one of the orders may have been closed since a run that died asked for all of them.
          idempotencyKey: `${key}:${sharedVnd}`,
        })
  const reopened: Reopened[] = []
  for (const row of rows) {
    const rail = railOf(row)
    const paid = brought.get(row.order_id)
    const intent = paid ?? (rail === "vnpay" ? vnpay : rail === "vietqr" ? await createVietqrIntent(container, row, { amountVnd: amountOf(row), expiresAt: expiresAt(row), key }) : null)
    await updateCollection(container, { collectionId: row.payment_collection_id, amountVnd: amountOf(row) })
    const session = await openSession(container, { rail, collectionId: row.payment_collection_id, orderId: row.order_id, amountVnd: amountOf(row), intentId: intent?.id ?? null })
    reopened.push({ orderId: row.order_id, rail, intentId: intent?.id ?? null, sessionId: session, amountVnd: amountOf(row), expiresAt: intent ? new Date(intent.expires_at) : expiresAt(row), byLateMoney: paid !== undefined })
  }
  const finished = await groups.finishReopening(reopened)
  for (const [index, { orderId, sessionId }] of reopened.entries()) await cancelSession(container, finished.has(orderId) ? rows[index]!.payment_session_id : sessionId)
}

/** The paid intents of the orders that late money pays. One whose money a person has decided about meanwhile stays on its rail. */
async function bringMoney(container: MedusaContainer, rows: PaymentRow[], key: string): Promise<Map<string, PaymentIntent>> {
  const brought = new Map<string, PaymentIntent>()
  for (const row of rows) {
    if (row.reopening_for === null) continue
    const intent = await createLatePaidIntent(container, row, { key, formerId: row.reopening_for })
    if (intent) brought.set(row.order_id, intent)
  }
  return brought
}

/** Ends the intents of held rows. Rows whose intent holds money already are put back. Returns the others. */
async function endIntents(container: MedusaContainer, rows: PaymentRow[]): Promise<PaymentRow[]> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const lost = new Set<string>()
  for (const intentId of new Set(rows.flatMap((row) => row.intent_id ?? []))) {
    try {
      await cashlessPayment(container).cancelIntent(intentId, "replaced")
    } catch (error) {
      if (!(error instanceof PaymentError) || error.reason !== "intent_not_cancelable") throw error
      lost.add(intentId)
    }
  }
  const back = rows.filter((row) => row.intent_id !== null && lost.has(row.intent_id))
  if (back.length > 0) await groups.undoReopening(back.map((row) => row.order_id))
  return rows.filter((row) => !back.includes(row))
}
