import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { writeAct, type ActBy } from "./acts"
import { lockPayment } from "./rows"

/** `left`: all its parcels are on the road. */
export type Receiving = { orderGroupId: string; orderId: string; left: boolean; by: ActBy }

/** `actId` is the line of the act, the first one if it was said before; `done` when nothing of it is left to be carried out. */
export type ReceivingDecision = { actId: string; done: boolean } | { refused: "not_found" | "not_shipped" | "cash_at_door" | "in_progress" | "closed" }

/**
 * The buyer says that the parcel came. Only what was paid and has left can have come: under the row's lock, so that of
 * this and a cancel one wins. Cash is taken at the door, and that says it already.
 */
export async function beginReceiving(db: Knex, { orderGroupId, orderId, left, by }: Receiving): Promise<ReceivingDecision> {
  return db.transaction(async (tx) => {
    const row = await lockPayment(tx, orderId)
    if (!row || row.order_group_id !== orderGroupId) return { refused: "not_found" }
    if (row.state === "applying" || row.state === "reopening") return { refused: "in_progress" }
    if (row.state === "expired" || row.state === "canceled" || row.state === "refunded") return { refused: "closed" }
    if (!row.shipping_at || !left) return { refused: "not_shipped" }
    if (row.state !== "paid") return { refused: "cash_at_door" }
    const said: { id: string; done_at: Date | null } | undefined = await tx("order_act").where({ order_id: orderId, act: "receive" }).whereNull("deleted_at").first("id", "done_at")
    if (said) return { actId: said.id, done: said.done_at !== null }
    return { actId: await writeAct(tx, { ...by, orderId, act: "receive", done: false }), done: false }
  })
}

/** The parcel stands as delivered. False when another run was first. Open pages look again. */
export async function finishReceiving(db: Knex, actId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [act]: { order_id: string }[] = await tx("order_act").where({ id: actId }).whereNull("done_at").update({ done_at: tx.fn.now(), updated_at: tx.fn.now() }).returning("order_id")
    if (!act) return false
    await tx("seller_payment").where({ order_id: act.order_id }).update({ updated_at: tx.fn.now() })
    return true
  })
}
