import { PaymentError } from "../errors"
import { changeHandTransfer, lockHandTransfer } from "./lock-hand-transfer"
import { nameAccount, type TransferAccount } from "./name-transfer-account"
import { paymentWords } from "./payment-words"
import { text, vnd, type Sql } from "./sql"
import { writeAudit, type Actor } from "./write-audit"

/** What the operator does about money to send back. One person is enough; who it was is in the book. */
export async function setTransferAccount(sql: Sql, id: string, account: TransferAccount, actor: Actor, now: Date): Promise<void> {
  await nameAccount(sql, id, account, "operator", actor, now)
}

/** The bank's reference, and, of what was taken over, whose money it was: the payee may have sent it all the same. */
export type Finished = { bankReference: string; sentFrom: "house" | "payee" | null }

/**
 * The operator has sent the money, or has seen that it was sent. After a take-over it must be said by whom: what the
 * house sent the payee owes, what the payee sent it does not.
 */
export async function finishHandTransfer(sql: Sql, id: string, { bankReference, sentFrom }: Finished, actor: Actor, now: Date): Promise<void> {
  const transfer = await lockHandTransfer(sql, id)
  const takenOver = Boolean(transfer.row.taken_over_at)
  if (takenOver && transfer.state === "waiting" && !sentFrom) throw new PaymentError("sent_from_needed")
  const columns = { bank_reference: bankReference, confirmed_by: "operator", problem_at: null, ...(takenOver && { sent_from: sentFrom }) }
  if (!(await changeHandTransfer(sql, transfer, { act: "finish", by: actor.id, note: bankReference, now, columns }))) throw new PaymentError("hand_transfer_not_found")
  await writeAudit(sql, actor, { subjectId: id, action: "transfer_done", data: { bank_reference: bankReference, amount_vnd: vnd(transfer.row, "amount_vnd"), ...(takenOver && { sent_from: sentFrom }) } })
}

/** The money is not to be sent after all: a refund is canceled, unmatched money lies at the desk again. */
export async function cancelHandTransfer(sql: Sql, id: string, note: string, actor: Actor, now: Date): Promise<void> {
  const transfer = await lockHandTransfer(sql, id)
  if (transfer.state === "sent") throw new PaymentError("transfer_already_sent")
  if (!(await changeHandTransfer(sql, transfer, { act: "cancel", by: actor.id, note, now, columns: {} }))) throw new PaymentError("hand_transfer_not_found")
  if (!transfer.refund) {
    await sql("update bank_transaction set state = 'unmatched', resolved_at = null, resolved_by = null, resolution_note = null, updated_at = now() where id = ?", [text(transfer.row, "bank_transaction_id")])
  }
  await writeAudit(sql, actor, { subjectId: id, action: "transfer_canceled", note })
}

/** Why, and how it was looked into where only the payee said that the payment came. */
export type TakeOver = { note: string; checked: string | null }

/**
 * The operator sends the money in the payee's stead; said again it changes nothing. Where nobody but the payee ever said
 * that the payment came, a payee and a friend could have the operator pay out money that never was: it needs a second look.
 */
export async function takeOverHandTransfer(sql: Sql, id: string, { note, checked }: TakeOver, actor: Actor, now: Date): Promise<void> {
  const { row, state } = await lockHandTransfer(sql, id)
  if (state === "sent") throw new PaymentError("transfer_already_sent")
  if (state !== "waiting") throw new PaymentError("hand_transfer_not_found")
  if (row.taken_over_at) return
  const word = (await paymentWords(sql, [id])).get(id) ?? "hand"
  if (word !== "bank" && !checked) throw new PaymentError("take_over_unchecked")
  await sql("update hand_transfer set taken_over_at = ?, updated_at = now() where id = ?", [now, text(row, "id")])
  await writeAudit(sql, actor, { subjectId: id, action: "transfer_taken_over", note, data: { payment_word: word, checked } })
}

/** Notes that the payee was reminded; whoever passes messages on sends one for each. */
export async function remindOfHandTransfer(sql: Sql, id: string, actor: Actor, now: Date): Promise<void> {
  const { row, state } = await lockHandTransfer(sql, id)
  if (state !== "waiting") throw new PaymentError("hand_transfer_not_found")
  await sql("update hand_transfer set reminded_at = ?, reminders = reminders + 1, updated_at = now() where id = ?", [now, text(row, "id")])
  await writeAudit(sql, actor, { subjectId: id, action: "transfer_reminded" })
}
