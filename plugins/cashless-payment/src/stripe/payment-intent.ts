import type Stripe from "stripe"
import type { PaymentIntentView } from "../modules/cashless-payment/operations/payment-intent-view"

/**
 * A payment intent in Stripe's shape. Đồng is one of Stripe's zero-decimal currencies, so amounts are đồng.
 * `next_action.type` is open in Stripe's own declarations; ours carries what a page needs to draw the QR.
 */
export function toStripePaymentIntent(intent: PaymentIntentView, livemode: boolean) {
  return {
    id: intent.id,
    object: "payment_intent",
    amount: intent.amount_vnd,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: intent.amount_received_vnd,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: seconds(intent.canceled_at),
    cancellation_reason: cancellationReason(intent),
    capture_method: "automatic",
    client_secret: null,
    confirmation_method: "automatic",
    created: seconds(intent.created_at) ?? 0,
    currency: "vnd",
    customer: null,
    description: intent.description,
    invoice: null,
    last_payment_error: lastPaymentError(intent),
    latest_charge: null,
    livemode,
    metadata: intent.metadata,
    next_action: nextAction(intent),
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: [intent.rail],
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: intent.status,
    transfer_data: null,
    transfer_group: null,
  } satisfies Stripe.PaymentIntent
}

export type StripePaymentIntent = ReturnType<typeof toStripePaymentIntent>

function seconds(iso: string | null): number | null {
  return iso === null ? null : Math.floor(Date.parse(iso) / 1000)
}

function nextAction(intent: PaymentIntentView): Stripe.PaymentIntent.NextAction | null {
  if (intent.status !== "requires_action" || !intent.vietqr) return null
  const { payload, bin, bank_name, account_number, account_name, memo } = intent.vietqr
  const action = {
    type: "vietqr_display_qr_code",
    vietqr_display_qr_code: {
      data: payload,
      expires_at: seconds(intent.expires_at),
      bank: { bin, short_name: bank_name, account_number, account_name },
      reference: memo,
    },
  }
  return action
}

const SETTABLE = ["abandoned", "duplicate", "fraudulent", "requested_by_customer"] as const

function cancellationReason(intent: PaymentIntentView): Stripe.PaymentIntent.CancellationReason | null {
  if (intent.status !== "canceled") return null
  return SETTABLE.find((reason) => reason === intent.cancellation_reason) ?? "automatic"
}

function lastPaymentError(intent: PaymentIntentView): Stripe.PaymentIntent.LastPaymentError | null {
  if (!intent.last_error_code) return null
  return {
    type: "card_error",
    code: "payment_intent_payment_attempt_failed",
    decline_code: intent.last_error_code,
    message: "The payment was not completed at the gateway.",
  }
}
