import type { PaymentError, PaymentErrorReason } from "../modules/cashless-payment/errors"
import { StripeApiError } from "./stripe-error"

type Translation = { status: number; code?: string; param?: string }

/** What Stripe would call an error of ours. What is not named here is a refusal without a code. */
const TRANSLATIONS: Partial<Record<PaymentErrorReason, Translation>> = {
  invalid_amount: { status: 400, code: "amount_too_large", param: "amount" },
  intent_not_found: { status: 404, code: "resource_missing", param: "intent" },
  intent_not_payable: { status: 400, code: "payment_intent_unexpected_state" },
  intent_not_cancelable: { status: 400, code: "payment_intent_unexpected_state" },
  return_url_refused: { status: 400, code: "url_invalid", param: "return_url" },
  vnpay_not_configured: { status: 400, code: "payment_method_not_available", param: "payment_method_data[type]" },
  vnpay_qr_not_offered: { status: 400, code: "payment_method_not_available", param: "payment_method_options[vnpay][display]" },
  vnpay_qr_failed: { status: 400, code: "payment_method_provider_timeout", param: "payment_method_options[vnpay][display]" },
  refund_too_large: { status: 400, code: "charge_already_refunded", param: "amount" },
}

export function toStripeError(error: PaymentError): StripeApiError {
  const { status, ...fields } = TRANSLATIONS[error.reason] ?? { status: 400 }
  return new StripeApiError(status, { message: error.messages.en, ...fields })
}
