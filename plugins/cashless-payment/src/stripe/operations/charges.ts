import { refundedVnd } from "../../modules/cashless-payment/operations/refunded"
import { text } from "../../modules/cashless-payment/operations/sql"
import { toStripeCharge, type StripeCharge } from "../charge"
import type { StripeCall } from "../endpoint"
import type { FoundIntent } from "./find-intent"

/** null while the intent has not succeeded. */
export async function chargeOf({ sql, settings }: Pick<StripeCall<unknown>, "sql" | "settings">, { row, view }: FoundIntent): Promise<StripeCharge | null> {
  if (view.status !== "succeeded") return null
  return toStripeCharge(view, await refundedVnd(sql, text(row, "id")), settings)
}
