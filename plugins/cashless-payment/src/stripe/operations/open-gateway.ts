import { fetchVnpayQr } from "../../modules/cashless-payment/gateway/genqr"
import { lockIntent } from "../../modules/cashless-payment/operations/change-intent"
import type { IntentTerms } from "../../modules/cashless-payment/operations/payment-intent-view"
import { openQr, SHORTEST_REST_MS } from "../../modules/cashless-payment/operations/show-vnpay-qr"
import type { Row } from "../../modules/cashless-payment/operations/sql"
import { startVnpayAttempt } from "../../modules/cashless-payment/operations/start-vnpay-attempt"
import { PaymentError } from "../../modules/cashless-payment/errors"
import type { StripeCall } from "../endpoint"
import { invalidRequest, StripeApiError } from "../stripe-error"
import type { FoundIntent } from "./find-intent"
import { OPEN_FOR_SECONDS } from "./intent-terms"
import { assertRailPays } from "./payee"

type Call = StripeCall<unknown>

/** While VNPay is asked for a QR a connection of the database waits: a slow VNPay must not take them all. */
const MOST_QRS_AT_ONCE = 3
let asking = 0

/** An attempt at VNPay's for a locked intent: an address to send the buyer to, or a QR of VNPay's. */
export async function openGateway(call: Call, { view }: FoundIntent, terms: IntentTerms): Promise<Row> {
  const { sql, settings, now, ipAddress } = call
  const options = terms.method_options
  const asQr = options.display === "qr_code"
  // A QR is paid where it is shown: nobody comes back from anywhere.
  const returnUrl = terms.return_url ?? (asQr ? settings.returnOrigins[0] : undefined)
  if (!returnUrl) throw invalidRequest("You must provide a `return_url` when confirming using redirect-based payment methods.", { code: "parameter_missing", param: "return_url" })
  if (asQr && !settings.vnpay?.genqr) throw new PaymentError(settings.vnpay ? "vnpay_qr_not_offered" : "vnpay_not_configured")
  await assertRailPays(call, terms, "vnpay")
  await sql("update payment_intent set rail = 'vnpay', terms = ?, expires_at = ?, updated_at = now() where id = ?", [JSON.stringify(terms), new Date(now.getTime() + OPEN_FOR_SECONDS * 1000), view.id])
  // The QR that can still be paid is shown again: two of them could both be paid.
  if (asQr && (await openQr(sql, view.id, new Date(now.getTime() + SHORTEST_REST_MS)))) return lockIntent(sql, view.id)
  const input = { returnUrl, ipAddress: options.ip_address ?? ipAddress, locale: options.locale ?? "vn", bankCode: asQr ? "VNPAYQR" : options.bank_code }
  if (asQr) await startVnpayAttempt(sql, settings, view.id, input, now, "genqr", oneOfFew)
  else await startVnpayAttempt(sql, settings, view.id, input, now)
  return lockIntent(sql, view.id)
}

async function oneOfFew(address: string): Promise<string | null> {
  if (asking >= MOST_QRS_AT_ONCE) throw new StripeApiError(429, { message: "Too many codes are being asked for at VNPay at this moment. Try again in a moment.", code: "lock_timeout" })
  asking += 1
  try {
    return await fetchVnpayQr(address)
  } finally {
    asking -= 1
  }
}
