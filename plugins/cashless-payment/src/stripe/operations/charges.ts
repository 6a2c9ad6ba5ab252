import { text, vnd } from "../../modules/cashless-payment/operations/sql"
import { toStripeCharge, type StripeCharge } from "../charge"
import type { StripeCall } from "../endpoint"
import type { FoundIntent } from "./find-intent"

/** null while the intent has not succeeded. */
export async function chargeOf({ sql, settings }: Pick<StripeCall<unknown>, "sql" | "settings">, { row, view }: FoundIntent): Promise<StripeCharge | null> {
  if (view.status !== "succeeded") return null
  const [refunds] = await sql(
    "select coalesce(sum(amount_vnd), 0) as vnd from payment_refund where intent_id = ? and status not in ('failed', 'canceled') and deleted_at is null",
    [text(row, "id")],
  )
  return toStripeCharge(view, vnd(refunds ?? {}, "vnd"), settings)
}
