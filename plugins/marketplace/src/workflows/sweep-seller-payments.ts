import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type { Unfinished } from "../modules/order-group/operations/repairs"
import type { CanceledLine } from "../modules/order-group/rules/canceled-share"
import { APPLYING_LEASE_MS } from "../modules/order-group/rules/decide-payment"
import type OrderGroupModuleService from "../modules/order-group/service"
import { applyIntent } from "./apply-intent"
import { resumeItemCancel } from "./cancel-order-items"
import { cancelSellerOrderWorkflow } from "./cancel-seller-order"
import { settleCash, takeBackParcel } from "./cash-on-delivery"
import { finishReopenedPayments } from "./reopen-payments"
import { resumeShipping } from "./ship-parcel"

/** The payment side cancels an intent after its deadline and a grace; an order is asked about only after that. */
const EXPIRY_GRACE_MS = 2 * 60_000
const BATCH = 100
/** A run ends before the next begins; what it did not come to is the next one's. */
const RUN_MS = 45_000

type Payment = Awaited<ReturnType<OrderGroupModuleService["listSellerPayments"]>>[number]
/** One thing to do, for the sake of these rows. */
type Task = { what: string; ids: string[]; run: () => Promise<unknown> }

/** Lines before reopenings: one they began is finished with their amounts. */
const KINDS: Unfinished[][] = [["stuck"], ["overdue"], ["half_closed"], ["item_cancel", "reopening"], ["shipping"]]

/** Each minute's run begins with another kind: where one takes all of a run's time, the others are not left out for ever. */
function kindsInTurn(now: Date): Unfinished[] {
  const turn = Math.floor(now.getTime() / 60_000) % KINDS.length
  return [...KINDS.slice(turn), ...KINDS.slice(0, turn)].flat()
}

/**
 * Finishes what was left in the middle: payments stuck halfway, orders past their time, cancelled orders whose stock was
 * not freed yet, cancelled lines, changes of rail, parcels said sent. All that may be tried, the least tried first; what can't be mended is tried
 * ever more rarely and keeps nothing else waiting. Returns how many rows it looked at.
 */
export async function sweepSellerPayments(container: MedusaContainer, now = new Date()): Promise<number> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const end = Date.now() + RUN_MS
  let count = 0
  for (const kind of kindsInTurn(now)) {
    const before = new Date(now.getTime() - (kind === "overdue" ? EXPIRY_GRACE_MS : APPLYING_LEASE_MS))
    while (Date.now() < end) {
      const ids = await groups.takeUnfinished({ kind, before, limit: BATCH, now })
      if (ids.length === 0) break
      count += ids.length
      const tasks = await tasksOf(container, kind, ids)
      // Where there is nothing to do for a row yet, that is looked up ever more rarely, too.
      const withTask = new Set(tasks.flatMap((task) => task.ids))
      const idle = ids.filter((id) => !withTask.has(id))
      if (idle.length > 0) await groups.beginRepair({ kind, ids: idle, now })
      for (const task of tasks) {
        // One may wait a minute for a busy place. What is not begun was not tried, and is due in the next run.
        if (Date.now() >= end) break
        await groups.beginRepair({ kind, ids: task.ids, now })
        await carryOut(container, kind, task)
      }
    }
  }
  await groups.forgetRepairs(now)
  return count
}

async function carryOut(container: MedusaContainer, kind: Unfinished, { what, ids, run }: Task): Promise<void> {
  try {
    await run()
  } catch (error) {
    const problem = error instanceof Error ? error.message : JSON.stringify(error)
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`Sweep of ${what} will be tried again: ${problem}`)
    await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).noteRepairProblem(kind, ids, problem)
  }
}

async function tasksOf(container: MedusaContainer, kind: Unfinished, ids: string[]): Promise<Task[]> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  if (kind === "item_cancel") return itemCancels(container, await groups.listOrderActs({ id: ids }, { take: BATCH, order: { created_at: "ASC" } }))
  if (kind === "shipping") return shipments(container, await groups.listOrderActs({ id: ids }, { take: BATCH, order: { created_at: "ASC" } }))
  const payments = await groups.listSellerPayments({ id: ids }, { take: BATCH, order: { id: "ASC" } })
  switch (kind) {
    case "stuck":
      return [...ofIntents(container, payments), ...withoutIntent(payments).map((payment) => task(`cash of order ${payment.order_id}`, payment, () => settleCash(container, payment.order_id)))]
    case "overdue":
      return [
        ...ofIntents(container, payments),
        ...withoutIntent(payments).filter(({ shipping_at }) => !shipping_at).map((payment) => task(`unconfirmed order ${payment.order_id}`, payment, () => close(container, payment, "expired", { intentId: null }))),
      ]
    case "half_closed":
      return payments.map((payment) => task(`half closed order ${payment.order_id}`, payment, () => (payment.shipping_at ? takeBackParcel(container, payment.order_id) : close(container, payment, "canceled"))))
    case "reopening":
      return byKey(payments, ({ reopening_key }) => reopening_key).map(([key, ids]) => ({ what: `reopening ${key}`, ids, run: () => finishReopenedPayments(container, key) }))
  }
}

const shipments = (container: MedusaContainer, acts: Awaited<ReturnType<OrderGroupModuleService["listOrderActs"]>>): Task[] =>
  acts.map((act) => ({ what: `parcel of order ${act.order_id}`, ids: [act.id], run: () => resumeShipping(container, act) }))

function itemCancels(container: MedusaContainer, acts: Awaited<ReturnType<OrderGroupModuleService["listOrderActs"]>>): Task[] {
  return acts.map((act) => {
    const by = { actor: act.actor, actorId: act.actor_id, reason: act.reason, note: act.note }
    const resume = () => {
      const { lines, paid } = act.details as { lines: CanceledLine[]; paid: boolean }
      return resumeItemCancel(container, { id: act.id, orderId: act.order_id, lines, amountVnd: Number(act.amount_vnd), paid, by })
    }
    return { what: `cancelled lines ${act.id}`, ids: [act.id], run: resume }
  })
}

const ofIntents = (container: MedusaContainer, payments: Payment[]): Task[] =>
  byKey(payments, ({ intent_id }) => intent_id).map(([id, ids]) => ({ what: `payment intent ${id}`, ids, run: () => applyIntent(container, id, `sweep:${id}`) }))
const withoutIntent = (payments: Payment[]): Payment[] => payments.filter(({ intent_id }) => !intent_id)
const task = (what: string, { id }: Payment, run: Task["run"]): Task => ({ what, ids: [id], run })

/** Several rows can be mended by one act. */
function byKey(payments: Payment[], keyOf: (payment: Payment) => string | null): [string, string[]][] {
  const found = new Map<string, string[]>()
  for (const payment of payments) {
    const key = keyOf(payment)
    if (key !== null) found.set(key, [...(found.get(key) ?? []), payment.id])
  }
  return [...found]
}

function close(container: MedusaContainer, payment: Payment, to: "expired" | "canceled", lapsed?: { intentId: null }): Promise<unknown> {
  return cancelSellerOrderWorkflow(container).run({ input: { order_id: payment.order_id, to, by: { actor: "system" }, paid_too: payment.state === "refunded", lapsed } })
}
