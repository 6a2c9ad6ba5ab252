import { generateEntityId } from "@medusajs/framework/utils"
import { PaymentError } from "../errors"
import type { ChargeParts } from "../rules/charge-parts"
import { isRefundOver, nextRefundStatus, REFUND_HOLDS_MONEY, type RefundEvent, type RefundStatus } from "../rules/refund-state"
import { insertRow, moneyColumns, text, textOrNull, vnd, type Row, type Sql } from "./sql"
import { tellRefund } from "./tell"

export type RefundRequest = {
  intentId: string
  amountVnd: number
  reason: string
  idempotencyKey: string
  metadata?: Record<string, string>
  share?: RefundShare
  /** Of a refund that a caller of /v1 asked for. */
  chargeParts?: ChargeParts
}

/**
 * The part of an intent that one payment session of Medusa's asked for: no more than that goes back for it, however
 * much the others brought in.
 */
export type RefundShare = { sessionId: string; amountVnd: number }

/** Under this name the refund's metadata says whose share it is. */
export const SHARE = "session_id"

/** Which payment at VNPay is given back, or that a person must do it; left out, it is decided from where the money is. */
type Way = { attemptId: string } | "by_hand"

const HOLDING = REFUND_HOLDS_MONEY.map((status) => `'${status}'`).join(", ")

/**
 * Queues money to give back. The same key twice is one refund. The caller holds the intent's lock and has seen to it
 * that the sum is not more than was received.
 */
export async function queueRefund(sql: Sql, request: RefundRequest, way?: Way, now = new Date()): Promise<Row> {
  const { intentId, amountVnd, reason, idempotencyKey, share } = request
  const metadata = share ? { ...request.metadata, [SHARE]: share.sessionId } : request.metadata
  const [existing] = await sql("select * from payment_refund where idempotency_key = ? and deleted_at is null", [idempotencyKey])
  if (existing) return sameRefund(existing, request)
  const attemptId = way === "by_hand" ? null : (way?.attemptId ?? (await attemptToRefund(sql, intentId, amountVnd)))
  const created = await insertRow(sql, "payment_refund", {
    id: generateEntityId(undefined, "re"),
    intent_id: intentId,
    ...moneyColumns("amount_vnd", amountVnd),
    status: attemptId ? "pending" : "requires_action",
    method: attemptId ? "vnpay" : "by_hand",
    attempt_id: attemptId,
    reason,
    idempotency_key: idempotencyKey,
    metadata: metadata ? JSON.stringify(metadata) : null,
    charge_parts: request.chargeParts ? JSON.stringify(request.chargeParts) : null,
    next_try_at: attemptId ? now : null,
  })
  if (!created) throw new Error(`refund ${idempotencyKey} was not written`)
  await tellRefund(sql, "refund.created", created, null, now)
  return created
}

function sameRefund(existing: Row, { intentId, amountVnd }: RefundRequest): Row {
  if (existing.intent_id !== intentId || vnd(existing, "amount_vnd") !== amountVnd) throw new PaymentError("idempotency_mismatch")
  return existing
}

/**
 * Refuses what would give back more than came in, all refunds of the intent together, and more than was asked for a
 * share of it. The caller holds the intent's lock.
 */
export async function assertRefundable(sql: Sql, intent: Row, request: RefundRequest): Promise<void> {
  const [others] = await sql(
    `select coalesce(sum(amount_vnd), 0) as vnd from payment_refund
     where intent_id = ? and idempotency_key <> ? and status in (${HOLDING}) and deleted_at is null`,
    [request.intentId, request.idempotencyKey],
  )
  if (vnd(others ?? {}, "vnd") + request.amountVnd > vnd(intent, "amount_received_vnd")) throw new PaymentError("refund_too_large")
  if (!request.share) return
  const [ofShare] = await sql(
    `select coalesce(sum(amount_vnd), 0) as vnd from payment_refund
     where intent_id = ? and metadata->>'${SHARE}' = ? and idempotency_key <> ? and status in (${HOLDING}) and deleted_at is null`,
    [request.intentId, request.share.sessionId, request.idempotencyKey],
  )
  if (vnd(ofShare ?? {}, "vnd") + request.amountVnd > request.share.amountVnd) throw new PaymentError("refund_too_large")
}

/** The payment at VNPay that still holds enough, the oldest first; null: none does, or the money came by bank transfer. */
async function attemptToRefund(sql: Sql, intentId: string, amountVnd: number): Promise<string | null> {
  const [attempt] = await sql(
    `select a.id from payment_attempt a
     where a.intent_id = ? and a.status = 'succeeded' and a.deleted_at is null
       and a.amount_vnd - ? >= (select coalesce(sum(r.amount_vnd), 0) from payment_refund r
         where r.attempt_id = a.id and r.status in (${HOLDING}) and r.deleted_at is null)
     order by a.finished_at, a.id limit 1`,
    [intentId, amountVnd],
  )
  return attempt ? text(attempt, "id") : null
}

export type RefundChange = { event: RefundEvent; now: Date; failureReason?: string; settledBy?: string; note?: string }

/**
 * Applies one event to a refund whose row is locked; null when the state machine ignores it. A rejected refund is told
 * as failed and gets a successor at the desk, because the money is still the buyer's.
 */
export async function changeRefund(sql: Sql, refund: Row, change: RefundChange): Promise<Row | null> {
  const status = nextRefundStatus(refund.status as RefundStatus, change.event)
  if (status === "ignored") return null
  const [updated] = await sql(
    `update payment_refund set status = ?, failure_reason = coalesce(?, failure_reason), settled_by = coalesce(?, settled_by),
       settlement_note = coalesce(?, settlement_note), settled_at = case when ? then ? else settled_at end,
       next_try_at = null, updated_at = now()
     where id = ? returning *`,
    [status, change.failureReason ?? null, change.settledBy ?? null, change.note ?? null, isRefundOver(status), change.now, text(refund, "id")],
  )
  if (!updated) throw new Error(`refund ${text(refund, "id")} vanished under its lock`)
  await tellRefund(sql, status === "failed" ? "refund.failed" : "refund.updated", updated, refund, change.now)
  if (status === "failed") {
    await queueRefund(
      sql,
      {
        intentId: text(updated, "intent_id"),
        amountVnd: vnd(updated, "amount_vnd"),
        reason: text(updated, "reason"),
        idempotencyKey: `after:${text(updated, "id")}`,
        chargeParts: (updated.charge_parts as ChargeParts | null) ?? undefined,
        metadata: { ...shareOf(updated), follows_refund: text(updated, "id"), failure_reason: textOrNull(updated, "failure_reason") ?? "" },
      },
      "by_hand",
      change.now,
    )
  }
  return updated
}

/** Whose share a refund is, as its successor must say too. */
function shareOf({ metadata }: Row): Record<string, string> {
  const id = (metadata as Record<string, unknown> | null)?.[SHARE]
  return typeof id === "string" ? { [SHARE]: id } : {}
}
