import { PaymentError } from "../errors"
import { fetchVnpayQr } from "../gateway/genqr"
import type { PaymentSettings } from "../settings"
import type { VnpayQr } from "./payment-intent-view"
import { instant, text, type Sql, type Transact } from "./sql"
import { startVnpayAttempt, type VnpayAttemptInput } from "./start-vnpay-attempt"

/** A QR shown again with less than this left would run out while it is being scanned. */
export const SHORTEST_REST_MS = 60_000

/**
 * A QR of VNPay's for an intent: the one that is open, or a new attempt with one. The attempt is kept before VNPay is
 * asked, so that a payment by a QR whose answer got lost is found like any other.
 */
export async function showVnpayQr(transact: Transact, settings: PaymentSettings, intentId: string, input: VnpayAttemptInput, now: Date): Promise<VnpayQr> {
  if (!settings.vnpay?.genqr) throw new PaymentError("vnpay_qr_not_offered")
  const open = await transact((sql) => openQr(sql, intentId, new Date(now.getTime() + SHORTEST_REST_MS)))
  if (open) return open
  const attempt = await transact((sql) => startVnpayAttempt(sql, settings, intentId, { ...input, bankCode: "VNPAYQR" }, now, "genqr"))
  const payload = await fetchVnpayQr(attempt.redirectUrl)
  if (!payload) throw new PaymentError("vnpay_qr_failed")
  await transact(async (sql) => {
    // Locks in the order of the house: intent → attempt.
    await sql("update payment_intent set redirect_url = null, vnpay_qr = ?, vnpay_qr_expires_at = ?, updated_at = now() where id = ?", [payload, attempt.expiresAt, intentId])
    await sql("update payment_attempt set qr_content = ?, updated_at = now() where txn_ref = ? and deleted_at is null", [payload, attempt.txnRef])
  })
  return { payload, expires_at: attempt.expiresAt.toISOString() }
}

/** The open QR of an intent that still waits for money, if there is one. */
export async function openQr(sql: Sql, intentId: string, usableAt: Date): Promise<VnpayQr | null> {
  const [attempt] = await sql(
    `select a.qr_content, a.expires_at from payment_attempt a join payment_intent i on i.id = a.intent_id
     where a.intent_id = ? and a.status = 'open' and a.qr_content is not null and a.expires_at > ? and i.status = 'requires_action' and a.deleted_at is null
     order by a.expires_at desc limit 1`,
    [intentId, usableAt],
  )
  return attempt ? { payload: text(attempt, "qr_content"), expires_at: instant(attempt, "expires_at").toISOString() } : null
}
