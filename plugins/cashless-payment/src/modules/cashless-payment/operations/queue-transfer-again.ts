import { generateEntityId } from "@medusajs/framework/utils"
import { PaymentError } from "../errors"
import { lockHandTransfer } from "./lock-hand-transfer"
import { lockIntent } from "./change-intent"
import { assertRefundable, queueRefund } from "./refunds"
import { insertRow, moneyColumns, text, textOrNull, vnd, type Row, type Sql } from "./sql"
import { writeAudit, type Actor } from "./write-audit"

/**
 * A refund that was called off at the desk is to be sent after all: canceled is final, so it gets a successor of the same
 * money, reason and share, once, however often it is asked for. To the account that was named before, while we know it.
 * What a caller of /v1 asked for is its caller's to ask anew. Locks: intent → refund → transfer.
 */
export async function queueAgain(sql: Sql, id: string, note: string, actor: Actor, now: Date): Promise<string> {
  const { row, refund } = await lockHandTransfer(sql, id)
  if (refund?.status !== "canceled" || refund.charge_parts !== null) throw new PaymentError("not_called_off")
  const request = {
    intentId: text(refund, "intent_id"),
    amountVnd: vnd(refund, "amount_vnd"),
    reason: text(refund, "reason"),
    idempotencyKey: `after:${id}`,
    metadata: { ...(refund.metadata as Record<string, string> | null), follows_refund: id },
  }
  const [before] = await sql("select id from payment_refund where idempotency_key = ? and deleted_at is null", [request.idempotencyKey])
  if (before) return text(before, "id")
  await assertRefundable(sql, await lockIntent(sql, request.intentId), request)
  const again = text(await queueRefund(sql, request, "by_hand", now), "id")
  await keepAccount(sql, row, again)
  await writeAudit(sql, actor, { subjectId: id, action: "transfer_queued_again", note, data: { refund_id: again, amount_vnd: request.amountVnd } })
  return again
}

async function keepAccount(sql: Sql, before: Row, refundId: string): Promise<void> {
  if (!textOrNull(before, "account_by") || before.account_erased_at) return
  const kept = ["bank_bin", "bank_name", "account_number", "account_name", "account_by", "account_at", "account_version"]
  await insertRow(sql, "hand_transfer", {
    id: generateEntityId(undefined, "htr"),
    refund_id: refundId,
    ...moneyColumns("amount_vnd", vnd(before, "amount_vnd")),
    state: "waiting",
    ...Object.fromEntries(kept.map((column) => [column, before[column]])),
  })
}
