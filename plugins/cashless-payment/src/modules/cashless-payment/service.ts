import type { DAL, IEventBusModuleService, Logger } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"
import { BankSide } from "./bank-side"
import { HandTransferSide } from "./hand-transfer-side"
import { PaymentError } from "./errors"
import { BankListReading } from "./models/bank-list-reading"
import { BankTelling } from "./models/bank-telling"
import { BankTransaction } from "./models/bank-transaction"
import { HandTransfer } from "./models/hand-transfer"
import { PayeeWebhook } from "./models/payee-webhook"
import { PaymentAttempt } from "./models/payment-attempt"
import { PaymentAuditEntry } from "./models/payment-audit-entry"
import { IdempotencyKey } from "./models/idempotency-key"
import { PaymentAccount } from "./models/payment-account"
import { PaymentCustomer } from "./models/payment-customer"
import { PaymentInbox } from "./models/payment-inbox"
import { PaymentIntent } from "./models/payment-intent"
import { PaymentOutboxEvent } from "./models/payment-outbox-event"
import { PaymentRefund } from "./models/payment-refund"
import { SandboxTransfer } from "./models/sandbox-transfer"
import { SuspicionRule } from "./models/suspicion-rule"
import { UnreadBankRow } from "./models/unread-bank-row"
import { WebhookDelivery } from "./models/webhook-delivery"
import { WebhookEndpoint } from "./models/webhook-endpoint"
import { storable, type BankTransfer, type NoticeSource } from "./operations/bank-transfer"
import { changeIntent, lockIntent } from "./operations/change-intent"
import { noteVnpayReturn } from "./operations/note-vnpay-return"
import { settleVnpayAttempts, type Settling } from "./operations/settle-vnpay-attempts"
import { settleVnpayRefunds } from "./operations/settle-vnpay-refunds"
import { createIntent, type CreateIntentInput } from "./operations/create-intent"
import { expireIntents } from "./operations/expire-intents"
import { listIntents, type IntentPage } from "./operations/list-intents"
import { acknowledge, claimDueEvents } from "./operations/outbox"
import { toIntentView, type PaymentIntentView, type VnpayQr } from "./operations/payment-intent-view"
import { INVALID_RETURN, readVnpayReturn, type VnpayReturn } from "./operations/read-vnpay-return"
import { findAccount, registerAccounts, type AccountRegistration, type PaymentAccountView } from "./operations/payment-accounts"
import { toRefundView, type RefundView } from "./operations/refund-view"
import { assertRefundable, queueRefund, type RefundRequest } from "./operations/refunds"
import type { Sql } from "./operations/sql"
import { openQr, showVnpayQr } from "./operations/show-vnpay-qr"
import { startVnpayAttempt, type VnpayAttempt, type VnpayAttemptInput } from "./operations/start-vnpay-attempt"
import { takeBankNotice } from "./operations/take-bank-notice"
import { takeUsualVnpayNotice, type UsualAnswer } from "./operations/take-usual-vnpay-notice"
import { takeVnpayNotice } from "./operations/take-vnpay-notice"
import { handOverRefunds, listUnknownTerminals, unknownTerminalSentence, type UnknownTerminal } from "./operations/unknown-terminals"
import type { NoticeOutcome } from "./rules/bank-notice"
import { NoticeTraffic } from "./notice-traffic"
import { OutboxPump } from "./outbox-pump"
import { isVnpayResult } from "./rules/vnpay-notice"
import { IPN_ANSWER, type IpnAnswer } from "./rules/vnpay-outcome"
import { verifyVnpayQuery, type VnpayParams } from "./rules/vnpay-signature"
import { Suspicions } from "./suspicions"
import { Transactions, type Pool } from "./transactions"
import { readPaymentSettings, type PaymentSettings } from "./settings"
import { secretsOfTerminal, terminalCodes } from "./vnpay-terminals"
import { PaymentWebhooks } from "./webhooks/payment-webhooks"

type Cradle = { baseRepository: DAL.RepositoryService; logger?: Logger; event_bus?: IEventBusModuleService }

type KnexManager = { getKnex(): { client: Pool } }

