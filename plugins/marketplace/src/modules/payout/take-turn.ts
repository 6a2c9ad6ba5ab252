import type { SendAnswer, TransferOrder, TransferProvider } from "@cho-phien/cashless-payment"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { beginSending, claimTransfer, finishTurn, finishWatch, type DueTransfer, type TurnClock } from "./change-transfer"
import { payosMemo } from "./rules/bank-file"
import { afterAsking, afterSending, afterWatching, type Turn } from "./rules/transfer-turn"

/** `idle`: no transfer is due. `settled`: a line came to its end, or back from it, and the books have to hear of it. */
export type TurnResult = "idle" | "moved" | "settled"

/**
 * One turn of one transfer. What is to happen is written down before the provider hears of it, and what it said after:
 * a process that dies in between leaves `sending` behind, and the next turn asks by reference before it sends anything.
 */
export async function takeTurn(db: Knex, provider: TransferProvider, clock: TurnClock): Promise<TurnResult> {
  const due = await db.transaction((tx) => claimTransfer(tx, clock.now))
  if (!due) return "idle"
  if (due.state === "paid") {
    const watch = afterWatching(due.line, await provider.find(due.line.id))
    return (await db.transaction((tx) => finishWatch(tx, due, watch, clock))) ? "settled" : "moved"
  }
  const turn = due.state === "queued" ? await send(db, provider, due, clock) : await ask(db, provider, due, clock)
  if (!turn) return "moved"
  return (await db.transaction((tx) => finishTurn(tx, due, turn, clock))) ? "settled" : "moved"
}

type Settled = Extract<Turn, { kind: "state" }> | null

async function ask(db: Knex, provider: TransferProvider, due: DueTransfer, clock: TurnClock): Promise<Settled> {
  const turn = afterAsking(due, due.line, await provider.find(due.line.id), clock.now)
  return turn.kind === "resend" ? send(db, provider, due, clock) : turn
}

async function send(db: Knex, provider: TransferProvider, due: DueTransfer, clock: TurnClock): Promise<Settled> {
  const balanceVnd = await provider.balanceVnd()
  // Unknown or too low: nothing goes out, and what is queued stays where it can still be taken back.
  if (balanceVnd === null || balanceVnd < due.line.amountVnd) return { kind: "state", state: due.state, problem: balanceVnd === null ? "balance_unknown" : "balance_low" }
  if (!(await db.transaction((tx) => beginSending(tx, due, clock.now)))) return null
  const turn = afterSending(due.line, await sendSafely(provider, orderOf(due)))
  return turn.kind === "state" ? turn : null
}

/** A provider that throws has said nothing. */
async function sendSafely(provider: TransferProvider, order: TransferOrder): Promise<SendAnswer> {
  try {
    return await provider.send(order)
  } catch (error) {
    return { kind: "unclear", reason: String(error) }
  }
}

export function orderOf({ line }: Pick<DueTransfer, "line">): TransferOrder {
  return { reference: line.id, amountVnd: line.amountVnd, memo: payosMemo(line.code), bankBin: line.bankBin, accountNumber: line.accountNumber }
}
