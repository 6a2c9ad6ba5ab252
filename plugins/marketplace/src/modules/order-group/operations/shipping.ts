import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { writeAct, type ActBy } from "./acts"
import { hasOpenItemCancel } from "./item-cancels"
import { lockPayment } from "./rows"

export type ShippingDecision = { orderGroupId: string; first: boolean } | { refused: "not_found" | "not_paid" | "in_progress" | "closed" }

/** What stands on the parcel. */
export type ParcelLabel = { carrier: string | null; tracking_number: string | null }

/**
 * The moment from which nobody cancels: set under the row's lock, once. What is paid may go, and what is paid at the
 * door; shipping such an order also says yes to it. The act keeps what the parcel is made from, should its process die.
 */
export async function beginShipping(db: Knex, orderId: string, sellerId: string, by: ActBy, label: ParcelLabel = { carrier: null, tracking_number: null }): Promise<ShippingDecision> {
  return db.transaction(async (tx) => {
    const row = await lockPayment(tx, orderId)
    if (!row || row.seller_id !== sellerId) return { refused: "not_found" }
    if (row.shipping_at && row.state !== "canceled") return { orderGroupId: row.order_group_id, first: false }
    if (row.state === "applying" || row.state === "reopening") return { refused: "in_progress" }
    const atDoor = row.rail === "cod" && row.state === "pending"
    if (row.state === "pending" && !atDoor) return { refused: "not_paid" }
    if (row.state !== "paid" && !atDoor) return { refused: "closed" }
    // Lines are just being taken out: their reservations shrink after this decision, and a parcel would consume them first.
    if (await hasOpenItemCancel(tx, orderId)) return { refused: "in_progress" }
    await tx("seller_payment")
      .where({ id: row.id })
      .update({ shipping_at: tx.fn.now(), ...(atDoor && { confirmed_at: row.confirmed_at ?? tx.fn.now() }), updated_at: tx.fn.now() })
    await writeAct(tx, { ...by, orderId, act: "ship", details: label, done: false })
    return { orderGroupId: row.order_group_id, first: true }
  })
}

/** The parcel is there and on the road. */
export async function finishShipping(db: Knex, orderId: string): Promise<void> {
  await db("order_act").where({ order_id: orderId, act: "ship" }).whereNull("done_at").update({ done_at: db.fn.now(), updated_at: db.fn.now() })
}

/** Undoes {@link beginShipping} where no parcel came of it. The shop said "sent" and is told that it has to say it again. */
export async function undoShipping(db: Knex, orderId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockPayment(tx, orderId)
    const undone = await tx("order_act").where({ order_id: orderId, act: "ship" }).delete()
    if (!row || undone === 0) return
    await tx("seller_payment").where({ id: row.id }).update({ shipping_at: null, updated_at: tx.fn.now() })
    await writeAct(tx, { actor: "system", orderId, act: "ship_undone", done: true })
  })
}