/**
 * Payment intents over VietQR and VNPay. Guarantees: a notice and what follows from it (inbox, money, state, outbox)
 * are one transaction; the same fact told any number of times, in any order, by any number of connections, changes
 * an intent once; whoever listens hears of it at least once, until it acknowledges.
 */
export class CashlessPaymentModuleService extends MedusaService({
  PaymentIntent,
  PaymentAttempt,
  PaymentInbox,
  PaymentOutboxEvent,
  BankTransaction,
  BankTelling,
  BankListReading,
  UnreadBankRow,
  PaymentRefund,
  WebhookEndpoint,
  WebhookDelivery,
  PayeeWebhook,
  PaymentAuditEntry,
  HandTransfer,
  SandboxTransfer,
  PaymentCustomer,
  PaymentAccount,
  IdempotencyKey,
  SuspicionRule,
}) {
  readonly settings: PaymentSettings
  /** Events in Stripe's shape, the endpoints that want them, and their deliveries. */
  readonly webhooks: PaymentWebhooks
  /** Payees' own aggregators, money said by hand, the desk, lists. */
  readonly bank: BankSide
  readonly handTransfers: HandTransferSide
  /** Payments VNPay suspects. */
  readonly suspicions: Suspicions
  private readonly cradle: Cradle
  private readonly transactions: Transactions
  private readonly traffic = new NoticeTraffic()
  private readonly pump: OutboxPump

  constructor(cradle: Cradle) {
    super(...arguments)
    this.cradle = cradle
    this.transactions = new Transactions(() => cradle.baseRepository.getFreshManager<KnexManager>().getKnex().client)
    this.settings = readPaymentSettings(process.env)
    this.pump = new OutboxPump({
      emit: (limit) => this.claimAndEmit(new Date(), limit),
      onError: (error) => cradle.logger?.error(`Payment events were not emitted: ${error.message}`),
      isBusy: () => this.traffic.isBusy(),
    })
    this.webhooks = new PaymentWebhooks((work) => this.inTransaction(work), this.settings, cradle.logger)
    this.handTransfers = new HandTransferSide({ inTransaction: (work) => this.inTransaction(work), emitSoon: () => this.emitSoon() })
    this.suspicions = new Suspicions((work) => this.inTransaction(work), () => this.emitSoon())
    this.bank = new BankSide({ settings: this.settings, inTransaction: (work) => this.inTransaction(work), emitSoon: () => this.emitSoon(), logger: cradle.logger })
  }

  readonly __hooks = {
    onApplicationStart: async (): Promise<void> => {
      await this.webhooks.open()
      for (const terminal of await this.listUnknownTerminals()) this.cradle.logger?.warn(unknownTerminalSentence(terminal))
    },
  }

  async createIntent(input: CreateIntentInput): Promise<PaymentIntentView> {
    const intent = await this.inTransaction((sql) => createIntent(sql, input))
    this.webhooks.deliverSoon()
    return intent
  }

  async retrieveIntent(id: string): Promise<PaymentIntentView> {
    const intent = await this.findIntent(id)
    if (!intent) throw new PaymentError("intent_not_found")
    return intent
  }

  async findIntent(id: string): Promise<PaymentIntentView | null> {
    const [row] = await this.transactions.one("select * from payment_intent where id = ? and deleted_at is null", [id])
    return row ? toIntentView(row) : null
  }

  /** Newest first. `startingAfter` gives older ones, `endingBefore` the newer ones nearest to it. */
  async listIntents(page: IntentPage): Promise<{ intents: PaymentIntentView[]; hasMore: boolean }> {
    return this.inTransaction((sql) => listIntents(sql, page))
  }

  /** Cancels an open intent; a canceled one stays canceled, one that holds money is refused. */
  async cancelIntent(id: string, reason: string): Promise<PaymentIntentView> {
    const row = await this.inTransaction(async (sql) => {
      const intent = await lockIntent(sql, id)
      if (intent.status === "canceled") return intent
      const canceled = await changeIntent(sql, intent, { event: "cancel_requested", now: new Date(), cancellationReason: reason })
      if (!canceled) throw new PaymentError("intent_not_cancelable")
      return canceled
    })
    this.emitSoon()
    return toIntentView(row)
  }

  async startVnpayAttempt(intentId: string, input: VnpayAttemptInput): Promise<VnpayAttempt> {
    const attempt = await this.inTransaction((sql) => startVnpayAttempt(sql, this.settings, intentId, input, new Date()))
    this.webhooks.deliverSoon()
    return attempt
  }

  /** A QR of VNPay's (genqr) to show on our own page: the open one, or a new attempt's. Only where the terminal has it. */
  async showVnpayQr(intentId: string, input: VnpayAttemptInput, now = new Date()): Promise<VnpayQr> {
    return showVnpayQr((work) => this.inTransaction(work), this.settings, intentId, input, now)
  }

  /** Whether the terminal gives QR codes for our own page (VNPAY_GENQR). */
  offersVnpayQr(): boolean {
    return this.settings.vnpay?.genqr ?? false
  }

  /** The QR a buyer was shown, as long as it can be paid; asks VNPay nothing. */
  async openVnpayQr(intentId: string, now = new Date()): Promise<VnpayQr | null> {
    return this.inTransaction((sql) => openQr(sql, intentId, now))
  }

  /** The answer to VNPay's IPN. Resolves after the commit, so that 00 is never said about something not kept. */
  async takeVnpayIpn(rawQuery: string, now = new Date()): Promise<IpnAnswer> {
    if (!this.settings.vnpay) return IPN_ANSWER.unknownError
    const verified = verifyVnpayQuery(rawQuery, secretsOfTerminal(this.settings.vnpay))
    // Signed, but our own pay request come back: no result, and as little to be believed as a forged one.
    if (!verified.valid || !isVnpayResult(verified.params)) return IPN_ANSWER.invalidSignature
    // Only a genuine notice holds up the listeners.
    this.traffic.note()
    const usual = await this.takeUsualNotice(verified.params, rawQuery, now)
    if (!usual) {
      const answer = await this.inTransaction((sql) => takeVnpayNotice(sql, verified.params, rawQuery, now))
      this.emitSoon()
      return answer
    }
    // Looking for what nobody wrote would be three more journeys to the database for each notice.
    if (usual.listeners) void this.pump.run()
    if (usual.webhooks) this.webhooks.deliverSoon()
    return usual.answer
  }

  /**
   * Whatever goes wrong on the short way (a pooler without prepared statements, a column of another type), the long one
   * answers; had the statement been committed nonetheless, it finds the notice told.
   */
  private async takeUsualNotice(params: VnpayParams, raw: string, now: Date): Promise<UsualAnswer | null> {
    return this.transactions.each((run) => takeUsualVnpayNotice(run, params, raw, now)).catch((error: Error) => {
      this.cradle.logger?.warn(`A VNPay notice took the long way: ${error.message}`)
      return null
    })
  }

  /** A bank notice whose sender was verified. Resolves after the commit. */
  async takeBankNotice(transfer: BankTransfer, raw: string, now = new Date(), source?: NoticeSource): Promise<NoticeOutcome> {
    const outcome = await this.inTransaction((sql) => takeBankNotice(sql, this.settings.account, storable(transfer), raw, now, source))
    this.emitSoon()
    return outcome
  }

  /** For jobs of many equal pieces, before each: returns at once, or after 100 ms while gateways wait for answers. */
  stepAside(): Promise<void> {
    return this.traffic.stepAside()
  }

  /** What to tell a buyer who is back from VNPay. Believes nothing about money, but asks VNPay soon if nobody else told us. */
  async readVnpayReturn(rawQuery: string, now = new Date()): Promise<VnpayReturn> {
    const { vnpay } = this.settings
    if (!vnpay) return INVALID_RETURN
    const verified = verifyVnpayQuery(rawQuery, secretsOfTerminal(vnpay))
    if (!verified.valid || !isVnpayResult(verified.params)) return INVALID_RETURN
    return this.inTransaction(async (sql) => {
      await noteVnpayReturn(sql, verified.params, vnpay.queryAfterSeconds, now)
      return readVnpayReturn(sql, verified.params)
    })
  }

  /** Asks VNPay (querydr) about attempts nobody told us the end of, as if an IPN had come. Returns how many were asked. */
  async settleVnpayAttempts(now = new Date()): Promise<number> {
    return this.settleAtVnpay(settleVnpayAttempts, now)
  }

  /** Sends refunds to VNPay and asks what became of those it took. Returns how many were worked on. */
  async settleVnpayRefunds(now = new Date()): Promise<number> {
    const handedOver = await this.inTransaction((sql) => handOverRefunds(sql, terminalCodes(this.settings.vnpay), now))
    if (handedOver > 0) this.emitSoon()
    return handedOver + (await this.settleAtVnpay(settleVnpayRefunds, now))
  }

  /** What VNPay can't be asked about, because its terminal is in no setting any more. */
  async listUnknownTerminals(): Promise<UnknownTerminal[]> {
    return this.inTransaction((sql) => listUnknownTerminals(sql, terminalCodes(this.settings.vnpay)))
  }

  private async settleAtVnpay(settle: (settling: Settling) => Promise<number>, now: Date): Promise<number> {
    const { vnpay, graceSeconds } = this.settings
    if (!vnpay) return 0
    const count = await settle({ transact: (work) => this.inTransaction(work), vnpay, graceSeconds, warn: (message) => this.cradle.logger?.warn(message), now, stepAside: () => this.traffic.stepAside() })
    if (count > 0) this.emitSoon()
    return count
  }

  /**
   * Queues money to give back: over VNPay's API (`pending`), or for a person to transfer (`requires_action`). Never
   * more than was received, all refunds together. The same key twice is one refund.
   */
  async queueRefund(request: RefundRequest): Promise<RefundView> {
    if (!Number.isSafeInteger(request.amountVnd) || request.amountVnd <= 0) throw new PaymentError("invalid_amount")
    const row = await this.inTransaction(async (sql) => {
      const intent = await lockIntent(sql, request.intentId)
      await assertRefundable(sql, intent, request)
      return queueRefund(sql, request)
    })
    this.emitSoon()
    return toRefundView(row)
  }

  /** Cancels open intents whose deadline and grace are over. Returns how many. */
  async expireIntents(now = new Date()): Promise<number> {
    const count = await this.inTransaction((sql) => expireIntents(sql, this.settings.graceSeconds, now))
    if (count > 0) this.emitSoon()
    return count
  }

  /** Makes payees of another plugin accounts of /v1, or changes them; doing it again changes nothing. Returns how many it changed. */
  async registerAccounts(registrations: AccountRegistration[]): Promise<number> {
    return this.inTransaction((sql) => registerAccounts(sql, registrations))
  }

  /** Whose account of /v1 an `acct_…` is. */
  async findAccount(id: string): Promise<PaymentAccountView | null> {
    return this.inTransaction((sql) => findAccount(sql, id))
  }

  /** Emits the outbox events that are due, at most `limit`. Returns how many. */
  async emitDueEvents(now = new Date(), limit?: number): Promise<number> {
    return (await this.claimAndEmit(now, limit)).length
  }

  /** Emits whatever is due, in small batches; resolves when nothing is. */
  async emitAllDue(): Promise<void> {
    await this.pump.run()
  }

  /** To be called by a listener once it has done its part; until then the event comes again. */
  async acknowledgeEvent(eventId: string): Promise<void> {
    await acknowledge((query, params) => this.transactions.one(query, params), eventId)
    this.pump.done(eventId)
  }

  /** Right after a commit; if it fails, the job emits the same events a few seconds later. */
  emitSoon(): void {
    void this.pump.run()
    this.webhooks.deliverSoon()
  }

  private async claimAndEmit(now: Date, limit?: number): Promise<string[]> {
    const messages = await claimDueEvents((query, params) => this.transactions.one(query, params), now, limit)
    if (messages.length > 0) await this.cradle.event_bus?.emit(messages)
    return messages.map(({ data }) => data.event_id)
  }

  /** One transaction for work of this plugin that is written apart from the service, such as the Stripe-shaped API. */
  async inTransaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.transactions.run(work)
  }
}
