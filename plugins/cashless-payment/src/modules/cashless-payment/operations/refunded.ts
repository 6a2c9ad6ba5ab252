import { REFUND_HOLDS_MONEY } from "../rules/refund-state"
import { SURPLUS_REASONS } from "../rules/surplus"
import { vnd, type Sql } from "./sql"

const quoted = (values: readonly string[]) => values.map((value) => `'${value}'`).join(", ")

/** What of the amount of an intent's charge is given back or on its way, in đồng. Money that came beyond the amount is none of it. */
export async function refundedVnd(sql: Sql, intentId: string): Promise<number> {
  const [row] = await sql(
    `select coalesce(sum(amount_vnd), 0) as vnd from payment_refund
     where intent_id = ? and status in (${quoted(REFUND_HOLDS_MONEY)}) and reason not in (${quoted(SURPLUS_REASONS)}) and deleted_at is null`,
    [intentId],
  )
  return vnd(row ?? {}, "vnd")
}
