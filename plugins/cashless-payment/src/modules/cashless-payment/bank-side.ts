import type { Logger } from "@medusajs/framework/types"
import type { Aggregator, BankTransfer, NoticeSource } from "./operations/bank-transfer"
import { fetchList, houseLists, houseListsReadAt, knownNotices, listSources, noteListing, type ListSource } from "./operations/fetch-lists"
import { ListTurns } from "./operations/list-turns"
import { listHandTransfers, type HandTransferList, type HandTransferView } from "./operations/hand-transfer-view"
import { cancelHandTransfer, finishHandTransfer, setTransferAccount, type Finished } from "./operations/hand-transfers"
import type { TransferAccount } from "./operations/name-transfer-account"
import { queueAgain } from "./operations/queue-transfer-again"
import { listByHand, type ByHandLine } from "./operations/list-by-hand"
import type { PaymentIntentView } from "./operations/payment-intent-view"
import { listLateMoney, tellLateMoneyAgain, type LateMoney } from "./operations/late-money"
import { decideUndecided } from "./operations/house-account"
import { receiptsBeyondPayments, type ReceiptBeyondPayments, type ReceiptPage } from "./operations/receipts-beyond-payments"
import { receiptsOnHouseAccount, type ReceiptOnHouseAccount } from "./operations/receipts-on-house-account"
import { moneyWithHouse, type MoneyWithHouse } from "./operations/money-with-house"
import { searchIntents } from "./operations/search-intents"
import { closeReadRows, dismissUnreadRow, keepUnreadRows, listUnreadRows, openUnreadRows, type ListOwner, type ListProblem, type UnreadRowView } from "./operations/unread-rows"
import { asListError, type ListError } from "../../aggregators/list-error"
import type { UnreadRow } from "../../aggregators/unread-row"
import { takeBankNotice } from "./operations/take-bank-notice"
import { assignTransaction, dismissTransaction, listUnmatched, returnTransaction, type Assignment, type UnmatchedPage, type UnmatchedTransaction } from "./operations/unmatched"
import type { NamedAccount } from "./rules/account-number"
import type { NoticeOutcome } from "./rules/bank-notice"
import { connectPayee, disconnectPayee, findConnection, type ConnectPayee, type PayeeConnection } from "./operations/payee-webhooks"
import { noteDelivery, openConnection, openListedConnections, type OpenConnection } from "./operations/open-connection"
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
  logger?: Logger
}

/** The half of the module that deals with banks: payees' own aggregators, money said by hand, the desk, lists. */
export class BankSide {
  private readonly listTurns = new ListTurns()

  constructor(private readonly tools: BankSideTools) {}

  /** Connects a payee's own aggregator, or changes its secret; the old one stays good for a day. */
  connectPayee(input: ConnectPayee, actor: Actor, now = new Date()): Promise<PayeeConnection> {
    return this.tools.inTransaction((sql) => connectPayee(sql, this.tools.settings.bank.sealingKeys, input, actor, now))
  }

  findConnection(ownerReference: string): Promise<PayeeConnection | null> {
    return this.tools.inTransaction((sql) => findConnection(sql, ownerReference))
  }

  /** False when nothing was connected. The address answers 404 from then on, and the secrets are gone. */
  disconnectPayee(ownerReference: string, actor: Actor, now = new Date()): Promise<boolean> {
    return this.tools.inTransaction((sql) => disconnectPayee(sql, ownerReference, actor, now))
  }

