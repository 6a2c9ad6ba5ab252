import { todayInVietnam } from "@cho-phien/administrative-units"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { RefundTooLarge } from "./errors"
import { insertJournal, type PostedJournal } from "./rows"
import { minus, refundEntries, refundParts, type SaleFacts, type SaleParts } from "./rules/sale-postings"

export type RefundFact = { key: string; sellerPaymentId: string; amountVnd: number; occurredAt: Date; reason?: string }

type SaleRow = { id: string; seller_id: string; order_id: string; facts: SaleFacts }

/**
 * Shares a refund out over what is left of its sale. The sale's row is locked: two refunds of one order come after each
 * other, so together they never take back more than was sold.
 */
export async function postRefund(tx: Knex.Transaction, fact: RefundFact): Promise<PostedJournal> {
  const sale = (await tx("ledger_journal")
    .where({ seller_payment_id: fact.sellerPaymentId })
    .whereIn("kind", ["sale", "direct_sale"])
    .forUpdate()
    .first("id", "seller_id", "order_id", "facts")) as SaleRow | undefined
  if (!sale) throw new Error(`Seller payment ${fact.sellerPaymentId} has no sale in the books yet`)
  const earlier = (await tx("ledger_journal").where({ seller_payment_id: fact.sellerPaymentId }).whereIn("kind", ["refund", "direct_refund"]).select("id", "key", "facts")) as { id: string; key: string; facts: SaleParts }[]
  const known = earlier.find((journal) => journal.key === fact.key)
  if (known) return { id: known.id, posted: false }
  const left = earlier.reduce<SaleParts>((parts, journal) => minus(parts, journal.facts), sale.facts)
  if (fact.amountVnd > left.goodsVnd + left.shippingVnd) throw new RefundTooLarge(`${fact.key}: ${fact.amountVnd} of ${left.goodsVnd + left.shippingVnd} left`)
  const parts = refundParts(left, fact.amountVnd)
  return insertJournal(tx, {
    key: fact.key,
    kind: sale.facts.collectedByPlatform ? "refund" : "direct_refund",
    occurredAt: fact.occurredAt,
    day: todayInVietnam(fact.occurredAt),
    sellerId: sale.seller_id,
    orderId: sale.order_id,
    sellerPaymentId: fact.sellerPaymentId,
    facts: { ...parts, rail: sale.facts.rail, taxMode: sale.facts.taxMode, amountVnd: fact.amountVnd },
    reason: fact.reason,
    entries: refundEntries(sale.seller_id, sale.facts, parts),
  })
}
