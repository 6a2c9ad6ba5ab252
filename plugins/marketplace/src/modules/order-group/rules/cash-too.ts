import type { PaymentState } from "./decide-payment"

type ActFacts = { act: string; actor: string; details?: unknown; created_at: Date | string; amount_vnd?: unknown }
type PaymentFacts = { state: PaymentState; rail: "vietqr" | "vnpay" | "cod"; shipping_at: Date | string | null }

/** Cash taken at the door for an order that a transfer had paid: the buyer's, until the shop gives it back. `missing_at`: the shop said so, and the buyer says that it is not so. */
export type CashToo = { amount_vnd: number; taken_at: string; returned_at: string | null; missing_at: string | null }

/**
 * Whether cash may have been taken as well: the order was on its way to be paid at the door when a transfer to its
 * earlier QR paid it. `change_rail` by the system is that moment (bring-late-money).
 */
export function cashMayBeTaken({ state, rail, shipping_at: shippingAt }: PaymentFacts, acts: ActFacts[]): boolean {
  const brought = acts.filter(({ act, actor }) => act === "change_rail" && actor === "system").at(-1)
  return rail === "vietqr" && (state === "paid" || state === "refunded") && shippingAt !== null && (brought?.details as { from?: string } | null | undefined)?.from === "cod"
}

export type CashAct = "cash_held" | "cash_returned" | "cash_missing"
const isCashAct = ({ act }: { act: string }) => act === "cash_held" || act === "cash_returned" || act === "cash_missing"

/**
 * Whether a word about the cash is a new one (`write`), said already (`noted`), or about nothing (`refused`: the buyer can
 * only miss what is said to be given back). `acts` in the order in which they were written.
 */
export function nextCashAct(acts: { act: string }[], what: CashAct): "write" | "noted" | "refused" {
  const last = acts.filter(isCashAct).at(-1)?.act
  if (what === "cash_held") return last ? "noted" : "write"
  if (what === last) return "noted"
  return what === "cash_returned" || last === "cash_returned" ? "write" : "refused"
}

/** What shop and buyer wrote down about it, the last word counts; null: nothing. "Given back" without "taken" is both. */
export function cashToo(acts: ActFacts[]): CashToo | null {
  const said = acts.filter(isCashAct)
  const [first, last] = [said[0], said.at(-1)]
  if (!first || !last) return null
  const iso = (act: ActFacts) => new Date(act.created_at).toISOString()
  return { amount_vnd: Number(first.amount_vnd), taken_at: iso(first), returned_at: last.act === "cash_returned" ? iso(last) : null, missing_at: last.act === "cash_missing" ? iso(last) : null }
}
