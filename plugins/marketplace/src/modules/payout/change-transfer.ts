import type { KnownTransfer } from "@cho-phien/cashless-payment"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { dropLine, lockBatch, noteAct, reverseLine, settleLine, type DroppedLine } from "./change-batch"
import { ENDED_TRANSFERS, turnDelayMs, watchDelayMs, type ApprovedLine, type TransferState, type TurnedTransfer, type Watch } from "./rules/transfer-turn"

export type DueTransfer = TurnedTransfer & { id: string; batchId: string; turns: number; line: ApprovedLine & { sellerId: string; code: string; state: string; settledAt: Date | null } }

/** `fast`: the sandbox's time. `watchMs`: how long after its end a paid transfer is looked at. */
export type TurnClock = { now: Date; fast: boolean; watchMs: number }

type DueRow = { id: string; batch_id: string; state: TransferState; turns: number; first_sent_at: Date | null; problem: string | null; line_id: string; seller_id: string; reference: string; line_state: string; settled_at: Date | null; amount_vnd: string; bank_bin: string; account_number: string }

/** Longer than all requests of one turn together may take. */
const LEASE_MS = 120_000

/** Takes one transfer whose turn it is, so that no other process takes it now; null: none is due. */
export async function claimTransfer(tx: Knex.Transaction, now: Date): Promise<DueTransfer | null> {
  const claimed = (await tx("payout_transfer").where("next_turn_at", "<=", now).orderBy("next_turn_at").limit(1).forUpdate().skipLocked().first("id")) as { id: string } | undefined
  if (!claimed) return null
  await tx("payout_transfer").where({ id: claimed.id }).update({ next_turn_at: new Date(now.getTime() + LEASE_MS), updated_at: tx.fn.now() })
  const row = (await tx("payout_transfer as t").join("payout_line as l", "l.id", "t.line_id").where("t.id", claimed.id)
    .first("t.id", "t.batch_id", "t.state", "t.turns", "t.first_sent_at", "t.problem", "t.line_id", "l.seller_id", "l.reference", "l.state as line_state", "l.settled_at", "l.amount_vnd", "l.bank_bin", "l.account_number")) as DueRow
  const line = { id: row.line_id, sellerId: row.seller_id, code: row.reference, state: row.line_state, settledAt: row.settled_at, amountVnd: Number(row.amount_vnd), bankBin: row.bank_bin, accountNumber: row.account_number }
  return { id: row.id, batchId: row.batch_id, state: row.state, turns: row.turns, firstSentAt: row.first_sent_at, problem: row.problem, line }
}

/**
 * Writes down that the order is about to go out. False: it must not, because the line was settled or taken back
 * meanwhile. The batch is locked first, as by everybody who changes a line.
 */
export async function beginSending(tx: Knex.Transaction, { id, batchId, line }: DueTransfer, now: Date): Promise<boolean> {
  await lockBatch(tx, batchId)
  const open = await tx("payout_line").where({ id: line.id, state: "in_transit" }).first("id")
  if (!open) {
    await tx("payout_transfer").where({ id }).whereIn("state", ["queued", "sending"]).update({ state: "withdrawn", next_turn_at: null, updated_at: tx.fn.now() })
    return false
  }
  const changed = await tx("payout_transfer").where({ id }).whereIn("state", ["queued", "sending"])
    .update({ state: "sending", attempts: tx.raw("attempts + 1"), first_sent_at: tx.raw("coalesce(first_sent_at, ?)", [now]), updated_at: tx.fn.now() })
  return changed > 0
}

/**
 * The line may not go out any more, and no order of it ever did: it leaves its batch, and the books owe it again. False:
 * it was sent or had another end meanwhile.
 */
export async function withdrawQueued(tx: Knex.Transaction, { id, batchId, line }: DueTransfer, reason: DroppedLine): Promise<boolean> {
  await lockBatch(tx, batchId)
  const changed = await tx("payout_transfer").where({ id, state: "queued" }).update({ state: "withdrawn", problem: reason, next_turn_at: null, updated_at: tx.fn.now() })
  return changed > 0 && dropLine(tx, { batchId, lineId: line.id, reason, by: "cho-phien", note: reason })
}

