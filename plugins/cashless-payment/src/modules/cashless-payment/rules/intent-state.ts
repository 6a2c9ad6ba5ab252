/** Stripe's names for the states of a payment intent, less those that only cards need. */
export const INTENT_STATUSES = ["requires_payment_method", "requires_confirmation", "requires_action", "processing", "succeeded", "canceled"] as const
export type IntentStatus = (typeof INTENT_STATUSES)[number]

export const INTENT_EVENTS = [
  "method_attached",
  "confirmed",
  "attempt_started",
  "attempt_failed",
  "attempt_suspected",
  "attempt_pending",
  "money_partial",
  "money_full",
  "cancel_requested",
  "expired",
  "suspicion_given_up",
] as const
export type IntentEvent = (typeof INTENT_EVENTS)[number]

type Row = Partial<Record<IntentEvent, IntentStatus>>

/**
 * The whole life of an intent; what is not in the table is ignored.
 *
 * - Money is a fact: `money_full` wins from every open state, so a failure notice overtaken by the success of the
 *   same or another attempt ends paid.
 * - succeeded and canceled are final. Money for a canceled intent does not reopen it (its stock is gone); it goes
 *   to the unmatched desk instead.
 * - A method can be chosen, and chosen again, until something can be paid; `confirmed` is the moment a QR can be
 *   paid (an attempt is VNPay's). In-process intents over VietQR start there.
 * - processing (gateway holds the money but suspects it) can neither be canceled nor expire by itself. Only when nobody
 *   has decided for too long is it given up (rules/suspicion.ts); if VNPay then says paid, the money goes back.
 */
const TRANSITIONS: Record<IntentStatus, Row> = {
  requires_payment_method: {
    method_attached: "requires_confirmation",
    confirmed: "requires_action",
    attempt_started: "requires_action",
    attempt_failed: "requires_payment_method",
    attempt_suspected: "processing",
    attempt_pending: "processing",
    money_partial: "requires_action",
    money_full: "succeeded",
    cancel_requested: "canceled",
    expired: "canceled",
  },
  requires_confirmation: {
    method_attached: "requires_confirmation",
    confirmed: "requires_action",
    attempt_started: "requires_action",
    attempt_failed: "requires_payment_method",
    attempt_suspected: "processing",
    attempt_pending: "processing",
    money_partial: "requires_action",
    money_full: "succeeded",
    cancel_requested: "canceled",
    expired: "canceled",
  },
  requires_action: {
    confirmed: "requires_action",
    attempt_started: "requires_action",
    attempt_failed: "requires_payment_method",
    attempt_suspected: "processing",
    attempt_pending: "processing",
    money_partial: "requires_action",
    money_full: "succeeded",
    cancel_requested: "canceled",
    expired: "canceled",
  },
  processing: {
    attempt_failed: "requires_payment_method",
    money_partial: "processing",
    money_full: "succeeded",
    suspicion_given_up: "canceled",
  },
  succeeded: {},
  canceled: {},
}

export function nextIntentStatus(status: IntentStatus, event: IntentEvent): IntentStatus | "ignored" {
  return TRANSITIONS[status][event] ?? "ignored"
}
