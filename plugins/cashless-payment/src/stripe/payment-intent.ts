import type Stripe from "stripe"
import type NewestStripe from "stripe-23"
import type { PaymentIntentView } from "../modules/cashless-payment/operations/payment-intent-view"
import type { PaymentSettings } from "../modules/cashless-payment/settings"
import { derivedId, seconds } from "./object"
import { hasMethod } from "./payment-method"

export type StripeOrigin = Pick<PaymentSettings, "sandbox" | "backendUrl">

/** What newer versions of the API have and none of ours has anything in. */
const NEWER_FIELDS = {
  allowed_payment_method_types: null,
  customer_account: null,
  excluded_payment_method_types: null,
  managed_payments: null,
  payment_record: null,
} satisfies Partial<NewestStripe.PaymentIntent>

/**
 * A payment intent in Stripe's shape. Đồng is one of Stripe's zero-decimal currencies, so amounts are đồng.
 * `clientSecret` is given only where the caller may have it: /v1 itself.
 */
export function toStripePaymentIntent(intent: PaymentIntentView, origin: StripeOrigin, clientSecret: string | null = null) {
  const { terms } = intent
  return {
    id: intent.id,
    object: "payment_intent",
    amount: intent.amount_vnd,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: intent.amount_received_vnd,
    application: null,
    application_fee_amount: terms.application_fee_vnd,
    automatic_payment_methods: terms.automatic_payment_methods ? { allow_redirects: "always", enabled: true } : null,
    canceled_at: seconds(intent.canceled_at),
    cancellation_reason: cancellationReason(intent),
    capture_method: "automatic",
    client_secret: clientSecret,
    confirmation_method: "automatic",
    created: seconds(intent.created_at) ?? 0,
    currency: "vnd",
    customer: intent.customer_id,
    description: intent.description || null,
    invoice: null,
    last_payment_error: lastPaymentError(intent),
    latest_charge: intent.status === "succeeded" ? derivedId("ch", intent.id) : null,
    livemode: !origin.sandbox,
    metadata: intent.metadata,
    next_action: nextAction(intent, origin),
    on_behalf_of: terms.on_behalf_of,
    payment_method: hasMethod(intent) ? derivedId("pm", intent.id) : null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: terms.payment_method_types,
    processing: null,
    receipt_email: terms.receipt_email,
    review: null,
    setup_future_usage: null,
    shipping: terms.shipping as Stripe.PaymentIntent.Shipping | null,
    source: null,
    statement_descriptor: terms.statement_descriptor,
    statement_descriptor_suffix: terms.statement_descriptor_suffix,
    status: intent.status,
    transfer_data: terms.transfer_destination
      ? { destination: terms.transfer_destination, ...(terms.transfer_amount_vnd !== null && { amount: terms.transfer_amount_vnd }) }
      : null,
    transfer_group: terms.transfer_group,
    ...NEWER_FIELDS,
  } satisfies Stripe.PaymentIntent
}

export type StripePaymentIntent = ReturnType<typeof toStripePaymentIntent>

/** What a holder of the client secret may read, which are the fields Stripe gives to a publishable key. */
const PUBLISHABLE = [
  "id", "object", "amount", "amount_details", "automatic_payment_methods", "canceled_at", "cancellation_reason", "capture_method",
  "client_secret", "confirmation_method", "created", "currency", "description", "last_payment_error", "livemode", "next_action",
  "payment_method", "payment_method_configuration_details", "payment_method_types", "processing", "receipt_email",
  "setup_future_usage", "shipping", "source", "status",
] as const satisfies readonly (keyof StripePaymentIntent)[]

export function toPublishable(intent: StripePaymentIntent): Pick<StripePaymentIntent, (typeof PUBLISHABLE)[number]> {
  return Object.fromEntries(PUBLISHABLE.map((field) => [field, intent[field]])) as Pick<StripePaymentIntent, (typeof PUBLISHABLE)[number]>
}

/** The page and the pictures of a QR, without a slash or extension of their own. */
export function instructionsUrl(intent: PaymentIntentView, { backendUrl }: StripeOrigin): string | null {
  return intent.share_token && `${backendUrl}/payment-instructions/${intent.id}/${intent.share_token}`
}

/**
 * `next_action.type` is open in Stripe's own declarations. `vietqr_display_qr_code` has the members of Stripe's
 * promptpay_display_qr_code and, beside them, what a page says in words: account and memo.
 */
function nextAction(intent: PaymentIntentView, origin: StripeOrigin) {
  if (intent.status !== "requires_action") return null
  if (intent.rail === "vnpay") return vnpayAction(intent, origin)
  if (!intent.vietqr) return null
  const { payload, bin, bank_name, account_number, account_name, memo } = intent.vietqr
  const page = instructionsUrl(intent, origin)
  const action = {
    type: "vietqr_display_qr_code",
    vietqr_display_qr_code: {
      data: payload,
      expires_at: seconds(intent.expires_at),
      hosted_instructions_url: page,
      image_url_png: page && `${page}/qr.png`,
      image_url_svg: page && `${page}/qr.svg`,
      bank: { bin, short_name: bank_name, account_number, account_name },
      reference: memo,
      amount_remaining: Math.max(0, intent.amount_vnd - intent.amount_received_vnd),
    },
  }
  return action
}

/** The last of what was asked for: VNPay's page, or a QR of VNPay's (genqr) to be shown on one's own. */
function vnpayAction(intent: PaymentIntentView, origin: StripeOrigin) {
  const { redirect_url, vnpay_qr, terms } = intent
  if (redirect_url) return { type: "redirect_to_url", redirect_to_url: { url: redirect_url, return_url: terms.return_url } }
  if (!vnpay_qr) return null
  const page = instructionsUrl(intent, origin)
  const action = {
    type: "vnpay_display_qr_code",
    vnpay_display_qr_code: {
      data: vnpay_qr.payload,
      expires_at: seconds(vnpay_qr.expires_at),
      hosted_instructions_url: page,
      image_url_png: page && `${page}/qr.png`,
      image_url_svg: page && `${page}/qr.svg`,
    },
  }
  return action
}

export const SETTABLE_REASONS = ["abandoned", "duplicate", "fraudulent", "requested_by_customer"] as const

function cancellationReason(intent: PaymentIntentView): Stripe.PaymentIntent.CancellationReason | null {
  if (intent.status !== "canceled" || intent.cancellation_reason === null) return null
  return SETTABLE_REASONS.find((reason) => reason === intent.cancellation_reason) ?? "automatic"
}

function lastPaymentError(intent: PaymentIntentView) {
  if (!intent.last_error_code) return null
  return {
    type: "card_error",
    code: "payment_intent_payment_attempt_failed",
    decline_code: intent.last_error_code,
    message: "The payment was not completed at the gateway.",
  } satisfies Stripe.PaymentIntent.LastPaymentError
}
