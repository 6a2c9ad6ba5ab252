import type Stripe from "stripe"
import type NewestStripe from "stripe-23"
import type { RefundView } from "../modules/cashless-payment/operations/refund-view"
import { isSurplus } from "../modules/cashless-payment/rules/surplus"
import { derivedId } from "./object"

/** What newer versions of the API have and none of ours has anything in. */
const NEWER_FIELDS = { customer: null, customer_account: null, payment_method: null } satisfies Partial<NewestStripe.Refund>

/** A refund in Stripe's shape. `requires_action` waits for a person to transfer the money; money beyond the charge has no `charge`. */
export function toStripeRefund(refund: RefundView) {
  return {
    id: refund.id,
    object: "refund",
    amount: refund.amount_vnd,
    balance_transaction: null,
    charge: isSurplus(refund.reason) ? null : derivedId("ch", refund.intent_id),
    created: Math.floor(Date.parse(refund.created_at) / 1000),
    currency: "vnd",
    ...(refund.failure_reason !== null && { failure_reason: refund.failure_reason }),
    metadata: refund.metadata,
    payment_intent: refund.intent_id,
    reason: REASONS.find((reason) => reason === refund.reason) ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: refund.status,
    transfer_reversal: null,
    ...NEWER_FIELDS,
  } satisfies Stripe.Refund
}

/** Stripe knows these; what else we note (overpaid, partial_payment_canceled) is nothing a caller chose. */
const REASONS = ["duplicate", "fraudulent", "requested_by_customer"] as const
