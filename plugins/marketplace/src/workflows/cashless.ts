import { CASHLESS_PAYMENT_MODULE, type CashlessPaymentModuleService, type PaymentIntent } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Rail } from "../modules/order-group/operations/rows"

export type { PaymentIntent, Rail }

export function cashlessPayment(container: MedusaContainer): CashlessPaymentModuleService {
  return container.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
}

/** Whether the gateway may have the money of an intent and has not said yes or no: nothing else can pay or end it then. */
export async function isBeingChecked(container: MedusaContainer, intentId: string): Promise<boolean> {
  return (await cashlessPayment(container).retrieveIntent(intentId)).status === "processing"
}

/** The Medusa payment providers: two of cashless-payment, and ours for cash. */
export const PAYMENT_PROVIDER: Record<Rail, string> = { vietqr: "pp_vietqr_cashless", vnpay: "pp_vnpay_cashless", cod: "pp_cod_marketplace" }

/**
 * How long a buyer has to pay, and the stock is held as long. Whoever sends the link to somebody else is paid an hour
 * later, from another phone; VNPay's own page allows 15 minutes for one attempt, and a new one begins at any time within
 * the window. With cash on delivery it is how long the seller has to say yes.
 */
const PAYMENT_WINDOW: Record<Rail, { setting: string; minutes: number }> = {
  vnpay: { setting: "PAYMENT_WINDOW_VNPAY_MINUTES", minutes: 90 },
  vietqr: { setting: "PAYMENT_WINDOW_VIETQR_MINUTES", minutes: 120 },
  cod: { setting: "PAYMENT_WINDOW_COD_MINUTES", minutes: 3 * 24 * 60 },
}

export function paymentWindowMinutes(rail: Rail, env: Record<string, string | undefined> = process.env): number {
  const { setting, minutes } = PAYMENT_WINDOW[rail]
  const set = env[setting]
  if (set === undefined || set === "") return minutes
  const value = Number(set)
  if (!Number.isInteger(value) || value < 5 || value > 30 * 24 * 60) throw new Error(`${setting} must be whole minutes between 5 and 43200, not "${set}"`)
  return value
}

export const paymentWindowMs = (rail: Rail): number => paymentWindowMinutes(rail) * 60_000

export function paymentDeadline(rail: Rail, now = new Date()): Date {
  return new Date(now.getTime() + paymentWindowMs(rail))
}

/** The most one payment can be: a NAPAS 247 transfer is below 500 million đồng, vnp_Amount has 12 digits of hundredths. */
export const MAX_PAYMENT_VND: Record<Rail, number> = { vietqr: 499_999_999, vnpay: 9_999_999_999, cod: 499_999_999 }
