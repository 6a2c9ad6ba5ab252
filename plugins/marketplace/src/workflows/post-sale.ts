import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { LEDGER_MODULE } from "../modules/ledger"
import { workOutSale } from "../modules/ledger/rules/sale-facts"
import { saleEntries } from "../modules/ledger/rules/sale-postings"
import type LedgerModuleService from "../modules/ledger/service"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type OrderGroupModuleService from "../modules/order-group/service"
import { fetchPaidSale } from "../queries/paid-sale"

/** The fact's name in the books. */
export const saleKey = (sellerPaymentId: string) => `sale:${sellerPaymentId}`
export const refundKey = (refundId: string) => `refund:${refundId}`

/**
 * Brings the books to where a seller payment is: its sale once it is paid, then every refund Medusa has for it.
 * Subscribers and the sweep all come here; run any number of times it posts each fact once.
 */
export async function postSale(container: MedusaContainer, sellerPaymentId: string): Promise<void> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const [payment] = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listSellerPayments({ id: sellerPaymentId }, { take: 1 })
  if (!payment?.paid_at) return
  const paidAt = new Date(payment.paid_at)
  const missing = await ledger.missingKeys([saleKey(payment.id)])
  if (missing.length > 0) {
    const sale = await fetchPaidSale(container, { orderId: payment.order_id, rail: payment.rail, amountVnd: Number(payment.amount_vnd), paidAt })
    if (!sale) throw new Error(`Order ${payment.order_id} of seller payment ${payment.id} was not found`)
    const facts = workOutSale(sale, await ledger.loadRules())
    await ledger.post({
      key: saleKey(payment.id),
      kind: facts.collectedByPlatform ? "sale" : "direct_sale",
      occurredAt: paidAt,
      day: sale.day,
      sellerId: payment.seller_id,
      orderId: payment.order_id,
      sellerPaymentId: payment.id,
      facts,
      entries: saleEntries(payment.seller_id, facts),
    })
  }
  await postRefunds(container, ledger, payment)
}

async function postRefunds(container: MedusaContainer, ledger: LedgerModuleService, { id, payment_session_id }: { id: string; payment_session_id: string }): Promise<void> {
  const payments = await container.resolve(Modules.PAYMENT).listPayments({ payment_session_id }, { relations: ["refunds"] })
  const refunds = payments.flatMap((payment) => payment.refunds ?? []).sort((a, b) => String(a.id).localeCompare(String(b.id)))
  for (const refund of refunds) {
    await ledger.postRefund({ key: refundKey(refund.id), sellerPaymentId: id, amountVnd: Math.round(Number(refund.amount)), occurredAt: new Date(refund.created_at ?? Date.now()) })
  }
}
