import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { postAdjustment, proposeAdjustment, refuseAdjustment, type NewAdjustment } from "./adjustments"
import { accountBalances, sellerBalances, type AccountBalance, type HeldSales, type SellerBalance } from "./balances"
import { noteDeliveries, undeliveredSales, type NotedDelivery } from "./deliveries"
import { moveMark, moveMarkBack, readMark } from "./books-mark"
import BooksMark from "./models/books-mark"
import CommissionRule from "./models/commission-rule"
import HoldRule from "./models/hold-rule"
import LedgerAdjustment from "./models/ledger-adjustment"
import LedgerEntry from "./models/ledger-entry"
import LedgerJournal from "./models/ledger-journal"
import SaleDelivery from "./models/sale-delivery"
import SellerActivity from "./models/seller-activity"
import TaxRule from "./models/tax-rule"
import { postPayout, type PayoutFact, type PayoutPosting } from "./post-payout"
import { postRefund, type RefundFact } from "./post-refund"
import { reversalOf, type ShopPaid } from "./reversals"
import { insertJournal, type PostedJournal } from "./rows"
import { endRule, loadRules, type RuleTable } from "./rule-book"
import type { CommissionRuleFacts } from "./rules/commission"
import type { JournalDraft } from "./rules/journal"
import type { SellerActivityKind, TaxRuleFacts } from "./rules/withholding-tax"

/**
 * The books: double entry, append-only, whole đồng. What makes it so lies in the database (migration): Σ = 0 per journal
 * and the number of its entries are deferred constraint triggers, update and delete are refused, keys are unique.
 */
export default class LedgerModuleService extends MedusaService({ LedgerJournal, LedgerEntry, CommissionRule, TaxRule, SellerActivity, LedgerAdjustment, HoldRule, SaleDelivery, BooksMark }) {
  private readonly db: Knex

  constructor(container: Record<string, unknown>) {
    super(...(arguments as unknown as [Record<string, unknown>]))
    this.db = container[ContainerRegistrationKeys.PG_CONNECTION] as Knex
  }

  /** Posts a fact once. Told again it changes nothing and answers with the journal that is there. */
  async post(draft: JournalDraft): Promise<PostedJournal> {
    return this.db.transaction((tx) => insertJournal(tx, draft))
  }

  /** @throws RefundTooLarge */
  async postRefund(fact: RefundFact): Promise<PostedJournal> {
    return this.db.transaction((tx) => postRefund(tx, fact))
  }

  async postPayout(fact: PayoutFact): Promise<PayoutPosting> {
    return this.db.transaction((tx) => postPayout(tx, fact))
  }

  /** @throws ledger.same_reference */
  async proposeAdjustment(adjustment: NewAdjustment): Promise<string> {
    return this.db.transaction((tx) => proposeAdjustment(tx, adjustment))
  }

  /** Proposes that what a take-over made a shop owe is taken back. @throws ledger.journal_not_found, ledger.not_taken_over, ledger.already_reversed */
  async proposeReversal(said: ShopPaid): Promise<string> {
    return this.db.transaction(async (tx) => proposeAdjustment(tx, await reversalOf(tx, said)))
  }

  /** Which of these journals a proposal takes back that was not refused, and how far it is. */
  async reversals(keys: string[]): Promise<Map<string, "proposed" | "posted">> {
    if (keys.length === 0) return new Map()
    const rows = await this.db("ledger_adjustment").whereIn("reverses", keys).whereNot({ state: "refused" }).select<{ reverses: string; state: "proposed" | "posted" }[]>("reverses", "state")
    return new Map(rows.map(({ reverses, state }) => [reverses, state]))
  }

  /** Books it. @throws ledger.same_person, ledger.adjustment_decided, ledger.adjustment_not_found */
  async postAdjustment(id: string, by: string, note: string): Promise<string> {
    return this.db.transaction((tx) => postAdjustment(tx, id, by, note))
  }

  async refuseAdjustment(id: string, by: string, note: string): Promise<void> {
    return this.db.transaction((tx) => refuseAdjustment(tx, id, by, note))
  }

  async undeliveredSales(after: string, limit: number): Promise<string[]> {
    return undeliveredSales(this.db, after, limit)
  }

  async noteDeliveries(deliveries: NotedDelivery[]): Promise<void> {
    return noteDeliveries(this.db, deliveries)
  }

  /** Up to when everything is in the books; null before the first look. */
  async booksWholeUntil(): Promise<Date | null> {
    return readMark(this.db)
  }

  async noteBooksWhole(until: Date): Promise<void> {
    return moveMark(this.db, until)
  }

  /** Something of before was found missing and can't be posted: from then on they are looked through until it is there. */
  async noteBooksNotWhole(from: Date): Promise<void> {
    return moveMarkBack(this.db, from)
  }

  /** Which of these facts are not in the books. */
  async missingKeys(keys: string[]): Promise<string[]> {
    if (keys.length === 0) return []
    const known = new Set((await this.db("ledger_journal").whereIn("key", keys).select<{ key: string }[]>("key")).map(({ key }) => key))
    return keys.filter((key) => !known.has(key))
  }

  async accountBalances(filter: { sellerId?: string; day?: string } = {}): Promise<AccountBalance[]> {
    return accountBalances(this.db, filter)
  }

  async sellerBalances(filter: HeldSales): Promise<SellerBalance[]> {
    return sellerBalances(this.db, filter)
  }

  async loadRules(): Promise<{ commission: CommissionRuleFacts[]; tax: TaxRuleFacts[] }> {
    return loadRules(this.db)
  }

  async activityOf(sellerId: string, day: string): Promise<SellerActivityKind> {
    const row = await this.db("seller_activity").where({ seller_id: sellerId }).where("valid_from", "<=", day).whereNull("deleted_at").orderBy("valid_from", "desc").first<{ activity: SellerActivityKind } | undefined>("activity")
    return row?.activity ?? "goods"
  }

  /** Gives a rule its last day. @throws ledger.rule_not_found, ledger.rule_ended, ledger.end_before_start */
  async endRule(table: RuleTable, id: string, validTo: string, endedBy: string): Promise<void> {
    return this.db.transaction((tx) => endRule(tx, table, id, validTo, endedBy))
  }
}
