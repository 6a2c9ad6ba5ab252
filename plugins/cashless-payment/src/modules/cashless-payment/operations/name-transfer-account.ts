import { PaymentError } from "../errors"
import { bareAccountNumber } from "../rules/account-number"
import { bankName } from "../rules/banks"
import { encodeVietqr } from "../rules/vietqr"
import { changeHandTransfer, lockHandTransfer } from "./lock-hand-transfer"
import { text, textOrNull, type Sql } from "./sql"
import { writeAudit, type Actor } from "./write-audit"

export type TransferAccount = { bin: string; bankName?: string; accountNumber: string; accountName: string }

/**
 * Notes where the money is to go. May be corrected until it is said to have left; the same once more changes nothing.
 * The book keeps the last digits alone: it can't be erased, and the account will be.
 */
export async function nameAccount(sql: Sql, id: string, account: TransferAccount, by: "receiver" | "operator", actor: Actor, now: Date): Promise<void> {
  const accountNumber = bareAccountNumber(account.accountNumber)
  try {
    encodeVietqr({ bin: account.bin, accountNumber })
  } catch {
    throw new PaymentError("invalid_payee")
  }
  const transfer = await lockHandTransfer(sql, id)
  const { row } = transfer
  const same = textOrNull(row, "account_by") !== null && text(row, "bank_bin") === account.bin && text(row, "account_number") === accountNumber && text(row, "account_name") === account.accountName
  if (same && transfer.state === "waiting") return
  const columns = {
    bank_bin: account.bin,
    bank_name: account.bankName || bankName(account.bin),
    account_number: accountNumber,
    account_name: account.accountName,
    account_by: by,
    account_at: now,
    account_version: Number(row.account_version) + 1,
  }
  if (!(await changeHandTransfer(sql, transfer, { act: "name_account", by: actor.id, now, columns }))) {
    throw new PaymentError(transfer.state === "canceled" ? "hand_transfer_not_found" : "transfer_already_sent")
  }
  await writeAudit(sql, actor, { subjectId: id, action: "account_noted", data: { by, bin: account.bin, account_ending: accountNumber.slice(-4) } })
}
