import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PaymentState } from "../rules/decide-payment"

export type Rail = "vietqr" | "vnpay" | "cod"

/** A seller payment as the database holds it, as far as decisions need it. */
export type PaymentRow = {
  id: string
  order_id: string
  seller_id: string
  order_group_id: string
  intent_id: string | null
  payment_session_id: string
  payment_collection_id: string
  rail: Rail
  amount_vnd: string
  state: PaymentState
  applying_since: Date | null
  reopening_to: Rail | null
  reopening_key: string | null
  reopening_for: string | null
  confirmed_at: Date | null
  shipping_at: Date | null
  closed_at: Date | null
  created_at: Date
}

/** The row of an order, locked until the transaction ends. */
export async function lockPayment(tx: Knex.Transaction, orderId: string): Promise<PaymentRow | undefined> {
  return tx<PaymentRow>("seller_payment").where({ order_id: orderId }).whereNull("deleted_at").forUpdate().first()
}

/** Medusa keeps a big number twice: numeric for arithmetic, raw_… as JSON for exactness. */
export function moneyColumns(name: string, vnd: number): Record<string, unknown> {
  return { [name]: vnd, [`raw_${name}`]: JSON.stringify({ value: String(vnd), precision: 20 }) }
}
