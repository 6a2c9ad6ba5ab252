import { changeIntent } from "../../modules/cashless-payment/operations/change-intent"
import { randomMemoCode, type Payee } from "../../modules/cashless-payment/operations/create-intent"
import type { IntentTerms, Rail } from "../../modules/cashless-payment/operations/payment-intent-view"
import type { Row } from "../../modules/cashless-payment/operations/sql"
import type { StripeCall } from "../endpoint"
import { derivedId } from "../object"
import type { Values } from "../params"
import type { StripePaymentIntent } from "../payment-intent"
import { hasMethod } from "../payment-method"
import { unexpectedState } from "../stripe-error"
import { found, lockOwnIntent, presentIntent, type FoundIntent } from "./find-intent"
import type { METHOD_PARAMS } from "./intent-params"
import { assertAmount, changedTerms, chosenRail, OPEN_FOR_SECONDS } from "./intent-terms"
import { openGateway } from "./open-gateway"
import { payeeOf } from "./payee"

type Params = Values<typeof METHOD_PARAMS>
type Call = StripeCall<unknown>

const CONFIRMABLE = new Set(["requires_payment_method", "requires_confirmation", "requires_action"])

export async function confirmPaymentIntent(call: StripeCall<Params>): Promise<StripePaymentIntent> {
  return presentIntent(call, await confirm(call, await lockOwnIntent(call.sql, call.id), call.params))
}

/** Makes a locked intent payable: a QR to be shown, or an address to send the buyer to. */
export async function confirm(call: Call, intent: FoundIntent, params: Params): Promise<FoundIntent> {
  const { view } = intent
  if (view.status === "succeeded") throw unexpectedState("You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.", presentIntent(call, intent))
  if (!CONFIRMABLE.has(view.status)) {
    throw unexpectedState(
      `You cannot confirm this PaymentIntent because it has a status of ${view.status}. Only a PaymentIntent with one of the following statuses may be confirmed: requires_confirmation, requires_action.`,
      presentIntent(call, intent),
    )
  }
  const terms = changedTerms(view.terms, params)
  const current = hasMethod(view) ? { methodId: derivedId("pm", view.id), rail: view.rail } : null
  const rail = chosenRail(params, terms, current) ?? current?.rail
  if (!rail) {
    throw unexpectedState(
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method.",
      presentIntent(call, intent),
    )
  }
  assertAmount(view.amount_vnd, rail)
  await assertRailFree(call, intent, rail)
  return found(rail === "vietqr" ? await showQr(call, intent, terms) : await openGateway(call, intent, terms))
}

/**
 * Once a QR was shown or the buyer was sent to VNPay, that rail may bring money at any time: a second rail beside it
 * would let one debt be paid twice. Another rail is another PaymentIntent.
 */
async function assertRailFree(call: Call, intent: FoundIntent, rail: Rail): Promise<void> {
  if (rail === intent.view.rail || !(await isPayable(call, intent))) return
  throw unexpectedState(
    `This PaymentIntent can already be paid by ${intent.view.rail}, so its payment method can no longer be changed. Cancel it and create another PaymentIntent to be paid by ${rail}.`,
    presentIntent(call, intent),
  )
}

/** Whether anybody may hold a QR or a payment page of this intent: from then on its amount and rail are fixed. */
export async function isPayable({ sql }: Pick<Call, "sql">, { row, view }: FoundIntent): Promise<boolean> {
  if (row.memo_code) return true
  const attempts = await sql("select 1 from payment_attempt where intent_id = ? and deleted_at is null limit 1", [view.id])
  return attempts.length > 0
}

async function showQr(call: Call, { row, view }: FoundIntent, terms: IntentTerms): Promise<Row> {
  // The QR that was shown once is the intent's only one: confirmed again, it is shown again.
  if (row.memo_code) return row
  const payee = await payeeOf(call, terms)
  const expiresAt = new Date(call.now.getTime() + (terms.method_options.expires_after_seconds ?? OPEN_FOR_SECONDS) * 1000)
  const named = await nameQr(call, view.id, payee, terms, expiresAt)
  return (await changeIntent(call.sql, named, { event: "confirmed", now: call.now })) ?? named
}

async function nameQr({ sql }: Call, id: string, payee: Payee, terms: IntentTerms, expiresAt: Date): Promise<Row> {
  for (let tries = 0; tries < 5; tries += 1) {
    const memo = randomMemoCode()
    const [row] = await sql(
      `update payment_intent set rail = 'vietqr', memo_code = ?, payee_bin = ?, payee_bank_name = ?, payee_account_number = ?,
         payee_account_name = ?, terms = ?, expires_at = ?, updated_at = now()
       where id = ? and not exists (select 1 from payment_intent where memo_code = ?) returning *`,
      [memo, payee.bin, payee.bankName, payee.accountNumber, payee.accountName, JSON.stringify(terms), expiresAt, id, memo],
    )
    if (row) return row
  }
  throw new Error("no free memo code found in five tries")
}
