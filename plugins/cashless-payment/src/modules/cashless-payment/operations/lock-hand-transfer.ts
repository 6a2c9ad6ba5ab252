import { generateEntityId } from "@medusajs/framework/utils"
import { PaymentError } from "../errors"
import { nextHandTransferState, type HandTransferAct, type HandTransferState } from "../rules/hand-transfer-state"
import type { RefundEvent } from "../rules/refund-state"
import { lockIntent } from "./change-intent"
import { changeRefund } from "./refunds"
import { insertRow, moneyColumns, text, textOrNull, vnd, type Row, type Sql } from "./sql"

/** A transfer under its lock, with the refund it settles; `refund` is null for a return of unmatched money. */
export type LockedTransfer = { id: string; row: Row; state: HandTransferState; refund: Row | null }

/**
 * Locks in the house's order: intent → refund → transfer. A refund that waits for a person has its transfer made here
 * when it has none yet.
 */
export async function lockHandTransfer(sql: Sql, id: string): Promise<LockedTransfer> {
  const [named] = await sql("select intent_id from payment_refund where id = ? and deleted_at is null", [id])
  if (!named) return locked(id, await lockRow(sql, "id", id), null)
  await lockIntent(sql, text(named, "intent_id"))
  const [refund] = await sql("select * from payment_refund where id = ? for update", [id])
  if (!refund) throw new PaymentError("hand_transfer_not_found")
  if (refund.status === "requires_action") {
    await insertRow(
      sql,
      "hand_transfer",
      { id: generateEntityId(undefined, "htr"), refund_id: id, ...moneyColumns("amount_vnd", vnd(refund, "amount_vnd")), state: "waiting" },
      "on conflict do nothing",
    )
  }
  const row = await lockRow(sql, "refund_id", id)
  // A refund canceled elsewhere (through /v1) takes its transfer with it.
  return refund.status === "canceled" ? { ...locked(id, row, refund), state: "canceled" } : locked(id, row, refund)
}

async function lockRow(sql: Sql, column: "id" | "refund_id", id: string): Promise<Row> {
  const [row] = await sql(`select * from hand_transfer where ${column} = ? and deleted_at is null for update`, [id])
  if (!row) throw new PaymentError("hand_transfer_not_found")
  return row
}

const locked = (id: string, row: Row, refund: Row | null): LockedTransfer => ({ id, row, refund, state: row.state as HandTransferState })

/** What each act means to the refund behind the transfer. */
const OF_REFUND: Partial<Record<HandTransferAct, RefundEvent>> = {
  say_sent: "said_sent",
  say_missing: "missed",
  say_arrived: "money_returned",
  prove: "money_returned",
  finish: "money_returned",
  cancel: "canceled",
}

export type ActOnTransfer = { act: HandTransferAct; by: string; note?: string; now: Date; columns: Row }

/** Applies one act to a locked transfer and its refund; false when the table of acts refuses it. */
export async function changeHandTransfer(sql: Sql, transfer: LockedTransfer, { act, by, note, now, columns }: ActOnTransfer): Promise<boolean> {
  const state = nextHandTransferState(transfer.state, act)
  if (state === "refused") return false
  const over = state === "done" || state === "canceled"
  const values: Row = { ...columns, state, ...(over && { finished_at: now, finished_by: by }) }
  const names = Object.keys(values)
  await sql(`update hand_transfer set ${names.map((name) => `${name} = ?`).join(", ")}, updated_at = now() where id = ?`, [...Object.values(values), text(transfer.row, "id")])
  const event = OF_REFUND[act]
  if (transfer.refund && event && !(await changeRefund(sql, transfer.refund, { event, now, ...(over && { settledBy: by, note }) }))) throw new PaymentError("hand_transfer_not_found")
  return true
}

/** The account noted on a locked transfer, or null. */
export const notedAccount = (row: Row): string | null => textOrNull(row, "account_by") && textOrNull(row, "account_number")
