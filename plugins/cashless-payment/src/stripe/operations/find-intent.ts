import { lockIntent } from "../../modules/cashless-payment/operations/change-intent"
import { toIntentView, type PaymentIntentView } from "../../modules/cashless-payment/operations/payment-intent-view"
import { textOrNull, type Row, type Sql } from "../../modules/cashless-payment/operations/sql"
import type { PaymentSettings } from "../../modules/cashless-payment/settings"
import { toStripePaymentIntent, type StripePaymentIntent } from "../payment-intent"
import { belongsToOrder, noSuch } from "../stripe-error"

/** An intent's row beside what it means. */
export type FoundIntent = { row: Row; view: PaymentIntentView }

export function found(row: Row): FoundIntent {
  return { row, view: toIntentView(row) }
}

export async function findIntent(sql: Sql, id: string): Promise<FoundIntent | null> {
  const [row] = await sql("select * from payment_intent where id = ? and deleted_at is null", [id])
  return row ? found(row) : null
}

/** Throws 404 as Stripe does. */
export async function requireIntent(sql: Sql, id: string, param = "intent"): Promise<FoundIntent> {
  const intent = await findIntent(sql, id)
  if (!intent) throw noSuch("payment_intent", id, param)
  return intent
}

/** Locked to be changed by a caller of /v1, who may change only what was made through /v1. */
export async function lockOwnIntent(sql: Sql, id: string, param = "intent"): Promise<FoundIntent> {
  const intent = await requireIntent(sql, id, param)
  if (intent.view.origin !== "api") throw belongsToOrder(id)
  return found(await lockIntent(sql, id))
}

/** The intent as a caller with a secret key sees it. An order's client secret is nobody's business here. */
export function presentIntent({ settings }: { settings: PaymentSettings }, { row, view }: FoundIntent): StripePaymentIntent {
  return toStripePaymentIntent(view, settings, view.origin === "api" ? textOrNull(row, "client_secret") : null)
}
