import { vnpayOutcome } from "../rules/vnpay-outcome"
import { vnpayReason, type VnpayReason } from "../rules/vnpay-response-codes"
import type { VnpayParams } from "../rules/vnpay-signature"
import { toIntentView } from "./payment-intent-view"
import { text, type Sql } from "./sql"

export type VnpayReturn = {
  valid: boolean
  intent_id: string | null
  metadata: Record<string, string> | null
  /** `pending`: the gateway says paid (or does not know yet) but its IPN has not reached us; ask again. */
  outcome: "paid" | "pending" | "failed" | "canceled" | "invalid"
  /** Why it is not paid, for programs and in both languages; null when there is nothing to explain. */
  failure: VnpayReason | null
}

export const INVALID_RETURN: VnpayReturn = { valid: false, intent_id: null, metadata: null, outcome: "invalid", failure: null }

/** What to tell a buyer who comes back from VNPay. Changes nothing: only the IPN is believed about money. */
export async function readVnpayReturn(sql: Sql, params: VnpayParams): Promise<VnpayReturn> {
  const [row] = await sql(
    `select i.* from payment_attempt a join payment_intent i on i.id = a.intent_id
     where a.tmn_code = ? and a.txn_ref = ? and a.deleted_at is null`,
    [params.vnp_TmnCode ?? "", params.vnp_TxnRef ?? ""],
  )
  if (!row) return INVALID_RETURN
  const { metadata, status } = toIntentView(row)
  const known = { valid: true, intent_id: text(row, "id"), metadata }
  if (status === "succeeded") return { ...known, outcome: "paid", failure: null }
  const said = vnpayOutcome(params.vnp_ResponseCode ?? "", params.vnp_TransactionStatus ?? "")
  const failure = vnpayReason(params.vnp_ResponseCode ?? "")
  if (said !== "failed") return { ...known, outcome: "pending", failure: said === "suspected" ? failure : null }
  return { ...known, outcome: params.vnp_ResponseCode === "24" ? "canceled" : "failed", failure }
}
