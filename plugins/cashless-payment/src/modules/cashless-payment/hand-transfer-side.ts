import { findHandTransfer, handTransfersHeldBy, handTransfersOf, handTransfersSince, type ChangedPage, type HandTransferView, type Holder } from "./operations/hand-transfer-view"
import { remindOfHandTransfer, takeOverHandTransfer, type TakeOver } from "./operations/hand-transfers"
import { nameAccount, type TransferAccount } from "./operations/name-transfer-account"
import { paymentWords } from "./operations/payment-words"
import { sayArrived, type SaidOfArrival } from "./operations/say-transfer-arrived"
import { saySent, type SaidSent } from "./operations/say-transfer-sent"
import type { Transact } from "./operations/sql"
import { returnedReceipts, takenOverTransfers, type ReturnedReceipt, type TakenOverTransfer } from "./operations/taken-over-transfers"
import { endQuietTransfers, eraseTransferAccounts } from "./operations/tend-hand-transfers"
import { noteReading, type Actor } from "./operations/write-audit"
import type { PaymentWord } from "./rules/payment-word"

export type HandTransferTools = { inTransaction: Transact; /** To be called after a commit that wrote outbox events. */ emitSoon: () => void }

/**
 * Money sent back by hand, between the one who gets it, the payee who holds it and the operator. Who is who is the
 * caller's business: the routes above know whose order an intent is.
 */
export class HandTransferSide {
  constructor(private readonly tools: HandTransferTools) {}

  find(id: string, now = new Date()): Promise<HandTransferView | null> {
    return this.tools.inTransaction((sql) => findHandTransfer(sql, id, now))
  }

  /** What goes or went back of these intents, oldest first. */
  ofIntents(intentIds: string[], now = new Date()): Promise<HandTransferView[]> {
    return this.tools.inTransaction((sql) => handTransfersOf(sql, intentIds, now))
  }

  /** What this payee holds and must send back: open ones first, then those that ended since. */
  heldBy(holder: Holder, since: Date, now = new Date()): Promise<HandTransferView[]> {
    return this.tools.inTransaction((sql) => handTransfersHeldBy(sql, holder, since, now))
  }

  /** Those about which something happened since. */
  changedSince(since: Date, page: ChangedPage, now = new Date()): Promise<HandTransferView[]> {
    return this.tools.inTransaction((sql) => handTransfersSince(sql, since, page, now))
  }

  /** Notes that a person was shown accounts in full: once a day and account. */
  noteReading(ids: string[], actor: Actor, now = new Date()): Promise<void> {
    return this.tools.inTransaction((sql) => noteReading(sql, ids, "account_read", actor, now))
  }

  /** The one who gets the money says where to. */
  nameAccount(id: string, account: TransferAccount, actor: Actor, now = new Date()): Promise<void> {
    return this.tools.inTransaction((sql) => nameAccount(sql, id, account, "receiver", actor, now))
  }

  async saySent(id: string, said: SaidSent, actor: Actor, now = new Date()): Promise<void> {
    await this.tools.inTransaction((sql) => saySent(sql, id, said, actor, now))
    this.tools.emitSoon()
  }

  async sayArrived(id: string, said: SaidOfArrival, actor: Actor, now = new Date()): Promise<void> {
    await this.tools.inTransaction((sql) => sayArrived(sql, id, said, actor, now))
    this.tools.emitSoon()
  }

  /** @throws cashless-payment.take_over_unchecked when only the payee said that the payment came, and nothing is said of a check */
  takeOver(id: string, said: TakeOver, actor: Actor, now = new Date()): Promise<void> {
    return this.tools.inTransaction((sql) => takeOverHandTransfer(sql, id, said, actor, now))
  }

  /** What the operator paid in a payee's stead and ended after `since`. */
  takenOver(since: Date): Promise<TakenOverTransfer[]> {
    return this.tools.inTransaction((sql) => takenOverTransfers(sql, since))
  }

  /** For the books: money of VNPay's that belonged to no payment and was sent back by hand after `since`. */
  returnedReceipts(since: Date): Promise<ReturnedReceipt[]> {
    return this.tools.inTransaction((sql) => returnedReceipts(sql, since))
  }

  /** Whose word it is that the payments behind these came. */
  paymentWords(ids: string[]): Promise<Map<string, PaymentWord>> {
    return this.tools.inTransaction((sql) => paymentWords(sql, ids))
  }

  remind(id: string, actor: Actor, now = new Date()): Promise<void> {
    return this.tools.inTransaction((sql) => remindOfHandTransfer(sql, id, actor, now))
  }

  /** Ends what was sent and nobody misses, and erases accounts whose purpose is over. */
  async tend(now = new Date()): Promise<{ ended: number; erased: number }> {
    const ended = await endQuietTransfers(this.tools.inTransaction, now)
    const erased = await this.tools.inTransaction((sql) => eraseTransferAccounts(sql, now))
    if (ended > 0) this.tools.emitSoon()
    return { ended, erased }
  }
}
