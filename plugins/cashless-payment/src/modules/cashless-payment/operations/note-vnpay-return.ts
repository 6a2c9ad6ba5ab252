import type { VnpayParams } from "../rules/vnpay-signature"
import { queryAfterReturn } from "../rules/vnpay-query-schedule"
import type { Sql } from "./sql"

/** The buyer is back: from now on an IPN is due, and without one VNPay is asked soon. Says nothing about money. */
export async function noteVnpayReturn(sql: Sql, params: VnpayParams, queryAfterSeconds: number, now: Date): Promise<void> {
  await sql(
    `update payment_attempt set returned_at = ?, next_query_at = least(next_query_at, ?), updated_at = now()
     where tmn_code = ? and txn_ref = ? and status = 'open' and returned_at is null and deleted_at is null`,
    [now, queryAfterReturn(now, queryAfterSeconds), params.vnp_TmnCode ?? "", params.vnp_TxnRef ?? ""],
  )
}
