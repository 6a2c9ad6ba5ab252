import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type { CanceledLine } from "../modules/order-group/rules/canceled-share"
import { APPLYING_LEASE_MS } from "../modules/order-group/rules/decide-payment"
import type OrderGroupModuleService from "../modules/order-group/service"
import { applyIntent } from "../workflows/apply-intent"
import { resumeItemCancel } from "../workflows/cancel-order-items"
import { cancelSellerOrderWorkflow } from "../workflows/cancel-seller-order"
import { settleCash, takeBackParcel } from "../workflows/cash-on-delivery"
import { finishReopenedPayments } from "../workflows/reopen-payments"

/** The payment side cancels an intent after its deadline and a grace; an order is asked about only after that. */
const EXPIRY_GRACE_MS = 2 * 60_000
const BATCH = 100

type Payment = Awaited<ReturnType<OrderGroupModuleService["listSellerPayments"]>>[number]
type Task = { what: string; run: () => Promise<unknown> }

/**
 * The second way to every end, for when a notice or a process was lost: payments stuck halfway, orders past their
 * time, cancelled orders whose stock was not freed yet, changes of rail and cancelled lines left in the middle.
 */
export default async function sweepSellerPayments(container: MedusaContainer): Promise<void> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const now = Date.now()
  const leaseOver = { $lt: new Date(now - APPLYING_LEASE_MS) }
  const stuck = await groups.listSellerPayments({ state: "applying", applying_since: leaseOver }, { take: BATCH })
  const overdue = await groups.listSellerPayments({ state: "pending", expires_at: { $lt: new Date(now - EXPIRY_GRACE_MS) }, confirmed_at: null }, { take: BATCH, order: { expires_at: "ASC" } })
  const halfClosed = await groups.listSellerPayments({ state: ["expired", "canceled", "refunded"], closed_at: null, updated_at: leaseOver }, { take: BATCH })
  const reopening = await groups.listSellerPayments({ state: "reopening", applying_since: leaseOver }, { take: BATCH })
  const tasks: Task[] = [
    ...distinct([...stuck, ...overdue].flatMap((payment) => payment.intent_id ?? [])).map((id) => ({ what: `payment intent ${id}`, run: () => applyIntent(container, id, `sweep:${id}`) })),
    ...stuck.filter((payment) => !payment.intent_id).map((payment) => ({ what: `cash of order ${payment.order_id}`, run: () => settleCash(container, payment.order_id) })),
    ...overdue.filter((payment) => !payment.intent_id && !payment.shipping_at).map((payment) => ({ what: `unconfirmed order ${payment.order_id}`, run: () => close(container, payment, "expired", { intentId: null }) })),
    ...halfClosed.map((payment) => ({ what: `half closed order ${payment.order_id}`, run: () => (payment.shipping_at ? takeBackParcel(container, payment.order_id) : close(container, payment, "canceled")) })),
    // Before the reopenings: they know the amounts of theirs.
    ...(await openItemCancels(container, leaseOver)),
    ...distinct(reopening.flatMap((payment) => payment.reopening_key ?? [])).map((key) => ({ what: `reopening ${key}`, run: () => finishReopenedPayments(container, key) })),
  ]
  for (const { what, run } of tasks) {
    try {
      await run()
    } catch (error) {
      logger.warn(`Sweep of ${what} will be tried again: ${error instanceof Error ? error.message : JSON.stringify(error)}`)
    }
  }
}

async function openItemCancels(container: MedusaContainer, createdBefore: { $lt: Date }): Promise<Task[]> {
  const acts = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listOrderActs({ act: "cancel_items", done_at: null, created_at: createdBefore }, { take: BATCH })
  return acts.map((act) => {
    const { lines, paid } = act.details as { lines: CanceledLine[]; paid: boolean }
    const by = { actor: act.actor, actorId: act.actor_id, reason: act.reason, note: act.note }
    return { what: `cancelled lines ${act.id}`, run: () => resumeItemCancel(container, { id: act.id, orderId: act.order_id, lines, amountVnd: Number(act.amount_vnd), paid, by }) }
  })
}

function close(container: MedusaContainer, payment: Payment, to: "expired" | "canceled", lapsed?: { intentId: null }): Promise<unknown> {
  return cancelSellerOrderWorkflow(container).run({ input: { order_id: payment.order_id, to, by: { actor: "system" }, paid_too: payment.state === "refunded", lapsed } })
}

function distinct(ids: string[]): string[] {
  return [...new Set(ids)]
}

export const config = { name: "sweep-seller-payments", schedule: "* * * * *" }
