import { createHash } from "node:crypto"
import type { IntentStatus } from "../rules/intent-state"
import { encodeVietqr } from "../rules/vietqr"
import { instant, instantOrNull, text, textOrNull, vnd, type Row } from "./sql"

export type Rail = "vietqr" | "vnpay"

export type MethodOptions = {
  /** How long a VietQR may be paid once it is shown. */
  expires_after_seconds?: number
  /** What VNPay is to offer, in which language, and the buyer's address. */
  bank_code?: "VNPAYQR" | "VNBANK" | "INTCARD"
  /** Whether the buyer is sent to VNPay's page or shown a QR of VNPay's on another. */
  display?: "redirect" | "qr_code"
  locale?: "vn" | "en"
  ip_address?: string
}

/** What a caller of /v1 said about an intent that nothing here decides by, but for whom the money is. */
export type IntentTerms = {
  payment_method_types: Rail[]
  automatic_payment_methods: boolean
  receipt_email: string | null
  return_url: string | null
  statement_descriptor: string | null
  statement_descriptor_suffix: string | null
  /** Ids of accounts. VietQR pays `transfer_destination`, or else `on_behalf_of`; what VNPay brought to the platform is owed to `transfer_destination`. */
  on_behalf_of: string | null
  transfer_destination: string | null
  transfer_amount_vnd: number | null
  transfer_group: string | null
  application_fee_vnd: number | null
  shipping: Record<string, unknown> | null
  method_options: MethodOptions
}

/** The text of a VNPAY-QR for a banking app, and until when it can be paid (ISO 8601, UTC). */
export type VnpayQr = { payload: string; expires_at: string }

export type VietqrInstructions = {
  payload: string
  bin: string
  bank_name: string
  account_number: string
  account_name: string
  memo: string
  amount_vnd: number
}

/** A payment intent as other plugins and the API see it. Times are ISO 8601 in UTC. */
export type PaymentIntentView = {
  id: string
  rail: Rail
  status: IntentStatus
  amount_vnd: number
  amount_received_vnd: number
  description: string
  metadata: Record<string, string>
  expires_at: string
  created_at: string
  succeeded_at: string | null
  canceled_at: string | null
  cancellation_reason: string | null
  last_error_code: string | null
  origin: "process" | "api"
  customer_id: string | null
  terms: IntentTerms
  redirect_url: string | null
  vnpay_qr: VnpayQr | null
  /** Opens the page and the picture of the QR to whoever holds it; tells nothing about the client secret. */
  share_token: string | null
  vietqr: VietqrInstructions | null
}

export function toIntentView(row: Row): PaymentIntentView {
  return {
    id: text(row, "id"),
    rail: row.rail as Rail,
    status: row.status as IntentStatus,
    amount_vnd: vnd(row, "amount_vnd"),
    amount_received_vnd: vnd(row, "amount_received_vnd"),
    description: text(row, "description"),
    metadata: { ...(row.metadata as Record<string, string>) },
    expires_at: instant(row, "expires_at").toISOString(),
    created_at: instant(row, "created_at").toISOString(),
    succeeded_at: instantOrNull(row, "succeeded_at")?.toISOString() ?? null,
    canceled_at: instantOrNull(row, "canceled_at")?.toISOString() ?? null,
    cancellation_reason: textOrNull(row, "cancellation_reason"),
    last_error_code: textOrNull(row, "last_error_code"),
    origin: row.origin as "process" | "api",
    customer_id: textOrNull(row, "customer_id"),
    terms: { ...noTerms(row.rail as Rail), ...(row.terms as Partial<IntentTerms> | null) },
    redirect_url: textOrNull(row, "redirect_url"),
    vnpay_qr: textOrNull(row, "vnpay_qr") === null ? null : { payload: text(row, "vnpay_qr"), expires_at: instant(row, "vnpay_qr_expires_at").toISOString() },
    share_token: shareToken(textOrNull(row, "client_secret")),
    // Through /v1 the account and the memo are settled only when the intent is confirmed.
    vietqr: row.rail === "vietqr" && row.memo_code ? toVietqr(row) : null,
  }
}

export function noTerms(rail: Rail): IntentTerms {
  return {
    payment_method_types: [rail],
    automatic_payment_methods: false,
    receipt_email: null,
    return_url: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    on_behalf_of: null,
    transfer_destination: null,
    transfer_amount_vnd: null,
    transfer_group: null,
    application_fee_vnd: null,
    shipping: null,
    method_options: {},
  }
}

/** 128 bits of a hash of a 192-bit secret: as hard to guess as the secret, and no way back to it. */
function shareToken(clientSecret: string | null): string | null {
  return clientSecret && createHash("sha256").update(`share ${clientSecret}`).digest("hex").slice(0, 32)
}

/**
 * The QR asks for what is missing: after a part payment the whole amount would be paid on top of it and had to be sent
 * back by hand. It is derived, never stored, so it cannot disagree with the row; a picture saved before is still taken.
 */
function toVietqr(row: Row): VietqrInstructions {
  const bin = text(row, "payee_bin")
  const accountNumber = text(row, "payee_account_number")
  const memo = text(row, "memo_code")
  const missingVnd = vnd(row, "amount_vnd") - vnd(row, "amount_received_vnd")
  const amountVnd = missingVnd > 0 ? missingVnd : vnd(row, "amount_vnd")
  return {
    payload: encodeVietqr({ bin, accountNumber, amountVnd, memo }),
    bin,
    bank_name: text(row, "payee_bank_name"),
    account_number: accountNumber,
    account_name: text(row, "payee_account_name"),
    memo,
    amount_vnd: amountVnd,
  }
}
