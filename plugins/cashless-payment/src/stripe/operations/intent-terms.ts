import { MAX_AMOUNT_VND } from "../../modules/cashless-payment/operations/create-intent"
import type { IntentTerms, Rail } from "../../modules/cashless-payment/operations/payment-intent-view"
import type { Values } from "../params"
import { invalidRequest, noSuchParam } from "../stripe-error"
import type { DETAIL_PARAMS } from "./intent-params"

/** An intent nobody paid or canceled is canceled after this; Stripe keeps one forever, but our QR codes must end. */
export const OPEN_FOR_SECONDS = 86_400

type Details = Partial<Values<typeof DETAIL_PARAMS>>

/** The terms there are, changed by what a request says. What it does not name stays. */
export function changedTerms(terms: IntentTerms, given: Details): IntentTerms {
  const { payment_method_options: options } = given
  return {
    ...terms,
    ...(given.payment_method_types && { payment_method_types: [...new Set(given.payment_method_types)] }),
    ...(given.receipt_email !== undefined && { receipt_email: given.receipt_email }),
    ...(given.return_url !== undefined && { return_url: given.return_url }),
    ...(given.shipping !== undefined && { shipping: given.shipping && { ...given.shipping } }),
    ...(given.statement_descriptor !== undefined && { statement_descriptor: given.statement_descriptor }),
    ...(given.statement_descriptor_suffix !== undefined && { statement_descriptor_suffix: given.statement_descriptor_suffix }),
    ...(given.transfer_group !== undefined && { transfer_group: given.transfer_group }),
    ...(given.application_fee_amount !== undefined && { application_fee_vnd: given.application_fee_amount }),
    method_options: { ...terms.method_options, ...options?.vietqr, ...options?.vnpay },
  }
}

/** What can't be true of one payment, in the words of Stripe. */
export function assertTerms(terms: IntentTerms, amountVnd: number): void {
  if (terms.payment_method_types.length === 0) throw invalidRequest("Invalid array", { param: "payment_method_types" })
  const { application_fee_vnd: fee, transfer_amount_vnd: transfer } = terms
  if (fee !== null && !terms.on_behalf_of && !terms.transfer_destination) {
    throw invalidRequest("Can only apply an application_fee_amount when the PaymentIntent is made on behalf of another account, with on_behalf_of or transfer_data.", { param: "application_fee_amount" })
  }
  if (fee !== null && transfer !== null) throw invalidRequest("You cannot specify both application_fee_amount and transfer_data[amount].", { param: "application_fee_amount" })
  if ((fee ?? 0) > amountVnd) throw invalidRequest("The application_fee_amount must not be greater than the amount.", { param: "application_fee_amount" })
  if ((transfer ?? 0) > amountVnd) throw invalidRequest("The transfer_data[amount] must not be greater than the amount.", { param: "transfer_data[amount]" })
  if (terms.payment_method_types.every((rail) => amountVnd > MAX_AMOUNT_VND[rail])) assertAmount(amountVnd, terms.payment_method_types[0]!)
}

export function assertAmount(amountVnd: number, rail: Rail): void {
  if (amountVnd <= MAX_AMOUNT_VND[rail]) return
  throw invalidRequest(`Amount must be no more than ${MAX_AMOUNT_VND[rail].toLocaleString("en-US")} ₫ for ${rail}.`, { code: "amount_too_large", param: "amount" })
}

/** The rail that a request chooses, or null when it chooses none. `ownMethodId` is the pm_… of this very intent. */
export function chosenRail(given: Pick<Details, "payment_method" | "payment_method_data">, terms: IntentTerms, current: { methodId: string; rail: Rail } | null): Rail | null {
  if (given.payment_method && given.payment_method_data) throw invalidRequest("You may only specify one of these parameters: payment_method, payment_method_data.", { param: "payment_method" })
  if (given.payment_method && given.payment_method !== current?.methodId) throw noSuchParam("PaymentMethod", given.payment_method, "payment_method")
  const rail = given.payment_method ? current!.rail : (given.payment_method_data?.type ?? null)
  if (rail && !terms.payment_method_types.includes(rail)) {
    throw invalidRequest(
      `The PaymentMethod provided (${rail}) is not allowed for this PaymentIntent. Please attach a PaymentMethod of one of the following types: ${terms.payment_method_types.join(", ")}.`,
      { code: "payment_intent_incompatible_payment_method", param: "payment_method_data[type]" },
    )
  }
  return rail
}
