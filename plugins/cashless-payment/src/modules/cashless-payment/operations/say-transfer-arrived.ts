import { PaymentError } from "../errors"
import { changeHandTransfer, lockHandTransfer } from "./lock-hand-transfer"
import type { Sql } from "./sql"
import { writeAudit, type Actor } from "./write-audit"

export type SaidOfArrival = { arrived: boolean; note: string | null }

/** Whoever waits for the money says that it has come, or that it has not: then it is to be sent again, and the operator sees why. */
export async function sayArrived(sql: Sql, id: string, { arrived, note }: SaidOfArrival, actor: Actor, now: Date): Promise<void> {
  const transfer = await lockHandTransfer(sql, id)
  if (arrived && transfer.state === "done") return
  const done = arrived
    ? await changeHandTransfer(sql, transfer, { act: "say_arrived", by: actor.id, note: "receiver", now, columns: { confirmed_by: "receiver" } })
    : await changeHandTransfer(sql, transfer, { act: "say_missing", by: actor.id, now, columns: { problem_at: now, problem_note: note, proof_transaction_id: null } })
  if (!done) throw new PaymentError("transfer_not_sent")
  await writeAudit(sql, actor, { subjectId: id, action: arrived ? "said_arrived" : "said_missing", note })
}
