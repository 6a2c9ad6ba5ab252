import { toIntentView } from "../../modules/cashless-payment/operations/payment-intent-view"
import { toRefundView } from "../../modules/cashless-payment/operations/refund-view"
import type { Row, Sql } from "../../modules/cashless-payment/operations/sql"
import { chargeParts, type ChargeParts } from "../../modules/cashless-payment/rules/charge-parts"
import { REFUND_HOLDS_MONEY } from "../../modules/cashless-payment/rules/refund-state"
import { derivedId } from "../object"
import { invalidRequest } from "../stripe-error"

export type AskedParts = { reverse_transfer?: boolean; refund_application_fee?: boolean }

/**
 * What of the transfer and the fee of a locked intent's charge goes back with a refund. Throws 400 for what the charge
 * does not have, and for a fee that goes back to an account which keeps the money it is a fee of.
 *
 * Over VietQR the account has the money itself and sends the refund itself: that is a transfer reversed, asked for or not.
 * What it owes of a transfer smaller than the payment goes down with it, or it would pay for a sale that is none.
 */
export async function partsOf(sql: Sql, intent: Row, amountVnd: number, asked: AskedParts): Promise<ChargeParts> {
  const { id, rail, amount_vnd, terms } = toIntentView(intent)
  const [chargeId, collected] = [derivedId("ch", id), rail === "vnpay"]
  const [reverseTransfer, refundFee] = [asked.reverse_transfer === true, asked.refund_application_fee === true]
  if (reverseTransfer && terms.transfer_destination === null) {
    throw invalidRequest(`Charge ${chargeId} has no transfer that could be reversed: it was made without transfer_data[destination].`, { param: "reverse_transfer" })
  }
  if (refundFee && terms.application_fee_vnd === null) throw invalidRequest(`Charge ${chargeId} has no application fee that could be refunded.`, { param: "refund_application_fee" })
  if (refundFee && collected && !reverseTransfer) {
    throw invalidRequest("If you refund the application fee of a destination charge, you must also reverse its transfer. Set reverse_transfer to true.", { param: "refund_application_fee" })
  }
  const charge = { amountVnd: amount_vnd, transferVnd: terms.transfer_amount_vnd, feeVnd: terms.application_fee_vnd }
  const reversed = collected ? reverseTransfer : terms.transfer_destination !== null
  return chargeParts(charge, await earlierOf(sql, id), { amountVnd, reverseTransfer: reversed, refundFee })
}

async function earlierOf(sql: Sql, intentId: string) {
  const rows = await sql(
    `select * from payment_refund where intent_id = ? and charge_parts is not null and status in (${REFUND_HOLDS_MONEY.map(() => "?").join(", ")}) and deleted_at is null`,
    [intentId, ...REFUND_HOLDS_MONEY],
  )
  return rows.map(toRefundView).map(({ amount_vnd, charge_parts }) => ({ amountVnd: amount_vnd, parts: charge_parts! }))
}
