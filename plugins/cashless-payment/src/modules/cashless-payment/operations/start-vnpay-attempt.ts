import { randomBytes } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import { PaymentError } from "../errors"
import { attemptExpiry } from "../rules/expiry"
import { nextIntentStatus, type IntentStatus } from "../rules/intent-state"
import { toVnpayDate } from "../rules/vietnam-time"
import { vnpayPayUrl } from "../rules/vnpay-pay-url"
import { firstQueryAt } from "../rules/vnpay-query-schedule"
import { isOnThisMachine, type PaymentSettings } from "../settings"
import { changeIntent, lockIntent } from "./change-intent"
import { insertRow, instant, moneyColumns, text, vnd, type Sql } from "./sql"

export type VnpayAttemptInput = {
  /** Where the browser comes back to; must be of this marketplace. */
  returnUrl: string
  ipAddress: string
  locale: "vn" | "en"
  /** How the buyer wants to pay (VNPAY_BANK_CODES, or a bank's own code); left out, VNPay's page asks. */
  bankCode?: string
}

export type VnpayAttempt = { redirectUrl: string; txnRef: string; expiresAt: Date }

/** Asks VNPay for a QR at a signed address; null when it gave none. */
export type FetchQr = (address: string) => Promise<string | null>

/**
 * `genqr` gives an address for our server to ask for a QR, `pay` one for the buyer's browser. With `fetchQr` the QR is
 * asked for within this transaction: whoever could pay by it sees it only after the commit.
 *
 * What the buyer is to do is written before the event of it is: the event holds the intent as it then is.
 */
export async function startVnpayAttempt(
  sql: Sql,
  settings: PaymentSettings,
  intentId: string,
  input: VnpayAttemptInput,
  now: Date,
  command: "pay" | "genqr" = "pay",
  fetchQr?: FetchQr,
): Promise<VnpayAttempt> {
  if (!settings.vnpay) throw new PaymentError("vnpay_not_configured")
  assertReturnUrl(input.returnUrl, settings)
  const intent = await lockIntent(sql, intentId)
  if (intent.rail !== "vnpay") throw new PaymentError("wrong_rail")
  const expiresAt = attemptExpiry(now, instant(intent, "expires_at"))
  if (!expiresAt || nextIntentStatus(intent.status as IntentStatus, "attempt_started") === "ignored") throw new PaymentError("intent_not_payable")

  // Not the order's number: 80 random bits, so that nobody can guess a reference or count our orders.
  const txnRef = `CP${randomBytes(10).toString("hex").toUpperCase()}`
  const { tmnCode, hashSecret, payUrl, queryAfterSeconds } = settings.vnpay
  const redirectUrl = vnpayPayUrl({
    command,
    payUrl,
    tmnCode,
    hashSecret,
    txnRef,
    amountVnd: vnd(intent, "amount_vnd"),
    orderInfo: text(intent, "description"),
    createdAt: now,
    expiresAt,
    ...input,
    ipAddress: plainAddress(input.ipAddress),
  })
  const qr = fetchQr ? await fetchQr(redirectUrl) : null
  if (fetchQr && !qr) throw new PaymentError("vnpay_qr_failed")
  const [shown] = await sql("update payment_intent set redirect_url = ?, vnpay_qr = ?, vnpay_qr_expires_at = ?, updated_at = now() where id = ? returning *", [
    command === "pay" ? redirectUrl : null,
    qr,
    qr && expiresAt,
    intentId,
  ])
  await changeIntent(sql, shown ?? intent, { event: "attempt_started", now })
  await insertRow(sql, "payment_attempt", {
    id: generateEntityId(undefined, "pat"),
    intent_id: intentId,
    tmn_code: tmnCode,
    txn_ref: txnRef,
    ...moneyColumns("amount_vnd", vnd(intent, "amount_vnd")),
    status: "open",
    vnpay_create_date: toVnpayDate(now),
    expires_at: expiresAt,
    next_query_at: firstQueryAt(now, queryAfterSeconds),
    qr_content: qr,
  })
  return { redirectUrl, txnRef, expiresAt }
}

/** IPv4 seen through an IPv6 socket is written ::ffff:203.0.113.1; VNPay wants 7 to 45 characters. */
function plainAddress(ipAddress: string): string {
  const address = ipAddress.replace(/^::ffff:(?=\d+\.)/, "")
  return /^[0-9A-Fa-f.:]{7,45}$/.test(address) ? address : "127.0.0.1"
}

function assertReturnUrl(returnUrl: string, { returnOrigins, sandbox }: PaymentSettings): void {
  // Quotes and brackets are encoded differently by VNPay's own demos: an address with them would not verify everywhere.
  // Backslashes and what is not visible ASCII are read differently by different parsers: our check could see our host
  // where VNPay or a browser sees another (http://ours\@theirs).
  if (!URL.canParse(returnUrl) || /[~!*'()\\]|[^\x21-\x7e]/.test(returnUrl) || returnUrl.length > 255) throw new PaymentError("return_url_refused")
  const ours = returnOrigins.includes(new URL(returnUrl).origin) || (sandbox && isOnThisMachine(returnUrl))
  if (!ours) throw new PaymentError("return_url_refused")
}
