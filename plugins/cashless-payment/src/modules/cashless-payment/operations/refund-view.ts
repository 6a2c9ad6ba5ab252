import type { ChargeParts } from "../rules/charge-parts"
import type { RefundStatus } from "../rules/refund-state"
import { instant, instantOrNull, text, textOrNull, vnd, type Row } from "./sql"

/** A refund as other plugins and the API see it. Times are ISO 8601 in UTC. */
export type RefundView = {
  id: string
  intent_id: string
  amount_vnd: number
  status: RefundStatus
  /** How the money goes back: asked of VNPay, or transferred by a person. */
  method: "vnpay" | "by_hand"
  reason: string
  metadata: Record<string, string>
  /** What of a charge for another's account goes back with it; null: no caller of /v1 asked for this refund (a surplus, late money, an order's). */
  charge_parts: ChargeParts | null
  failure_reason: string | null
  created_at: string
  settled_at: string | null
}

export function toRefundView(row: Row): RefundView {
  return {
    id: text(row, "id"),
    intent_id: text(row, "intent_id"),
    amount_vnd: vnd(row, "amount_vnd"),
    status: row.status as RefundStatus,
    method: row.method as RefundView["method"],
    reason: text(row, "reason"),
    metadata: { ...(row.metadata as Record<string, string> | null) },
    charge_parts: (row.charge_parts as ChargeParts | null) ?? null,
    failure_reason: textOrNull(row, "failure_reason"),
    created_at: instant(row, "created_at").toISOString(),
    settled_at: instantOrNull(row, "settled_at")?.toISOString() ?? null,
  }
}
