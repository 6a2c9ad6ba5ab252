import type { IntentStatus } from "../rules/intent-state"
import { encodeVietqr } from "../rules/vietqr"
import { instant, instantOrNull, text, textOrNull, vnd, type Row } from "./sql"

export type Rail = "vietqr" | "vnpay"

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
    vietqr: row.rail === "vietqr" ? toVietqr(row) : null,
  }
}

/** The QR always asks for the whole amount; it is derived, never stored, so it cannot disagree with the row. */
function toVietqr(row: Row): VietqrInstructions {
  const bin = text(row, "payee_bin")
  const accountNumber = text(row, "payee_account_number")
  const memo = text(row, "memo_code")
  const amountVnd = vnd(row, "amount_vnd")
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
