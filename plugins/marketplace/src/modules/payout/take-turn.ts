import type { SendAnswer, TransferOrder, TransferProvider } from "@cho-phien/cashless-payment"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DroppedLine } from "./change-batch"
import { beginSending, claimTransfer, finishTurn, finishWatch, withdrawQueued, type DueTransfer, type TurnClock } from "./change-transfer"
import { payosMemo } from "./rules/bank-file"
import { afterAsking, afterSending, afterWatching, type Turn } from "./rules/transfer-turn"

/** `idle`: no transfer is due. `settled`: a line came to its end, or back from it, and the books have to hear of it. */
export type TurnResult = "idle" | "moved" | "settled"

/** What the books say at this moment of a seller whose line is about to go out. */
export type StillDue = (sellerId: string) => Promise<"due" | DroppedLine>

type Turning = { db: Knex; provider: TransferProvider; stillDue: StillDue; clock: TurnClock }

/**
 * One turn of one transfer. What is to happen is written down before the provider hears of it, and what it said after:
 * a process that dies in between leaves `sending` behind, and the next turn asks by reference before it sends anything.
 */
export async function takeTurn(turning: Turning): Promise<TurnResult> {
  const { db, provider, clock } = turning
  const due = await db.transaction((tx) => claimTransfer(tx, clock.now))
  if (!due) return "idle"
  if (due.state === "paid") {
    const watch = afterWatching(due.line, await provider.find(due.line.id))
    return (await db.transaction((tx) => finishWatch(tx, due, watch, clock))) ? "settled" : "moved"
  }
  const turn = due.state === "queued" ? await send(turning, due) : await ask(turning, due)
  if (turn === "dropped") return "settled"
  if (turn === "over") return "moved"
  return (await db.transaction((tx) => finishTurn(tx, due, turn, clock))) ? "settled" : "moved"
}

/** `dropped`: it left its batch unsent. `over`: there is nothing to write down about it. */
type Came = Extract<Turn, { kind: "state" }> | "dropped" | "over"

async function ask(turning: Turning, due: DueTransfer): Promise<Came> {
  const turn = afterAsking(due, due.line, await turning.provider.find(due.line.id), turning.clock.now)
  return turn.kind === "resend" ? send(turning, due) : turn
}

async function send({ db, provider, stillDue, clock }: Turning, due: DueTransfer): Promise<Came> {
  const balanceVnd = await provider.balanceVnd()
  // Unknown or too low: nothing goes out, and what is queued stays where it can still be taken back.
  if (balanceVnd === null || balanceVnd < due.line.amountVnd) return { kind: "state", state: due.state, problem: balanceVnd === null ? "balance_unknown" : "balance_low" }
  // Hours may lie between the batch's "sent" and this order, and goods come back meanwhile.
  const word = await stillDue(due.line.sellerId)
  if (word !== "due") return holdBack(db, due, word)
  if (!(await db.transaction((tx) => beginSending(tx, due, clock.now)))) return "over"
  const turn = afterSending(due.line, await sendSafely(provider, orderOf(due)))
  return turn.kind === "state" ? turn : "over"
}

/** What was never sent leaves the batch. Of what may be on its way nothing is known yet: it is asked about, and not sent again. */
async function holdBack(db: Knex, due: DueTransfer, reason: DroppedLine): Promise<Came> {
  if (due.state !== "queued") return { kind: "state", state: due.state, problem: reason }
  return (await db.transaction((tx) => withdrawQueued(tx, due, reason))) ? "dropped" : "over"
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
