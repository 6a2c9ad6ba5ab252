import { CASHLESS_PAYMENT_MODULE } from "./modules/cashless-payment"

export { CASHLESS_PAYMENT_MODULE }
export type { CashlessPaymentModuleService } from "./modules/cashless-payment/service"
export type { CreateIntentInput, Payee } from "./modules/cashless-payment/operations/create-intent"
export type { PaymentIntentView as PaymentIntent, Rail, VietqrInstructions } from "./modules/cashless-payment/operations/payment-intent-view"
export type { VnpayAttempt, VnpayAttemptInput } from "./modules/cashless-payment/operations/start-vnpay-attempt"
export type { VnpayReturn } from "./modules/cashless-payment/operations/read-vnpay-return"
export type { IntentStatus } from "./modules/cashless-payment/rules/intent-state"
export { OUTBOX_EVENT_TYPES } from "./modules/cashless-payment/operations/change-intent"
export { PaymentError } from "./modules/cashless-payment/errors"
export { decodeVietqr, encodeVietqr } from "./modules/cashless-payment/rules/vietqr"
export { findMemoCodes } from "./modules/cashless-payment/rules/memo-code"
