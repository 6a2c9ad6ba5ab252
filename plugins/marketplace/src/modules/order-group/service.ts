import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import CodRule from "./models/cod-rule"
import OrderAct from "./models/order-act"
import OrderGroup from "./models/order-group"
import PaymentEvent from "./models/payment-event"
import PaymentRepair from "./models/payment-repair"
import SellerPayment from "./models/seller-payment"
import type { ActBy } from "./operations/acts"
import { claimCash, claimRefusal, confirmCash, markCashPaid, missCash, noteCashToo, reopenRefusal, type CashDecision, type CashTooDecision } from "./operations/cash"
import { beginClosing, finishClosing, undoClosing, type Closing, type ClosingDecision } from "./operations/closing"
import { beginItemCancel, canceledLinesOf, finishItemCancel, neverPaidFor, undoItemCancel, type ItemCancel, type ItemCancelDecision } from "./operations/item-cancels"
import { beginReopening, finishReopening, rowsOfReopening, undoReopening, type Reopened, type Reopening } from "./operations/reopening"
import { beginRepair, forgetRepairs, noteRepairProblem, takeUnfinished, type Repair, type Unfinished } from "./operations/repairs"
import type { PaymentRow } from "./operations/rows"
import { beginReceiving, finishReceiving, type Receiving, type ReceivingDecision } from "./operations/receiving"
import { beginShipping, finishShipping, undoShipping, type ParcelLabel, type ShippingDecision } from "./operations/shipping"
import { takeActsToTell, tellLater, type ActToTell } from "./operations/telling"
import type { CanceledLine } from "./rules/canceled-share"
import { decidePayment, type PaymentDecision, type PaymentState } from "./rules/decide-payment"

export type ClaimInput = {
  sellerPaymentId: string
  eventId: string
  intent: { id: string; status: string; amountVnd: number; amountReceivedVnd: number }
}

/**
 * Order groups and what each seller is to be paid.
 * Changes of a payment's state are compare-and-swap in SQL: whoever loses the race sees it and does nothing.
 * The operations are described where they are written: `operations/`.
 */
export default class OrderGroupModuleService extends MedusaService({ OrderGroup, SellerPayment, PaymentEvent, OrderAct, CodRule, PaymentRepair }) {
  private readonly db: Knex

  constructor(container: Record<string, unknown>) {
    super(...(arguments as unknown as [Record<string, unknown>]))
    this.db = container[ContainerRegistrationKeys.PG_CONNECTION] as Knex
  }

  /**
   * Inbox, row lock and decision in one transaction. On `apply` the payment is `applying` when this returns,
   * and the caller must carry it to `paid` (or leave it to the sweep).
   */
  async claimForPayment({ sellerPaymentId, eventId, intent }: ClaimInput): Promise<PaymentDecision> {
    return this.db.transaction(async (tx) => {
      const row: PaymentRow | undefined = await tx<PaymentRow>("seller_payment").where({ id: sellerPaymentId }).whereNull("deleted_at").forUpdate().first()
      if (!row || row.intent_id !== intent.id) throw new Error(`Seller payment ${sellerPaymentId} does not belong to intent ${intent.id}`)
      const owed = await tx("seller_payment").where({ intent_id: intent.id }).whereNull("deleted_at").sum<{ sum: string }[]>({ sum: "amount_vnd" })
      const decision = decidePayment({
        state: row.state,
        applyingSince: row.applying_since,
        intent,
        owedVnd: Number(owed[0]?.sum ?? 0),
        now: new Date(),
      })
      if (decision === "apply") await tx("seller_payment").where({ id: row.id }).update({ state: "applying", applying_since: tx.fn.now(), updated_at: tx.fn.now() })
      if (decision === "late") await tx("seller_payment").where({ id: row.id }).whereNull("late_at").update({ late_at: tx.fn.now(), updated_at: tx.fn.now() })
      if (decision !== "busy" && decision !== "apply") await this.noteEvent(tx, { sellerPaymentId, eventId, intent }, decision)
      return decision
    })
  }

