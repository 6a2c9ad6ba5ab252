import type { PaymentState } from "./decide-payment"

type ActFacts = { act: string; actor: string; details?: unknown; created_at: Date | string; amount_vnd?: unknown }
type PaymentFacts = { state: PaymentState; rail: "vietqr" | "vnpay" | "cod"; shipping_at: Date | string | null }

/** Cash taken at the door for an order that a transfer had paid: the buyer's, until the shop gives it back. */
export type CashToo = { amount_vnd: number; taken_at: string; returned_at: string | null }

/**
 * Whether cash may have been taken as well: the order was on its way to be paid at the door when a transfer to its
 * earlier QR paid it. `change_rail` by the system is that moment (bring-late-money).
 */
export function cashMayBeTaken({ state, rail, shipping_at: shippingAt }: PaymentFacts, acts: ActFacts[]): boolean {
  const brought = acts.filter(({ act, actor }) => act === "change_rail" && actor === "system").at(-1)
  return rail === "vietqr" && (state === "paid" || state === "refunded") && shippingAt !== null && (brought?.details as { from?: string } | null | undefined)?.from === "cod"
}

/** What the shop wrote down about it; null: nothing. "Given back" without "taken" is both. */
export function cashToo(acts: ActFacts[]): CashToo | null {
  const held = acts.find(({ act }) => act === "cash_held")
  const returned = acts.find(({ act }) => act === "cash_returned")
  const first = held ?? returned
  if (!first) return null
  const iso = (act: ActFacts) => new Date(act.created_at).toISOString()
  return { amount_vnd: Number(first.amount_vnd), taken_at: iso(first), returned_at: returned ? iso(returned) : null }
}
