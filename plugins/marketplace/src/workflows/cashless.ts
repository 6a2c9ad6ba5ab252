import { CASHLESS_PAYMENT_MODULE, type CashlessPaymentModuleService, type PaymentIntent, type Rail } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"

export type { PaymentIntent, Rail }

export function cashlessPayment(container: MedusaContainer): CashlessPaymentModuleService {
  return container.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
}

/** The Medusa payment providers that cashless-payment registers. */
export const PAYMENT_PROVIDER: Record<Rail, string> = { vietqr: "pp_vietqr_cashless", vnpay: "pp_vnpay_cashless" }

/**
 * How long a buyer has to pay; the stock is held as long. VNPay's page itself allows 15 minutes.
 * A bank transfer is made by hand in another app.
 */
export const PAYMENT_WINDOW_MINUTES: Record<Rail, number> = { vietqr: 30, vnpay: 15 }

/** The most one payment can be: a NAPAS 247 transfer is below 500 million đồng, vnp_Amount has 12 digits of hundredths. */
export const MAX_PAYMENT_VND: Record<Rail, number> = { vietqr: 499_999_999, vnpay: 9_999_999_999 }
