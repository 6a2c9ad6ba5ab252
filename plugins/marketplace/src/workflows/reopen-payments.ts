import { PaymentError } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateEntityId, Modules } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type { PaymentRow, Rail } from "../modules/order-group/operations/rows"
import type OrderGroupModuleService from "../modules/order-group/service"
import type { CartSeller } from "../queries/checkout-cart"
import { cancelSession, openSession, updateCollection } from "./payment-session"
import { cashlessPayment, paymentDeadline } from "./cashless"

export type PaymentsToReopen = { orderGroupId: string; orderIds: string[] | null; to: Rail | null }
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
  const amountOf = (row: PaymentRow) => amounts.get(row.order_id) ?? Number(row.amount_vnd)
  const shared = rows.filter((row) => row.reopening_to === "vnpay")
  const expiresAt = (rail: Rail) => paymentDeadline(rail)
  const vnpay =
    shared.length === 0
      ? null
      : await cashlessPayment(container).createIntent({
          amountVnd: shared.reduce((sum, row) => sum + amountOf(row), 0),
          rail: "vnpay",
          description: `Cho Phien ${await displayIds(container, shared)}`,
          metadata: { order_group_id: first.order_group_id },
          expiresAt: expiresAt("vnpay"),
          idempotencyKey: key,
        })
  for (const row of rows) {
    const rail = row.reopening_to ?? row.rail
    const intent = rail === "vnpay" ? vnpay : rail === "vietqr" ? await createVietqrIntent(container, row, amountOf(row), expiresAt("vietqr"), key) : null
    await updateCollection(container, { collectionId: row.payment_collection_id, amountVnd: amountOf(row) })
    const session = await openSession(container, { rail, collectionId: row.payment_collection_id, orderId: row.order_id, amountVnd: amountOf(row), intentId: intent?.id ?? null })
    const first = await groups.finishReopening({ orderId: row.order_id, rail, intentId: intent?.id ?? null, sessionId: session, amountVnd: amountOf(row), expiresAt: intent ? new Date(intent.expires_at) : expiresAt(rail) })
    await cancelSession(container, first ? row.payment_session_id : session)
  }
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

async function createVietqrIntent(container: MedusaContainer, row: PaymentRow, amountVnd: number, expiresAt: Date, key: string) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "seller", fields: ["bank_bin", "bank_name", "bank_account_number", "bank_account_name"], filters: { id: row.seller_id } })
  const seller = data[0] as unknown as Pick<CartSeller, "bank_bin" | "bank_name" | "bank_account_number" | "bank_account_name">
  return cashlessPayment(container).createIntent({
    amountVnd,
    rail: "vietqr",
    payee: { bin: seller.bank_bin!, accountNumber: seller.bank_account_number!, accountName: seller.bank_account_name!, bankName: seller.bank_name! },
    description: `Cho Phien ${await displayIds(container, [row])}`,
    metadata: { order_group_id: row.order_group_id, order_id: row.order_id, seller_id: row.seller_id },
    expiresAt,
    idempotencyKey: `${key}:${row.order_id}`,
    // Somebody may just have scanned the code before: that money counts here.
    replaces: row.rail === "vietqr" ? (row.intent_id ?? undefined) : undefined,
  })
}

async function displayIds(container: MedusaContainer, rows: PaymentRow[]): Promise<string> {
  const orders = await container.resolve(Modules.ORDER).listOrders({ id: rows.map((row) => row.order_id) }, { select: ["id", "display_id"] })
  return orders.map((order) => `don ${order.display_id}`).join(" ")
}
