import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { LEDGER_MODULE } from "../modules/ledger"
import type LedgerModuleService from "../modules/ledger/service"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type OrderGroupModuleService from "../modules/order-group/service"
import { cashlessPayment } from "./cashless"
import { postGatewayFacts } from "./post-gateway-facts"
import { postHouseReceipts } from "./post-house-receipts"
import { postHouseTransfers, postMoneyForSellers, postReturnedReceipts } from "./post-house-transfers"
import { postSale, refundKey, saleKey } from "./post-sale"
import { sweepCharges } from "./sweep-charges"

const BATCH = 500

/**
 * The second way of every fact into the books, for when a process died between the fact and its journal: what was paid
 * or refunded since `since` and is missing there. Returns how many seller payments it took up, and how many facts could not be posted.
 */
export async function sweepBooks(container: MedusaContainer, since: Date): Promise<{ taken: number; failed: number }> {
  let failed = 0
  const missing = new Set([...(await missingSales(container, since)), ...(await missingRefunds(container, since))])
  for (const sellerPaymentId of missing) {
    try {
      await cashlessPayment(container).stepAside()
      await postSale(container, sellerPaymentId)
    } catch (error) {
      failed += 1
      container.resolve(ContainerRegistrationKeys.LOGGER).error(`Seller payment ${sellerPaymentId} is not in the books yet and will be tried again: ${String(error)}`)
    }
  }
  failed += await sweepCharges(container, since)
  await postGatewayFacts(container, since)
  await postHouseReceipts(container, since)
  await postHouseTransfers(container, since)
  await postReturnedReceipts(container, since)
  await postMoneyForSellers(container, since)
  return { taken: missing.size, failed }
}

async function missingSales(container: MedusaContainer, since: Date): Promise<string[]> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const found: string[] = []
  for (let skip = 0; ; skip += BATCH) {
    const payments = await groups.listSellerPayments({ paid_at: { $gte: since } }, { select: ["id"], skip, take: BATCH, order: { id: "ASC" } })
    const keys = await container.resolve<LedgerModuleService>(LEDGER_MODULE).missingKeys(payments.map(({ id }) => saleKey(id)))
    found.push(...payments.filter(({ id }) => keys.includes(saleKey(id))).map(({ id }) => id))
    if (payments.length < BATCH) return found
  }
}

async function missingRefunds(container: MedusaContainer, since: Date): Promise<string[]> {
  const payments = container.resolve(Modules.PAYMENT)
  const collections: string[] = []
  for (let skip = 0; ; skip += BATCH) {
    const refunds = await payments.listRefunds({ created_at: { $gte: since.toISOString() } }, { relations: ["payment"], skip, take: BATCH, order: { id: "ASC" } })
    const keys = await container.resolve<LedgerModuleService>(LEDGER_MODULE).missingKeys(refunds.map(({ id }) => refundKey(id)))
    collections.push(...refunds.filter(({ id }) => keys.includes(refundKey(id))).flatMap((refund) => refund.payment?.payment_collection_id ?? []))
    if (refunds.length < BATCH) break
  }
  if (collections.length === 0) return []
  const rows = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listSellerPayments({ payment_collection_id: collections }, { select: ["id"], take: collections.length })
  return rows.map(({ id }) => id)
}
