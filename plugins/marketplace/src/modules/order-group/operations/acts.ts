import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { moneyColumns } from "./rows"

export type Actor = "buyer" | "seller" | "operator" | "system"
export type Act = "cancel" | "cancel_items" | "change_rail" | "confirm" | "ship" | "ship_undone" | "collect_cash" | "refused_at_door" | "receive" | "cash_held" | "cash_returned" | "cash_missing"

/** Who does something to an order, and why. */
export type ActBy = { actor: Actor; actorId?: string | null; reason?: string | null; note?: string | null }

export type NewAct = ActBy & { orderId: string; act: Act; amountVnd?: number; details?: Record<string, unknown>; done: boolean }

/** The acts of which somebody else is told. The line itself says that it is still to be done, so no crash loses the message. */
const TOLD: readonly Act[] = ["cancel", "cancel_items", "ship_undone", "refused_at_door", "receive", "cash_held", "cash_returned", "cash_missing"]

/** Writes the line of an act in the transaction that decides it. Returns its id. */
export async function writeAct(tx: Knex.Transaction, input: NewAct): Promise<string> {
  const id = generateEntityId(undefined, "ordact")
  await tx("order_act").insert({
    id,
    order_id: input.orderId,
    act: input.act,
    actor: input.actor,
    actor_id: input.actorId ?? null,
    reason: input.reason ?? null,
    note: input.note ?? null,
    ...moneyColumns("amount_vnd", input.amountVnd ?? 0),
    details: input.details ? JSON.stringify(input.details) : null,
    done_at: input.done ? tx.fn.now() : null,
    tell_at: TOLD.includes(input.act) ? tx.fn.now() : null,
    // The database's clock at this statement: the transaction began before it had the order's lock, and ids go by the
    // clock of whichever server wrote them.
    created_at: tx.raw("clock_timestamp()"),
  })
  return id
}
