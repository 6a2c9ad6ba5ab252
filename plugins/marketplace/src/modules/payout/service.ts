import type { TransferProvider } from "@cho-phien/cashless-payment"
import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { approveBatch, bookLine, cancelBatch, insertBatch, noteDownload, sendBatch, settleLine, withdrawLines, type DroppedLine, type NewBatch, type Settlement } from "./change-batch"
import { hurryTransfer, type TurnClock } from "./change-transfer"
import { payoutErrors } from "./errors"
import PayoutAccount from "./models/payout-account"
import PayoutAct from "./models/payout-act"
import PayoutBatch from "./models/payout-batch"
import PayoutLine from "./models/payout-line"
import PayoutTransfer from "./models/payout-transfer"
import PayoutStatementLine from "./models/statement-line"
import type { OutgoingLine } from "./rules/match-statement"
import { takeStatementLine, type TakenLine } from "./take-statement"
import { takeTurn, type StillDue, type TurnResult } from "./take-turn"

/**
 * Paying sellers what the books say they are owed. It knows batches, accounts and statements; the books know balances,
 * and have the last word on whether a line is covered (workflows/book-payouts).
 */
export default class PayoutModuleService extends MedusaService({ PayoutBatch, PayoutLine, PayoutAccount, PayoutAct, PayoutStatementLine, PayoutTransfer }) {
  private readonly db: Knex

  constructor(container: Record<string, unknown>) {
    super(...(arguments as unknown as [Record<string, unknown>]))
    this.db = container[ContainerRegistrationKeys.PG_CONNECTION] as Knex
  }

  async insertBatch(batch: NewBatch): Promise<string | null> {
    return this.db.transaction((tx) => insertBatch(tx, batch))
  }

  /** @throws payout.same_person 403, payout.wrong_state 409 */
  async approveBatch(id: string, by: string, note: string): Promise<void> {
    return this.db.transaction((tx) => approveBatch(tx, id, by, note))
  }

  async cancelBatch(id: string, by: string, note: string): Promise<void> {
    return this.db.transaction((tx) => cancelBatch(tx, id, by, note))
  }

  async sendBatch(id: string, by: string, note: string): Promise<void> {
    return this.db.transaction((tx) => sendBatch(tx, id, by, note))
  }

  /** @throws payout.wrong_state 409 */
  async noteDownload(id: string, download: { by: string; file: string; references: string[] }): Promise<void> {
    return this.db.transaction((tx) => noteDownload(tx, id, download))
  }

  async bookLine(lineId: string, dropped: DroppedLine | null): Promise<void> {
    return this.db.transaction((tx) => bookLine(tx, lineId, dropped))
  }

  /** Takes lines out of a batch before it is sent. @throws payout.wrong_state 409 */
  async withdrawLines(id: string, reasons: Map<string, DroppedLine>, by: string, note: string): Promise<number> {
    return this.db.transaction((tx) => withdrawLines(tx, id, reasons, by, note))
  }

  async settleLine(settlement: Settlement): Promise<boolean> {
    return this.db.transaction((tx) => settleLine(tx, settlement))
  }

  async takeStatementLine(line: OutgoingLine, nth: number, by: string): Promise<TakenLine> {
    return this.db.transaction((tx) => takeStatementLine(tx, line, nth, by))
  }

  /** One turn of one transfer that is due at a provider, or of one that was paid and is still watched. `stillDue` is asked before an order goes out. */
  async takeTurn(provider: TransferProvider, clock: TurnClock, stillDue: StillDue): Promise<TurnResult> {
    return takeTurn({ db: this.db, provider, clock, stillDue })
  }

  /** @throws payout.nothing_to_ask 409 */
  async hurryTransfer(lineId: string): Promise<void> {
    if (!(await this.db.transaction((tx) => hurryTransfer(tx, lineId)))) throw payoutErrors.nothingToAsk()
  }

  /** Takes a difference off the list with what was done about it. */
  async resolveStatementLine(id: string, by: string, resolution: string): Promise<void> {
    const changed = await this.db("payout_statement_line").where({ id }).whereNot({ outcome: "matched" }).whereNull("resolved_by").update({ resolved_by: by, resolution, updated_at: this.db.fn.now() })
    if (changed === 0) throw payoutErrors.differenceNotFound()
  }
}