  /** `applying` → `paid` with its line in the inbox. False when another run was first. */
  async markPaid(claim: ClaimInput): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const changed = await tx("seller_payment")
        .where({ id: claim.sellerPaymentId, state: "applying" })
        .update({ state: "paid", paid_at: tx.fn.now(), applying_since: null, updated_at: tx.fn.now() })
      await this.noteEvent(tx, claim, changed > 0 ? "applied" : "already_paid")
      return changed > 0
    })
  }

  beginClosing = (closing: Closing): Promise<ClosingDecision> => beginClosing(this.db, closing)
  undoClosing = (orderId: string, before: PaymentState): Promise<void> => undoClosing(this.db, orderId, before)
  finishClosing = (orderId: string): Promise<void> => finishClosing(this.db, orderId)

  beginShipping = (orderId: string, sellerId: string, by: ActBy, label?: ParcelLabel): Promise<ShippingDecision> => beginShipping(this.db, orderId, sellerId, by, label)
  finishShipping = (orderId: string): Promise<void> => finishShipping(this.db, orderId)
  undoShipping = (orderId: string): Promise<void> => undoShipping(this.db, orderId)

  beginReceiving = (receiving: Receiving): Promise<ReceivingDecision> => beginReceiving(this.db, receiving)
  finishReceiving = (actId: string): Promise<boolean> => finishReceiving(this.db, actId)

  /** Puts an act that could not be finished behind the others that wait. */
  async postponeAct(actId: string): Promise<void> {
    await this.db("order_act").where({ id: actId }).update({ updated_at: this.db.fn.now() })
  }

  takeActsToTell = (limit: number, orderId?: string): Promise<ActToTell[]> => takeActsToTell(this.db, limit, orderId)
  /** Everybody concerned has been told of an act. */
  async actTold(actId: string): Promise<void> {
    await this.db("order_act").where({ id: actId }).update({ tell_at: null })
  }
  tellLater = (actId: string): Promise<void> => tellLater(this.db, actId)

  confirmCash = (orderId: string, sellerId: string, by: ActBy): Promise<CashDecision> => confirmCash(this.db, orderId, sellerId, by)
  claimCash = (orderId: string, sellerId: string, by: ActBy): Promise<CashDecision> => claimCash(this.db, orderId, sellerId, by)
  reopenRefusal = (orderId: string): Promise<void> => reopenRefusal(this.db, orderId)
  claimRefusal = (orderId: string, sellerId: string, by: ActBy): Promise<CashDecision> => claimRefusal(this.db, orderId, sellerId, by)
  noteCashToo = (orderId: string, sellerId: string, what: "cash_held" | "cash_returned", by: ActBy): Promise<CashTooDecision> => noteCashToo(this.db, orderId, sellerId, what, by)
  missCash = (orderGroupId: string, orderId: string, by: ActBy): Promise<CashTooDecision> => missCash(this.db, orderGroupId, orderId, by)
  markCashPaid = (orderId: string): Promise<boolean> => markCashPaid(this.db, orderId)

  beginReopening = (reopening: Reopening): Promise<PaymentRow[]> => beginReopening(this.db, reopening)
  rowsOfReopening = (key: string): Promise<PaymentRow[]> => rowsOfReopening(this.db, key)
  undoReopening = (orderIds: string[]): Promise<void> => undoReopening(this.db, orderIds)
  finishReopening = (reopened: Reopened[]): Promise<Set<string>> => finishReopening(this.db, reopened)

  takeUnfinished = (repair: Repair): Promise<string[]> => takeUnfinished(this.db, repair)
  beginRepair = (begun: { kind: Unfinished; ids: string[]; now: Date }): Promise<void> => beginRepair(this.db, begun)
  noteRepairProblem = (kind: Unfinished, ids: string[], problem: string): Promise<void> => noteRepairProblem(this.db, kind, ids, problem)
  forgetRepairs = (now: Date): Promise<void> => forgetRepairs(this.db, now)

  canceledLinesOf = (orderId: string): Promise<CanceledLine[]> => canceledLinesOf(this.db, orderId)
  neverPaidFor = (orderId: string): Promise<Map<string, number>> => neverPaidFor(this.db, orderId)
  beginItemCancel = (cancel: ItemCancel): Promise<ItemCancelDecision> => beginItemCancel(this.db, cancel)
  undoItemCancel = (actId: string): Promise<void> => undoItemCancel(this.db, actId)
  finishItemCancel = (actId: string): Promise<void> => finishItemCancel(this.db, actId)

  /** Follows a cancel that did not come through our workflow (an operator cancelled a paid order). */
  async followCanceledOrder(orderId: string): Promise<void> {
    const now = this.db.fn.now()
    await this.db("seller_payment").where({ order_id: orderId, state: "paid" }).update({ state: "refunded", closed_at: now, updated_at: now })
    await this.db("seller_payment").where({ order_id: orderId, state: "pending" }).update({ state: "canceled", closed_at: now, updated_at: now })
  }

  /** How the payments of each group look, in a few bytes that change when a row does. Unknown groups are missing. */
  async readStamps(orderGroupIds: string[]): Promise<Map<string, string>> {
    const rows = await this.db("seller_payment")
      .whereIn("order_group_id", orderGroupIds)
      .whereNull("deleted_at")
      .groupBy("order_group_id")
      .select<{ id: string; stamp: string }[]>("order_group_id as id", this.db.raw("count(*) || ':' || max(updated_at) as stamp"))
    return new Map(rows.map((row) => [row.id, row.stamp]))
  }

  /** The intent has news that change no order (a part of the money came): open pages look again. */
  async touchPayments(intentId: string): Promise<void> {
    await this.db("seller_payment").where({ intent_id: intentId }).whereNull("deleted_at").update({ updated_at: this.db.fn.now() })
  }

  /** Something that its page shows has changed beside the order: open pages look again. */
  async touchOrder(orderId: string): Promise<void> {
    await this.db("seller_payment").where({ order_id: orderId }).whereNull("deleted_at").update({ updated_at: this.db.fn.now() })
  }

  /** Keeps a notice no order belongs to, once. */
  async noteUnknownIntent(eventId: string, intent: ClaimInput["intent"]): Promise<void> {
    await this.db.raw(
      `insert into payment_event (id, event_id, intent_id, amount_received_vnd, raw_amount_received_vnd, outcome) values (?, ?, ?, ?, ?::jsonb, 'unknown_intent')
       on conflict (id) do nothing`,
      [`payevt_${eventId}_${intent.id}`, eventId, intent.id, intent.amountReceivedVnd, JSON.stringify({ value: String(intent.amountReceivedVnd), precision: 20 })],
    )
  }

  private async noteEvent(tx: Knex.Transaction, { sellerPaymentId, eventId, intent }: ClaimInput, outcome: string): Promise<void> {
    await tx.raw(
      `insert into payment_event (id, event_id, intent_id, seller_payment_id, amount_received_vnd, raw_amount_received_vnd, outcome)
       values (?, ?, ?, ?, ?, ?::jsonb, ?)
       on conflict (event_id, seller_payment_id) where deleted_at is null do update set outcome = excluded.outcome, updated_at = now()`,
      [
        `payevt_${eventId}_${sellerPaymentId}`,
        eventId,
        intent.id,
        sellerPaymentId,
        intent.amountReceivedVnd,
        JSON.stringify({ value: String(intent.amountReceivedVnd), precision: 20 }),
        outcome,
      ],
    )
  }
}
