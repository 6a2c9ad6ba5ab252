import { assertRefundable, changeRefund, queueRefund } from "../../modules/cashless-payment/operations/refunds"
import { toRefundView } from "../../modules/cashless-payment/operations/refund-view"
import { refundedVnd } from "../../modules/cashless-payment/operations/refunded"
import { text as column, type Row, type Sql } from "../../modules/cashless-payment/operations/sql"
import { tellRefund } from "../../modules/cashless-payment/operations/tell"
import { isSurplus, SURPLUS_REASONS } from "../../modules/cashless-payment/rules/surplus"
import type { StripeCall } from "../endpoint"
import { derivedId, intentIdOf, toList } from "../object"
import { createdWithin, readPage } from "../page"
import { boolean, integer, LIST_PARAMS, mergeMetadata, metadata, oneOf, text, timeRange, type Values } from "../params"
import { toStripeRefund } from "../refund"
import { invalidRequest, noSuch } from "../stripe-error"
import { lockOwnIntent } from "./find-intent"
import { partsOf } from "./refund-parts"

type StripeRefund = ReturnType<typeof toStripeRefund>

export const CREATE_REFUND_PARAMS = {
  amount: integer(1),
  charge: text(255),
  metadata,
  payment_intent: text(255),
  reason: oneOf(["duplicate", "fraudulent", "requested_by_customer"]),
  refund_application_fee: boolean,
  reverse_transfer: boolean,
}

/**
 * All refunds of a charge together never exceed its amount; without an amount all that is left goes back. What came beyond
 * it goes back by itself, and is never given as a refund of the charge: nobody was given a part of it, and nobody bears it.
 */
export async function createRefund({ sql, params, now }: StripeCall<Values<typeof CREATE_REFUND_PARAMS>>): Promise<StripeRefund> {
  const intentId = refundedIntent(params)
  const { row, view } = await lockOwnIntent(sql, intentId, params.payment_intent ? "payment_intent" : "charge")
  if (view.status !== "succeeded") throw invalidRequest(`This PaymentIntent (${view.id}) does not have a successful charge to refund.`, { code: "payment_intent_unexpected_state", param: "payment_intent" })
  const left = view.amount_vnd - (await refundedVnd(sql, view.id))
  if (left <= 0) throw invalidRequest(`Charge ${derivedId("ch", view.id)} has already been refunded.`, { code: "charge_already_refunded" })
  const amountVnd = params.amount ?? left
  // Not charge_already_refunded: Medusa takes that for done.
  if (amountVnd > left) throw invalidRequest(`Refund amount (₫${amountVnd.toLocaleString("en-US")}) is greater than unrefunded amount on charge (₫${left.toLocaleString("en-US")})`, { param: "amount" })
  const request = {
    intentId: view.id,
    amountVnd,
    reason: params.reason ?? "requested",
    idempotencyKey: `api:${crypto.randomUUID()}`,
    metadata: mergeMetadata({}, params.metadata),
    chargeParts: await partsOf(sql, row, amountVnd, params),
  }
  await assertRefundable(sql, row, request)
  return toStripeRefund(toRefundView(await queueRefund(sql, request, undefined, now)))
}

export async function retrieveRefund({ sql, id }: StripeCall<unknown>): Promise<StripeRefund> {
  return toStripeRefund(toRefundView(await findRefund(sql, id)))
}

export const UPDATE_REFUND_PARAMS = { metadata }

export async function updateRefund({ sql, id, params, now }: StripeCall<Values<typeof UPDATE_REFUND_PARAMS>>): Promise<StripeRefund> {
  const before = await lockRefund(sql, id)
  const [after] = await sql("update payment_refund set metadata = ?, updated_at = now() where id = ? returning *", [JSON.stringify(mergeMetadata(toRefundView(before).metadata, params.metadata)), id])
  await tellRefund(sql, "refund.updated", after!, before, now)
  return toStripeRefund(toRefundView(after!))
}

/**
 * Only what a person has yet to transfer can be called back: of what VNPay was asked for, and did not tell the end of, the
 * money may have gone. That is looked up and decided at the operator's desk. So is what is the buyer's whatever becomes of
 * the charge, because nothing of /v1 could give it back afterwards.
 */
export async function cancelRefund({ sql, id, now }: StripeCall<unknown>): Promise<StripeRefund> {
  const refund = await lockRefund(sql, id)
  if (isSurplus(column(refund, "reason"))) throw invalidRequest(`Refund ${id} cannot be canceled because it gives back money that is not part of a charge. Only the operator of the platform may call it off.`, { param: "refund" })
  if (refund.status === "requires_action" && refund.method !== "by_hand") throw invalidRequest(`Refund ${id} cannot be canceled because it was sent to VNPay. Only refunds that are transferred by hand may be canceled.`, { param: "refund" })
  const canceled = await changeRefund(sql, refund, { event: "canceled", now })
  if (!canceled) throw invalidRequest(`Refund ${id} cannot be canceled because it has a status of ${column(refund, "status")}. Only refunds with the status requires_action may be canceled.`, { param: "refund" })
  return toStripeRefund(toRefundView(canceled))
}

const OF_CHARGE = { where: `reason not in (${SURPLUS_REASONS.map(() => "?").join(", ")})`, values: [...SURPLUS_REASONS] }

export const LIST_REFUNDS_PARAMS = { ...LIST_PARAMS, charge: text(255), created: timeRange, payment_intent: text(255) }

export async function listRefunds({ sql, params }: StripeCall<Values<typeof LIST_REFUNDS_PARAMS>>): Promise<object> {
  const intentId = params.charge || params.payment_intent ? refundedIntent(params) : null
  const conditions = [...createdWithin(params.created), ...(intentId ? [{ where: "intent_id = ?", values: [intentId] }] : []), ...(params.charge ? [OF_CHARGE] : [])]
  const { rows, hasMore } = await readPage(sql, "payment_refund", "refund", params, conditions)
  return toList("/v1/refunds", rows.map((row) => toStripeRefund(toRefundView(row))), hasMore)
}

function refundedIntent({ charge, payment_intent: intentId }: { charge?: string; payment_intent?: string }): string {
  if (charge && intentId) throw invalidRequest("You may only specify one of these parameters: charge, payment_intent.", { param: "payment_intent" })
  if (intentId) return intentId
  if (!charge) throw invalidRequest("One of the following params should be provided for this request: payment_intent or charge.", { code: "parameter_missing", param: "payment_intent" })
  const found = intentIdOf("ch", charge)
  if (!found) throw noSuch("charge", charge, "charge")
  return found
}

async function findRefund(sql: Sql, id: string): Promise<Row> {
  const [row] = await sql("select * from payment_refund where id = ? and deleted_at is null", [id])
  if (!row) throw noSuch("refund", id, "refund")
  return row
}

/** Locks are taken in the order intent → refund; a refund of an order is changed where the order is. */
async function lockRefund(sql: Sql, id: string): Promise<Row> {
  await lockOwnIntent(sql, column(await findRefund(sql, id), "intent_id"))
  const [row] = await sql("select * from payment_refund where id = ? for update", [id])
  return row!
}
