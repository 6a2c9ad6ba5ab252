import { changeIntent } from "../../modules/cashless-payment/operations/change-intent"
import type { StripeCall } from "../endpoint"
import { oneOf, type Values } from "../params"
import { SETTABLE_REASONS, type StripePaymentIntent } from "../payment-intent"
import { unexpectedState } from "../stripe-error"
import { found, lockOwnIntent, presentIntent } from "./find-intent"

export const CANCEL_PARAMS = { cancellation_reason: oneOf(SETTABLE_REASONS) }

/** What was paid of it in part is queued to be given back. While VNPay holds the money (processing) it can't be canceled. */
export async function cancelPaymentIntent(call: StripeCall<Values<typeof CANCEL_PARAMS>>): Promise<StripePaymentIntent> {
  const intent = await lockOwnIntent(call.sql, call.id)
  const canceled = await changeIntent(call.sql, intent.row, { event: "cancel_requested", now: call.now, cancellationReason: call.params.cancellation_reason })
  if (canceled) return presentIntent(call, found(canceled))
  throw unexpectedState(
    `You cannot cancel this PaymentIntent because it has a status of ${intent.view.status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_confirmation, requires_action.`,
    presentIntent(call, intent),
  )
}
