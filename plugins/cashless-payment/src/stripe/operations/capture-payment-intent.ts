import type { StripeCall } from "../endpoint"
import { integer, metadata, unsettable, text, type Values } from "../params"
import { unexpectedState } from "../stripe-error"
import { presentIntent, requireIntent } from "./find-intent"

export const CAPTURE_PARAMS = {
  amount_to_capture: integer(1),
  application_fee_amount: integer(0),
  metadata,
  statement_descriptor: unsettable(text(22)),
  statement_descriptor_suffix: unsettable(text(22)),
}

/** Both rails bring the money itself, never a promise of it: nothing ever waits to be captured. */
export async function capturePaymentIntent(call: StripeCall<Values<typeof CAPTURE_PARAMS>>): Promise<never> {
  const intent = await requireIntent(call.sql, call.id)
  throw unexpectedState(
    `This PaymentIntent could not be captured because it has a status of ${intent.view.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`,
    presentIntent(call, intent),
  )
}
