import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { newlyCanceled, nothingLeft, type CanceledLine, type KeptLine, type OrderedLine } from "../rules/canceled-share"
import { writeAct, type ActBy } from "./acts"
import { lockPayment, moneyColumns } from "./rows"

export type ItemCancel = { orderId: string; sellerId: string; lines: OrderedLine[]; keep: KeptLine[]; by: ActBy }

export type ItemCancelDecision =
  | { actId: string; lines: CanceledLine[]; amountVnd: number; paid: boolean }
  | { nothing: true }
  | { refused: "not_found" | "in_progress" | "shipping" | "closed" | "nothing_left" | "nothing_due" }

/** What earlier acts took out of an order. */
export async function canceledLinesOf(db: Knex, orderId: string): Promise<CanceledLine[]> {
  const acts: { details: { lines: CanceledLine[] } }[] = await db("order_act").where({ order_id: orderId, act: "cancel_items" }).whereNull("deleted_at").orderBy("created_at").select("details")
  return acts.flatMap((act) => act.details.lines)
}

/** Whether lines are being taken out of an order right now, or a crash left that half done. The caller holds the payment's row. */
export async function hasOpenItemCancel(tx: Knex.Transaction, orderId: string): Promise<boolean> {
  const open = await tx("order_act").where({ order_id: orderId, act: "cancel_items" }).whereNull("done_at").whereNull("deleted_at").limit(1).select("id")
  return open.length > 0
}

/** What of each line was taken out before anything was paid, in đồng: it was never part of the sale. */
export async function neverPaidFor(db: Knex, orderId: string): Promise<Map<string, number>> {
  const acts: { details: { lines: CanceledLine[]; paid: boolean } }[] = await db("order_act").where({ order_id: orderId, act: "cancel_items" }).whereNull("deleted_at").select("details")
  const amounts = new Map<string, number>()
  for (const line of acts.filter((act) => !act.details.paid).flatMap((act) => act.details.lines)) amounts.set(line.id, (amounts.get(line.id) ?? 0) + line.amount_vnd)
  return amounts
}

/**
 * Decides under the row's lock what is newly cancelled and writes it down, still to be carried out. One at a time: a
 * second one waits until the first is done.
 */
export async function beginItemCancel(db: Knex, { orderId, sellerId, lines, keep, by }: ItemCancel): Promise<ItemCancelDecision> {
  return db.transaction(async (tx) => {
    const row = await lockPayment(tx, orderId)
    if (!row || row.seller_id !== sellerId) return { refused: "not_found" }
    if (row.state === "applying" || row.state === "reopening") return { refused: "in_progress" }
    if (row.state !== "pending" && row.state !== "paid") return { refused: "closed" }
    if (row.shipping_at) return { refused: "shipping" }
    if (await hasOpenItemCancel(tx, orderId)) return { refused: "in_progress" }
    const before = await canceledLinesOf(tx, orderId)
    const more = newlyCanceled(lines, before, keep)
    if (more.length === 0) return { nothing: true }
    if (nothingLeft(lines, [...before, ...more])) return { refused: "nothing_left" }
    const amountVnd = more.reduce((sum, line) => sum + line.amount_vnd, 0)
    const paid = row.state === "paid"
    // A gift may be all that would stay: no payment can ask for 0 đồng, and its order could be neither paid nor closed.
    if (!paid && amountVnd >= Number(row.amount_vnd)) return { refused: "nothing_due" }
    const actId = await writeAct(tx, { ...by, orderId, act: "cancel_items", amountVnd, details: { lines: more, paid }, done: false })
    return { actId, lines: more, amountVnd, paid }
  })
}

/** Takes an act back whose order was paid in the meantime. */
export async function undoItemCancel(db: Knex, actId: string): Promise<void> {
  await db("order_act").where({ id: actId }).whereNull("done_at").delete()
}

/** The act is carried out: the order comes to so much less, once. */
export async function finishItemCancel(db: Knex, actId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [act]: { order_id: string; amount_vnd: string }[] = await tx("order_act").where({ id: actId }).whereNull("done_at").forUpdate()
    if (!act) return
    const row: { canceled_vnd: string } = await tx("seller_payment").where({ order_id: act.order_id }).forUpdate().first()
    await tx("seller_payment")
      .where({ order_id: act.order_id })
      .update({ ...moneyColumns("canceled_vnd", Number(row.canceled_vnd) + Number(act.amount_vnd)), updated_at: tx.fn.now() })
    await tx("order_act").where({ id: actId }).update({ done_at: tx.fn.now(), updated_at: tx.fn.now() })
  })
}
