import type Stripe from "stripe"
import type { PaymentIntentView } from "../modules/cashless-payment/operations/payment-intent-view"
import { derivedId, seconds } from "./object"
import type { StripeOrigin } from "./payment-intent"

const CHOSEN = new Set(["requires_confirmation", "requires_action", "processing", "succeeded"])

/** Whether a way to pay was chosen. An intent of this process is made for its rail. */
export function hasMethod(intent: PaymentIntentView): boolean {
  return intent.origin === "process" || CHOSEN.has(intent.status) || intent.vietqr !== null
}

/** The way an intent is paid, as Stripe's PaymentMethod. `type` is open for callers: Stripe adds new ones every month. */
export function toStripePaymentMethod(intent: PaymentIntentView, { sandbox }: StripeOrigin) {
  const method = {
    id: derivedId("pm", intent.id),
    object: "payment_method",
    billing_details: { address: null, email: intent.terms.receipt_email, name: null, phone: null },
    created: seconds(intent.created_at) ?? 0,
    customer: null,
    livemode: !sandbox,
    metadata: {},
  } satisfies Omit<Stripe.PaymentMethod, "type">
  return { ...method, type: intent.rail, [intent.rail]: {} }
}
