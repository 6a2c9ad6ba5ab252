import { findDecideBy, giveUpOverdue, giveUpSuspected, keepSuspected, listHoldRules, listSuspected, setHoldHours, type HoldRuleView, type SuspectedPayment } from "./operations/suspicions"
import type { Transact } from "./operations/sql"
import type { Actor } from "./operations/write-audit"

/** Payments VNPay took and suspects (07): how long they are waited for, and who may end that. */
export class Suspicions {
  constructor(
    private readonly inTransaction: Transact,
    private readonly emitSoon: () => void,
  ) {}

  list(limit: number, offset: number): Promise<{ payments: SuspectedPayment[]; count: number }> {
    return this.inTransaction((sql) => listSuspected(sql, limit, offset))
  }

  /** Until when VNPay's word is waited for, by intent; of an intent that is not suspected, nothing. */
  decideBy(intentIds: string[]): Promise<Map<string, Date>> {
    return this.inTransaction((sql) => findDecideBy(sql, intentIds))
  }

  /** @throws PaymentError `not_suspected` when VNPay decided meanwhile, or it is given up already */
  keep(intentId: string, kept: { hours: number; note: string }, actor: Actor, now = new Date()): Promise<void> {
    return this.inTransaction((sql) => keepSuspected(sql, intentId, kept, actor, now))
  }

  /** @throws PaymentError `not_suspected` as {@link keep} */
  async giveUp(intentId: string, note: string, actor: Actor, now = new Date()): Promise<void> {
    await this.inTransaction((sql) => giveUpSuspected(sql, intentId, note, actor, now))
    this.emitSoon()
  }

  async giveUpOverdue(now = new Date()): Promise<number> {
    const count = await this.inTransaction((sql) => giveUpOverdue(sql, now))
    if (count > 0) this.emitSoon()
    return count
  }

  holdRules(now = new Date()): Promise<{ hours: number; rules: HoldRuleView[] }> {
    return this.inTransaction((sql) => listHoldRules(sql, now))
  }

  setHoldHours(rule: { hours: number; reason: string }, actor: Actor, now = new Date()): Promise<void> {
    return this.inTransaction((sql) => setHoldHours(sql, rule, actor, now))
  }
}
