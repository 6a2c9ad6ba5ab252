import type Stripe from "stripe"
import type { PaymentIntentView } from "../modules/cashless-payment/operations/payment-intent-view"
import { derivedId, seconds } from "./object"
import type { StripeOrigin } from "./payment-intent"

/** Of newer versions of the API. */
const NEWER_BILLING_DETAILS = { tax_id: null }
const NEWER_OUTCOME = { advice_code: null, network_advice_code: null, network_decline_code: null }

/** The charge of an intent that has succeeded; it has one and not more. `refundedVnd` is what of its amount is given back or on its way. */
export function toStripeCharge(intent: PaymentIntentView, refundedVnd: number, { sandbox }: StripeOrigin) {
  const { terms } = intent
  return {
    id: derivedId("ch", intent.id),
    object: "charge",
    amount: intent.amount_vnd,
    amount_captured: intent.amount_vnd,
    amount_refunded: Math.min(refundedVnd, intent.amount_vnd),
    application: null,
    application_fee: null,
    application_fee_amount: terms.application_fee_vnd,
    balance_transaction: null,
    billing_details: { address: null, email: terms.receipt_email, name: null, phone: null, ...NEWER_BILLING_DETAILS },
    calculated_statement_descriptor: null,
    captured: true,
    created: seconds(intent.succeeded_at ?? intent.created_at) ?? 0,
    currency: "vnd",
    customer: intent.customer_id,
    description: intent.description || null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: null,
    invoice: null,
    livemode: !sandbox,
    metadata: intent.metadata,
    on_behalf_of: terms.on_behalf_of,
    outcome: { network_status: "approved_by_network", reason: null, seller_message: "Payment complete.", type: "authorized", ...NEWER_OUTCOME },
    paid: true,
    payment_intent: intent.id,
    payment_method: derivedId("pm", intent.id),
    payment_method_details: { type: intent.rail },
    receipt_email: terms.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: refundedVnd >= intent.amount_vnd,
    review: null,
    shipping: terms.shipping as Stripe.Charge.Shipping | null,
    source: null,
    source_transfer: null,
    statement_descriptor: terms.statement_descriptor,
    statement_descriptor_suffix: terms.statement_descriptor_suffix,
    status: "succeeded",
    transfer_data: terms.transfer_destination ? { amount: terms.transfer_amount_vnd, destination: terms.transfer_destination } : null,
    transfer_group: terms.transfer_group,
  } satisfies Stripe.Charge
}

export type StripeCharge = ReturnType<typeof toStripeCharge>
