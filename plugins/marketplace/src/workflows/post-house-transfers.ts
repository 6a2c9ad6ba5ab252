import { todayInVietnam } from "@cho-phien/administrative-units"
import type { MoneyWithHouse, TakenOverTransfer } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../modules/ledger"
import { platformChargeEntries } from "../modules/ledger/rules/charge-postings"
import type { JournalDraft } from "../modules/ledger/rules/journal"
import { receiptForSellerEntries, refundInSellersSteadEntries, returnedReceiptEntries } from "../modules/ledger/rules/money-postings"
import type LedgerModuleService from "../modules/ledger/service"
import { cashlessPayment } from "./cashless"

/**
 * Refunds the house sent in a shop's stead since `since`: the payment lies on the shop's account, so the shop owes what
 * left ours, and the next payout takes it off (docs/decisions/0006). Run any number of times it posts each once.
 */
export async function postHouseTransfers(container: MedusaContainer, since: Date): Promise<void> {
  const transfers = await cashlessPayment(container).handTransfers.takenOver(since)
  await postMissing(container, transfers, keyOf, async (transfer) => {
    const sellerId = await sellerOf(container, transfer)
    // The money lies with nobody the fair knows: whoever made the payment settles it.
    if (!sellerId) return null
    return {
      kind: "refund_executed",
      at: transfer.finished_at,
      sellerId,
      orderId: transfer.intent_metadata.order_id ?? null,
      facts: { transfer_id: transfer.id, intent_id: transfer.intent_id, amountVnd: transfer.amount_vnd, taken_over: true },
      entries: refundInSellersSteadEntries(sellerId, transfer.amount_vnd),
    }
  })
}

/** Money of nobody's, VNPay's (a second time, too late) or on the house's own account, that a person sent back from our bank. */
export async function postReturnedReceipts(container: MedusaContainer, since: Date): Promise<void> {
  const returns = await cashlessPayment(container).handTransfers.returnedReceipts(since)
  await postMissing(container, returns, keyOf, async (given) => ({
    kind: "refund_executed",
    at: given.finished_at,
    facts: { transfer_id: given.id, transaction_id: given.transaction_id, amountVnd: given.amount_vnd },
    entries: returnedReceiptEntries(given.amount_vnd),
  }))
}

/**
 * What buyers sent to the house's account, or paid over VNPay, for an order that is paid to the shop's account, and a
 * person assigned to it: the order is paid and the money is ours to pass on.
 */
export async function postMoneyForSellers(container: MedusaContainer, since: Date): Promise<void> {
  const received = await cashlessPayment(container).bank.moneyWithHouse(since)
  const keyOfReceipt = ({ transaction_id }: MoneyWithHouse) => `for_seller:${transaction_id}`
  await postMissing(container, received, keyOfReceipt, async (money) => {
    const sellerId = await sellerOf(container, { ...money, holder_reference: null })
    // Asked for by a caller of /v1 for the house itself: its charge has the money.
    if (!sellerId && !money.account_id) return null
    const into = money.provider === "vnpay" ? "psp_clearing:vnpay" : "bank"
    return {
      kind: "unmatched_receipt",
      at: money.at,
      sellerId,
      orderId: money.intent_metadata.order_id ?? null,
      facts: { transaction_id: money.transaction_id, intent_id: money.intent_id, amountVnd: money.amount_vnd, for_seller: sellerId !== null },
      // For an account of /v1 that is no shop's it lies with the house as well, whose caller settles it.
      entries: sellerId ? receiptForSellerEntries(sellerId, into, money.amount_vnd) : platformChargeEntries(into, money.amount_vnd),
    }
  })
}

/** A journal but for what is said of every fact in the same way: its key, and its day from when it came about. */
type FactDraft = Omit<JournalDraft, "key" | "day" | "occurredAt"> & { at: Date }

/** Posts what of these facts is not in the books, each under its key; null is a fact that is not the books' business. */
async function postMissing<Fact>(container: MedusaContainer, facts: Fact[], keyOfFact: (fact: Fact) => string, toDraft: (fact: Fact) => Promise<FactDraft | null>): Promise<void> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const missing = new Set(await ledger.missingKeys(facts.map(keyOfFact)))
  for (const fact of facts.filter((candidate) => missing.has(keyOfFact(candidate)))) {
    const draft = await toDraft(fact)
    if (!draft) continue
    const { at, ...journal } = draft
    await ledger.post({ key: keyOfFact(fact), occurredAt: at, day: todayInVietnam(at), ...journal })
  }
}

const keyOf = ({ id }: { id: string }) => `refund_executed:${id}`

/** The shop of the order, of the account that a caller of /v1 named, or on whose account returned money lay. */
async function sellerOf(container: MedusaContainer, { intent_metadata, account_id, holder_reference }: Pick<TakenOverTransfer, "intent_metadata" | "account_id" | "holder_reference">): Promise<string | null> {
  if (intent_metadata.seller_id) return intent_metadata.seller_id
  return account_id ? ((await cashlessPayment(container).findAccount(account_id))?.reference ?? null) : holder_reference
}
