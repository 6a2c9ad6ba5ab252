import type { NoticeOutcome } from "../rules/bank-notice"
import type { IntentStatus } from "../rules/intent-state"
import { changeIntent } from "./change-intent"
import { queueRefund } from "./refunds"
import { text, textOrNull, vnd, type Row, type Sql } from "./sql"

/** A locked intent as the rules for bank notices see it. */
export function awaiting(intent: Row, saidByHandVnd: number | null = null) {
  return {
    id: text(intent, "id"),
    status: intent.status as IntentStatus,
    amountVnd: vnd(intent, "amount_vnd"),
    amountReceivedVnd: vnd(intent, "amount_received_vnd"),
    accountNumber: text(intent, "payee_account_number"),
    bin: textOrNull(intent, "payee_bin"),
    saidByHandVnd,
  }
}

/** Lets matched money count for its locked intent; what is too much is queued to go back. */
export async function countMoney(sql: Sql, intent: Row, outcome: Extract<NoticeOutcome, { kind: "matched" }>, transactionId: string, now: Date): Promise<void> {
  await changeIntent(sql, intent, { event: outcome.reason === "under" ? "money_partial" : "money_full", now, receivedVnd: outcome.receivedVnd })
  if (outcome.surplusVnd === 0) return
  await queueRefund(sql, { intentId: text(intent, "id"), amountVnd: outcome.surplusVnd, reason: "overpaid", idempotencyKey: `surplus:${transactionId}` })
}
