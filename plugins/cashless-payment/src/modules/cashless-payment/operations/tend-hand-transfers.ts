import { HAND_TRANSFER_TERMS, termsAt } from "../rules/hand-transfer-terms"
import { changeHandTransfer, lockHandTransfer } from "./lock-hand-transfer"
import { instantOrNull, text, textOrNull, type Sql, type Transact } from "./sql"

const DAY_MS = 86_400_000
const BATCH = 200

/** Money said to be sent that nobody misses counts as arrived after the days of the terms. Returns how many. */
export async function endQuietTransfers(transact: Transact, now: Date): Promise<number> {
  const shortest = Math.min(...HAND_TRANSFER_TERMS.map(({ quietDays }) => quietDays))
  const quiet = await transact((sql) => sql(`select id, refund_id from hand_transfer where state = 'sent' and sent_at <= ? and deleted_at is null order by sent_at limit ${BATCH}`, [new Date(now.getTime() - shortest * DAY_MS)]))
  let ended = 0
  for (const candidate of quiet) ended += Number(await transact((sql) => endIfQuiet(sql, textOrNull(candidate, "refund_id") ?? text(candidate, "id"), now)))
  return ended
}

async function endIfQuiet(sql: Sql, id: string, now: Date): Promise<boolean> {
  const transfer = await lockHandTransfer(sql, id)
  const sentAt = instantOrNull(transfer.row, "sent_at")
  if (transfer.state !== "sent" || !sentAt || sentAt.getTime() + termsAt(sentAt).quietDays * DAY_MS > now.getTime()) return false
  return changeHandTransfer(sql, transfer, { act: "say_arrived", by: "system", note: "time", now, columns: { confirmed_by: "time" } })
}

/** Bank accounts whose purpose is over: the last digits stay, for questions. Returns how many. */
export async function eraseTransferAccounts(sql: Sql, now: Date): Promise<number> {
  // The terms at the end count; with one set of them that is one date.
  const over = await sql(
    `select id, finished_at from hand_transfer where state in ('done', 'canceled') and account_number is not null and account_erased_at is null
       and finished_at is not null and deleted_at is null order by finished_at limit ${BATCH} for update skip locked`,
  )
  const due = over.filter((row) => {
    const finishedAt = instantOrNull(row, "finished_at")
    return finishedAt !== null && finishedAt.getTime() + termsAt(finishedAt).keepAccountDays * DAY_MS <= now.getTime()
  })
  for (const row of due) {
    await sql("update hand_transfer set account_number = right(account_number, 4), account_name = null, account_erased_at = ?, updated_at = now() where id = ?", [now, text(row, "id")])
  }
  return due.length
}
