import { connectPayee, disconnectPayee, findConnection, type ConnectPayee, type PayeeConnection } from "./operations/payee-webhooks"
import type { Aggregator } from "./operations/bank-transfer"
import { noteDelivery, openConnection, type OpenConnection } from "./operations/open-connection"
import type { Sql } from "./operations/sql"
import { listAudit, type Actor, type AuditEntry } from "./operations/write-audit"
import { bankTells, findSaidByHand, takeByHand, type ReceivedByHand, type SaidByHand } from "./operations/take-by-hand"
import type { ByHandOutcome } from "./rules/by-hand"
import type { PaymentSettings } from "./settings"

export type BankSideTools = {
  settings: PaymentSettings
  inTransaction: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>
  /** To be called after a commit that wrote outbox events. */
  emitSoon: () => void
}

/** The half of the module that deals with banks: payees' own aggregators, money said by hand, the desk, lists. */
export class BankSide {
  constructor(private readonly tools: BankSideTools) {}

  /** Connects a payee's own aggregator, or changes its secret; the old one stays good for a day. */
  connectPayee(input: ConnectPayee, actor: Actor, now = new Date()): Promise<PayeeConnection> {
    return this.tools.inTransaction((sql) => connectPayee(sql, this.tools.settings.bank.sealingKey, input, actor, now))
  }

  findConnection(ownerReference: string): Promise<PayeeConnection | null> {
    return this.tools.inTransaction((sql) => findConnection(sql, ownerReference))
  }

  /** False when nothing was connected. The address answers 404 from then on, and the secrets are gone. */
  disconnectPayee(ownerReference: string, actor: Actor, now = new Date()): Promise<boolean> {
    return this.tools.inTransaction((sql) => disconnectPayee(sql, ownerReference, actor, now))
  }

  openConnection(provider: Aggregator, token: string, now = new Date()): Promise<OpenConnection | null> {
    return this.tools.inTransaction((sql) => openConnection(sql, this.tools.settings.bank.sealingKey, provider, token, now))
  }

  noteDelivery(connectionId: string, verdict: string, now = new Date()): Promise<void> {
    return this.tools.inTransaction((sql) => noteDelivery(sql, connectionId, verdict, now))
  }

  /**
   * The payee says to have an intent's money. Only `recorded` changes anything; the other outcomes say why not.
   * Said again it is `recorded` again and counts once.
   */
  async takeByHand(input: ReceivedByHand, actor: Actor, now = new Date()): Promise<ByHandOutcome> {
    const outcome = await this.tools.inTransaction((sql) => takeByHand(sql, input, actor, now))
    if (outcome.kind === "recorded") this.tools.emitSoon()
    return outcome
  }

  findSaidByHand(intentId: string): Promise<SaidByHand | null> {
    return this.tools.inTransaction((sql) => findSaidByHand(sql, intentId))
  }

  /** Whether an aggregator watches this account and was heard lately. */
  bankTells(accountNumber: string, now = new Date()): Promise<boolean> {
    return this.tools.inTransaction((sql) => bankTells(sql, accountNumber, now))
  }

  /** What was done by hand about a transaction, refund or connection, oldest first. */
  listAudit(subjectId: string): Promise<AuditEntry[]> {
    return this.tools.inTransaction((sql) => listAudit(sql, subjectId))
  }
}
