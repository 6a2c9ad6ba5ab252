import { todayInVietnam } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { LEDGER_MODULE } from "../modules/ledger"
import type { PaidSale } from "../modules/ledger/rules/sale-facts"
import type LedgerModuleService from "../modules/ledger/service"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import type OrderGroupModuleService from "../modules/order-group/service"

type Order = {
  id: string
  total: number
  items: { id: string; product_id: string | null; total: number }[]
  seller: { id: string; kind: string; province_code: string } | null
}

/** A seller order as commission and tax need it: what was paid for which goods, who sold them, what counts on that day. */
export async function fetchPaidSale(container: MedusaContainer, { orderId, rail, amountVnd, paidAt }: { orderId: string; rail: string; amountVnd: number; paidAt: Date }): Promise<PaidSale | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    // Without the order's own total Medusa does not work out those of its items.
    fields: ["id", "total", "items.*", "items.total", "seller.id", "seller.kind", "seller.province_code"],
    filters: { id: orderId },
  })
  const [order] = data as unknown as Order[]
  if (!order?.seller) return null
  const { id, kind, province_code } = order.seller
  const sets = await productSets(container, order.items.flatMap((item) => item.product_id ?? []))
  const unsold = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).neverPaidFor(orderId)
  const day = todayInVietnam(paidAt)
  return {
    seller: { id, kind, provinceCode: province_code },
    activity: await container.resolve<LedgerModuleService>(LEDGER_MODULE).activityOf(id, day),
    rail,
    amountVnd,
    lines: order.items.map((item) => ({ productSet: sets.get(item.product_id ?? "") ?? null, amountVnd: Math.round(Number(item.total)) - (unsold.get(item.id) ?? 0) })),
    day,
  }
}

/** The OCOP product set of each product that is linked to the register. */
async function productSets(container: MedusaContainer, productIds: string[]): Promise<Map<string, number>> {
  if (productIds.length === 0) return new Map()
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "product", fields: ["id", "ocop_product.product_set_no"], filters: { id: [...new Set(productIds)] } })
  const products = data as unknown as { id: string; ocop_product?: { product_set_no: number | null } | null }[]
  return new Map(products.flatMap((product) => (product.ocop_product?.product_set_no ? [[product.id, product.ocop_product.product_set_no] as const] : [])))
}
