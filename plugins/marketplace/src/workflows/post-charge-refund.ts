import { todayInVietnam } from "@cho-phien/administrative-units"
import type { PaymentIntent, Refund } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../modules/ledger"
import { destinationRefundEntries, feeRefundEntries, houseShareOfRefund, platformRefundEntries, reversed, type ChargeRefundAmounts } from "../modules/ledger/rules/charge-postings"
import type { Entry } from "../modules/ledger/rules/journal"
import { surplusEntries } from "../modules/ledger/rules/money-postings"
import type LedgerModuleService from "../modules/ledger/service"
import { cashlessPayment } from "./cashless"
import { postApiFee } from "./post-api-fee"
import { houseHas, postCharge, shopOfCharge } from "./post-charge"

/** The facts' names in the books. */
export const chargeRefundKey = (refundId: string) => `charge_refund:${refundId}`
export const chargeRefundFailedKey = (refundId: string) => `charge_refund_failed:${refundId}`
export const surplusKey = (refundId: string) => `surplus:${refundId}`

/** What is in the books of a refund of /v1: who bears it, and, where it failed or was called off, that nobody does. */
export type RefundOfCharge = Pick<Refund, "id" | "intent_id" | "amount_vnd" | "status" | "charge_parts" | "created_at" | "settled_at">

type RefundRow = Awaited<ReturnType<ReturnType<typeof cashlessPayment>["listPaymentRefunds"]>>[number]

/** A row that was read with its intent. */
export function toRefundOfCharge(row: RefundRow): RefundOfCharge {
  return {
    id: row.id,
    intent_id: row.intent.id,
    amount_vnd: Number(row.amount_vnd),
    status: row.status,
    charge_parts: row.charge_parts as RefundOfCharge["charge_parts"],
    created_at: new Date(row.created_at).toISOString(),
    settled_at: row.settled_at ? new Date(row.settled_at).toISOString() : null,
  }
}

/**
 * Brings the books to where a refund of /v1 is, its charge first. A refund that VNPay rejects is taken back whole; the
 * one by hand that follows it is a refund of its own. Run any number of times it posts each fact once.
 */
export async function postChargeRefund(container: MedusaContainer, refund: RefundOfCharge): Promise<void> {
  const intent = await cashlessPayment(container).retrieveIntent(refund.intent_id)
  if (intent.origin !== "api") return
  if (refund.charge_parts === null) return postSurplus(container, intent, refund)
  await postCharge(container, intent)
  await postApiFee(container, intent)
  const sellerId = await shopOfCharge(container, intent)
  const entries = entriesOf(intent, sellerId, refund)
  if (entries.length === 0) return
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const facts = { refund_id: refund.id, intent_id: intent.id, rail: intent.rail, description: intent.description, ...amountsOf(refund) }
  const post = (key: string, kind: "charge_refund" | "charge_refund_failed", at: Date, lines: Entry[]) =>
    ledger.post({ key, kind, occurredAt: at, day: todayInVietnam(at), sellerId, intentId: intent.id, facts, entries: lines })
  await post(chargeRefundKey(refund.id), "charge_refund", new Date(refund.created_at), entries)
  if (refund.status !== "failed" && refund.status !== "canceled") return
  await post(chargeRefundFailedKey(refund.id), "charge_refund_failed", new Date(refund.settled_at ?? Date.now()), reversed(entries))
}

/**
 * Money beyond a charge, or short of one, is no part of it and nobody's cost: it came, and the buyer gets it back. What
 * VNPay brought is booked when it comes (post-gateway-facts); what came to our bank is known by its refund.
 */
async function postSurplus(container: MedusaContainer, intent: PaymentIntent, { id, amount_vnd: amountVnd, created_at }: RefundOfCharge): Promise<void> {
  if (houseHas(intent) !== "bank") return
  await container.resolve<LedgerModuleService>(LEDGER_MODULE).post({
    key: surplusKey(id),
    kind: "unmatched_receipt",
    occurredAt: new Date(created_at),
    day: todayInVietnam(new Date(created_at)),
    intentId: intent.id,
    facts: { refund_id: id, intent_id: intent.id, rail: intent.rail, amountVnd },
    entries: surplusEntries("bank", amountVnd),
  })
}

/** None for what went straight to an account and back from there, but for what its shop no longer owes. */
function entriesOf(intent: PaymentIntent, sellerId: string | null, refund: RefundOfCharge): Entry[] {
  const amounts = amountsOf(refund)
  if (houseHas(intent) === null) return sellerId ? feeRefundEntries(sellerId, houseShareOfRefund(amounts)) : []
  if (!sellerId) return platformRefundEntries(amounts.amountVnd)
  return destinationRefundEntries(sellerId, amounts)
}

export function amountsOf({ amount_vnd, charge_parts: parts }: RefundOfCharge): ChargeRefundAmounts {
  return { amountVnd: amount_vnd, transferReversedVnd: parts?.transfer_reversed_vnd ?? null, feeRefundedVnd: parts?.fee_refunded_vnd ?? null }
}