  openConnection(provider: Aggregator, token: string, now = new Date()): Promise<OpenConnection | null> {
    return this.tools.inTransaction((sql) => openConnection(sql, this.tools.settings.bank.sealingKeys, provider, token, now))
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

  receiptsBeyondPayments(page: ReceiptPage): Promise<ReceiptBeyondPayments[]> {
    return this.tools.inTransaction((sql) => receiptsBeyondPayments(sql, page))
  }

  /** For the books: what lies on the house's own bank account and is, or was, nobody's. Where it was never asked whose account it is, that is decided first. */
  async receiptsOnHouseAccount(page: Omit<ReceiptPage, "provider">): Promise<ReceiptOnHouseAccount[]> {
    const { settings, inTransaction } = this.tools
    while (await inTransaction((sql) => decideUndecided(sql, settings.account, page.limit)));
    return inTransaction((sql) => receiptsOnHouseAccount(sql, page))
  }

  /** Whether an aggregator watches this account and was heard lately. */
  bankTells(account: NamedAccount, now = new Date()): Promise<boolean> {
    return this.tools.inTransaction((sql) => bankTells(sql, account, now))
  }

  /** A notice whose sender was verified. Resolves after the commit. */
  async takeNotice(transfer: BankTransfer, raw: string, source: NoticeSource, now = new Date()): Promise<NoticeOutcome> {
    const outcome = await this.tools.inTransaction((sql) => takeBankNotice(sql, this.tools.settings.account, transfer, raw, now, source))
    this.tools.emitSoon()
    return outcome
  }

  /**
   * Asks the aggregators' lists for what no notice told. One that does not answer keeps no other waiting: several are read
   * at once, and of an aggregator that is away the others wait for the next round. Returns how many were new.
   */
  async fetchLists(now = new Date()): Promise<number> {
    const { settings, inTransaction, logger } = this.tools
    const sources = await inTransaction(async (sql) => listSources(settings.bank, await openListedConnections(sql, settings.bank.sealingKeys, now), await houseListsReadAt(sql)))
    let count = 0
    const waiting = await this.listTurns.askAll(sources, (source) => this.fetchOne(source, () => (count += 1), now))
    if (waiting.length > 0) logger?.warn(`${[...new Set(waiting.map(({ provider }) => provider))].join(", ")} does not answer: ${waiting.length} lists wait for the next round`)
    return count
  }

  /** Resolves to why the list was not taken whole. No transaction is open while it is asked. */
  private async fetchOne(source: ListSource, onTaken: () => void, now: Date): Promise<ListError | null> {
    const { inTransaction, logger } = this.tools
    const problem = await fetchList(
      source,
      {
        take: async (transfer, raw, from) => {
          const outcome = await this.takeNotice(transfer, raw, from, now)
          onTaken()
          return outcome
        },
        known: (provider, channel, ids) => inTransaction((sql) => knownNotices(sql, provider, channel, ids)),
        unread: (list) => inTransaction((sql) => openUnreadRows(sql, list)),
        keep: (list, rows, closed) => this.keepUnread(list, rows, closed, now),
      },
      now,
    ).then(
      () => null,
      (error: unknown) => asListError(error, "internal"),
    )
    if (problem) logger?.warn(`The list of ${source.provider} (${source.channel}) was not taken whole (${problem.code}): ${problem.message.slice(0, 200)}`)
    await inTransaction((sql) => noteListing(sql, source, problem?.code ?? null, now))
    return problem
  }

  /** The log says once of each row that it can't be read, never what stands in it; the desk shows it until a person has looked it up. False: not all were kept. */
  private async keepUnread(list: ListOwner, rows: UnreadRow[], closed: string[], now: Date): Promise<boolean> {
    const { inTransaction, logger } = this.tools
    const { fresh, areAllKept } = await inTransaction(async (sql) => {
      await closeReadRows(sql, closed, now)
      return keepUnreadRows(sql, list, rows)
    })
    if (fresh.length > 0) logger?.warn(`The list of ${list.provider} (${list.channel}) has ${fresh.length} new rows that can't be read (${[...new Set(fresh.flatMap(({ fields }) => fields))].join(", ")}). They lie at the desk; the others were taken.`)
    return areAllKept
  }

  /** Rows of aggregators' lists that nobody could read, oldest first, and the operator's own lists that can't be read at all. */
  listUnreadRows(page: { limit: number; offset: number }): Promise<{ rows: UnreadRowView[]; count: number; lists: ListProblem[] }> {
    return this.tools.inTransaction((sql) => listUnreadRows(sql, houseLists(this.tools.settings.bank).map(({ provider }) => provider), page))
  }

  dismissUnreadRow(id: string, note: string, actor: Actor, now = new Date()): Promise<void> {
    return this.tools.inTransaction((sql) => dismissUnreadRow(sql, id, note, actor, now))
  }

  listUnmatched(page: UnmatchedPage, now = new Date()): Promise<{ transactions: UnmatchedTransaction[]; count: number }> {
    return this.tools.inTransaction((sql) => listUnmatched(sql, page, now))
  }

  /** What lies at the desk for these intents: it came when they were over, and nobody has decided. */
  lateMoney(intentIds: string[]): Promise<LateMoney[]> {
    return this.tools.inTransaction((sql) => listLateMoney(sql, intentIds))
  }

  /** Late money of these intents is told of once more: what it could pay has changed. */
  async tellLateMoneyAgain(intentIds: string[], now = new Date()): Promise<void> {
    await this.tools.inTransaction((sql) => tellLateMoneyAgain(sql, intentIds, now))
    this.tools.emitSoon()
  }

  /** Lets unmatched money count for an open VietQR intent, as a notice with the right code would have. */
  async assign(assignment: Assignment, actor: Actor, now = new Date()): Promise<{ intentId: string; counted: boolean }> {
    const assigned = await this.tools.inTransaction((sql) => assignTransaction(sql, assignment, actor, now))
    this.tools.emitSoon()
    return assigned
  }

  /** For the books: what a person assigned since to payments of others and lies with the house. */
  moneyWithHouse(since: Date): Promise<MoneyWithHouse[]> {
    return this.tools.inTransaction((sql) => moneyWithHouse(sql, since))
  }

  /** Queues unmatched money to be sent back by hand. Returns the id of the transfer to make. */
  returnToSender(transactionId: string, note: string | null, actor: Actor, now = new Date()): Promise<string> {
    return this.tools.inTransaction((sql) => returnTransaction(sql, transactionId, note, actor, now))
  }

  dismiss(transactionId: string, note: string, actor: Actor, now = new Date()): Promise<void> {
    return this.tools.inTransaction((sql) => dismissTransaction(sql, transactionId, note, actor, now))
  }

  searchIntents(query: string): Promise<PaymentIntentView[]> {
    return this.tools.inTransaction((sql) => searchIntents(sql, query))
  }

  /** Money to send back by hand that somebody has to do something about; or what was called off and can be queued again. */
  listHandTransfers(limit: number, offset: number, which: HandTransferList = "open", now = new Date()): Promise<{ transfers: HandTransferView[]; count: number }> {
    return this.tools.inTransaction((sql) => listHandTransfers(sql, which, { limit, offset }, now))
  }

  /** A refund that was called off here is to be sent after all. Returns the id of the new one. */
  async queueHandTransferAgain(id: string, note: string, actor: Actor, now = new Date()): Promise<string> {
    const again = await this.tools.inTransaction((sql) => queueAgain(sql, id, note, actor, now))
    this.tools.emitSoon()
    return again
  }

  setTransferAccount(id: string, account: TransferAccount, actor: Actor, now = new Date()): Promise<void> {
    return this.tools.inTransaction((sql) => setTransferAccount(sql, id, account, actor, now))
  }

  async finishHandTransfer(id: string, said: Finished, actor: Actor, now = new Date()): Promise<void> {
    await this.tools.inTransaction((sql) => finishHandTransfer(sql, id, said, actor, now))
    this.tools.emitSoon()
  }

  async cancelHandTransfer(id: string, note: string, actor: Actor, now = new Date()): Promise<void> {
    await this.tools.inTransaction((sql) => cancelHandTransfer(sql, id, note, actor, now))
    this.tools.emitSoon()
  }

  listByHand(limit: number, offset: number): Promise<{ lines: ByHandLine[]; count: number }> {
    return this.tools.inTransaction((sql) => listByHand(sql, limit, offset))
  }

  /** What was done by hand about a transaction, refund or connection, oldest first. */
  listAudit(subjectId: string): Promise<AuditEntry[]> {
    return this.tools.inTransaction((sql) => listAudit(sql, subjectId))
  }
}
