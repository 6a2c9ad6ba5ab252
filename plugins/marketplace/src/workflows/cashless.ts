import type { MedusaContainer } from "@medusajs/framework/types"

export type Rail = "vietqr" | "vnpay"

export type PaymentIntent = {
  id: string
  amount_vnd: number
  amount_received_vnd: number
  status: "requires_payment_method" | "requires_action" | "processing" | "succeeded" | "canceled"
  rail: Rail
  expires_at: string
  metadata: Record<string, string>
  vietqr?: {
    payload: string
    bin: string
    bank_name: string
    account_number: string
    account_name: string
    memo: string
    amount_vnd: number
  } | null
}

/** What the checkout needs of @cho-phien/cashless-payment. */
export type CashlessPayment = {
  createIntent(input: {
    amountVnd: number
    rail: Rail
    payee?: { bin: string; accountNumber: string; accountName: string; bankName: string }
    description: string
    metadata: Record<string, string>
    expiresAt: Date
    idempotencyKey: string
  }): Promise<PaymentIntent>
  retrieveIntent(id: string): Promise<PaymentIntent>
  cancelIntent(id: string, reason: string): Promise<PaymentIntent>
  startVnpayAttempt(intentId: string, input: { returnUrl: string; ipAddress: string; locale: "vn" | "en"; bankCode?: string }): Promise<{ redirectUrl: string; txnRef: string }>
  acknowledgeEvent(eventId: string): Promise<unknown>
}

export function cashlessPayment(container: MedusaContainer): CashlessPayment {
  return container.resolve<CashlessPayment>("cashlessPayment")
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
