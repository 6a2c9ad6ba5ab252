import { PaymentError } from "../errors"
import { bankName } from "../rules/banks"
import { findHandTransfer } from "./hand-transfer-view"
import { changeHandTransfer, lockHandTransfer, notedAccount } from "./lock-hand-transfer"
import { textOrNull, vnd, type Row, type Sql } from "./sql"
import { writeAudit, type Actor } from "./write-audit"

export type SaidSent = {
  bankReference: string
  /** Which account was looked at; another one since is a conflict, unless it was sent to the earlier one. */
  accountVersion: number
  toEarlierAccount: boolean
}

/**
 * "I have sent it", said by who holds the money. Kept with who said it and when; the refund is then on its way until the
 * receiver, the bank or the operator says so too. Said again with the same reference it changes nothing.
 */
export async function saySent(sql: Sql, id: string, said: SaidSent, actor: Actor, now: Date): Promise<void> {
  const transfer = await lockHandTransfer(sql, id)
  const { row, state } = transfer
  if (state === "sent" || state === "done") {
    if (textOrNull(row, "bank_reference") === said.bankReference) return
    throw new PaymentError("transfer_already_sent")
  }
  // Taken over meanwhile: the operator sends it.
  if (row.taken_over_at) throw new PaymentError("hand_transfer_not_found")
  if (Number(row.account_version) !== said.accountVersion && !said.toEarlierAccount) throw new PaymentError("transfer_account_changed")
  const columns: Row = { ...(await accountOfPayment(sql, id, row, now)), sent_at: now, sent_by: actor.id, bank_reference: said.bankReference, problem_at: null }
  if (!(await changeHandTransfer(sql, transfer, { act: "say_sent", by: actor.id, now, columns }))) throw new PaymentError("hand_transfer_not_found")
  const data = { bank_reference: said.bankReference, amount_vnd: vnd(row, "amount_vnd"), account_version: said.accountVersion, to_earlier_account: said.toEarlierAccount ? 1 : 0 }
  await writeAudit(sql, actor, { subjectId: id, action: "said_sent", data })
}

/** Nobody named an account, and the bank told where the payment came from: that is where it went, and is kept as such. */
async function accountOfPayment(sql: Sql, id: string, row: Row, now: Date): Promise<Row> {
  if (notedAccount(row)) return {}
  const view = await findHandTransfer(sql, id, now)
  if (!view?.to) throw new PaymentError("transfer_account_unknown")
  const { bin, bank_name, account_number, account_name } = view.to
  return { bank_bin: bin, bank_name: bank_name || bankName(bin), account_number, account_name, account_by: "payment", account_at: view.asked_at }
}