/** What a turn came to: the transfer's state, and with its end the line's. True: the line was settled by it. */
export async function finishTurn(tx: Knex.Transaction, due: DueTransfer, { state, problem, known }: { state: TransferState; problem: string | null; known?: KnownTransfer }, { now, fast, watchMs }: TurnClock): Promise<boolean> {
  await lockBatch(tx, due.batchId)
  const before = (await tx("payout_transfer").where({ id: due.id }).forUpdate().first("state", "provider_id", "turns")) as { state: TransferState; provider_id: string | null; turns: number }
  if (ENDED_TRANSFERS.includes(before.state)) return false
  const ended = ENDED_TRANSFERS.includes(state)
  const turns = before.state === state ? before.turns + 1 : 0
  const settled = state === "paid" || state === "failed" ? await settleByProvider(tx, due.line.id, state, problem, known) : false
  // The line had another end before: a person has to know.
  const late = (state === "paid" || state === "failed") && !settled && (await endsDiffer(tx, due.line.id, state))
  await tx("payout_transfer").where({ id: due.id }).update({
    state,
    problem: late ? `line_${state === "paid" ? "failed" : "paid"}_before` : problem,
    turns,
    next_turn_at: after(now, ended ? (state === "paid" ? watchDelayMs(0, { fast, leftMs: watchMs }) : null) : turnDelayMs(turns, fast)),
    ...(known && { provider_id: known.providerId, beneficiary_name: known.beneficiaryName }),
    updated_at: tx.fn.now(),
  })
  if (known && before.provider_id === null) await noteAct(tx, { batchId: due.batchId, act: "line_sent", by: "payos", note: known.providerId, lineId: due.line.id })
  return settled
}

/** What a look at a paid transfer came to. True: its line is no longer paid, and the books have to hear of it. */
export async function finishWatch(tx: Knex.Transaction, due: DueTransfer, { reversed, problem }: Watch, { now, fast, watchMs }: TurnClock): Promise<boolean> {
  await lockBatch(tx, due.batchId)
  const before = (await tx("payout_transfer").where({ id: due.id }).forUpdate().first("state")) as { state: TransferState }
  if (before.state !== "paid") return false
  const leftMs = (due.line.settledAt ?? now).getTime() + watchMs - now.getTime()
  const told = problem !== null && { problem }
  const next = reversed ? { state: "reversed", next_turn_at: null } : { turns: due.turns + 1, next_turn_at: after(now, watchDelayMs(due.turns + 1, { fast, leftMs })) }
  await tx("payout_transfer").where({ id: due.id }).update({ ...next, ...told, updated_at: tx.fn.now() })
  return reversed && reverseLine(tx, due.line.id, problem ?? "reversed", now)
}

const after = (now: Date, ms: number | null) => (ms === null ? null : new Date(now.getTime() + ms))

/** A person wants it done now rather than when its turn comes. False: there is nothing left to do. */
export async function hurryTransfer(tx: Knex.Transaction, lineId: string): Promise<boolean> {
  const changed = await tx("payout_transfer").where({ line_id: lineId }).whereNotIn("state", ENDED_TRANSFERS).update({ next_turn_at: tx.fn.now(), updated_at: tx.fn.now() })
  return changed > 0
}

function settleByProvider(tx: Knex.Transaction, lineId: string, to: "paid" | "failed", problem: string | null, known?: KnownTransfer): Promise<boolean> {
  return settleLine(tx, { lineId, to, by: "payos", bankReference: known?.bankReference ?? undefined, reason: to === "failed" ? (problem ?? "payOS") : (known?.providerId ?? "payOS"), byProvider: true })
}

async function endsDiffer(tx: Knex.Transaction, lineId: string, state: "paid" | "failed"): Promise<boolean> {
  const line = (await tx("payout_line").where({ id: lineId }).first("state")) as { state: string }
  return line.state !== state
}
