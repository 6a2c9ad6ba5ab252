import { addDays } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { readDeliveryAddress } from "../modules/order-group/rules/delivery-address"
import { salesOf, type ListingSales, type Period, type SoldLine } from "../modules/order-group/rules/listing-sales"
import type OrderGroupModuleService from "../modules/order-group/service"

type Order = {
  id: string
  status: string
  items: { product_id: string | null; quantity: number; total: number }[]
  shipping_address: Parameters<typeof readDeliveryAddress>[0]
}

/** How many orders are read at a time. */
const BATCH = 500

/**
 * What was sold of a listing: orders that were paid within the period and before `until`, and are neither cancelled nor
 * refunded today. Revenue is what was paid for the goods, discounts taken off, without shipping.
 */
export async function fetchListingSales(
  container: MedusaContainer,
  { productId, sellerId, period, until }: { productId: string; sellerId: string; period: Period; until: Date },
): Promise<ListingSales> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const after = new Date(`${period.from}T00:00:00+07:00`)
  const end = new Date(`${addDays(period.to, 1)}T00:00:00+07:00`)
  const lines: SoldLine[] = []
  for (let skip = 0; ; skip += BATCH) {
    const payments = await groups.listSellerPayments(
      { seller_id: sellerId, state: "paid", paid_at: { $gte: after, $lt: end < until ? end : until } },
      { skip, take: BATCH, order: { id: "ASC" }, select: ["id", "order_id", "paid_at"] },
    )
    if (payments.length === 0) break
    const { data } = await query.graph({
      entity: "order",
      // Without the order's own total Medusa does not work out those of its items.
      fields: ["id", "status", "total", "items.*", "items.total", "shipping_address.*"],
      filters: { id: payments.map(({ order_id }) => order_id) },
    })
    const orders = new Map((data as unknown as Order[]).map((order) => [order.id, order]))
    for (const payment of payments) {
      const order = orders.get(payment.order_id)
      const paidAt = payment.paid_at
      if (order && paidAt) lines.push(...soldLines(order, new Date(paidAt), productId))
    }
    if (payments.length < BATCH) break
  }
  return salesOf(lines, period)
}

function soldLines(order: Order, paidAt: Date, productId: string): SoldLine[] {
  if (order.status === "canceled") return []
  const province_code = readDeliveryAddress(order.shipping_address)?.province_code ?? null
  return order.items
    .filter((item) => item.product_id === productId)
    .map((item) => ({ order_id: order.id, paid_at: paidAt, province_code, quantity: Number(item.quantity), revenue_vnd: Math.round(Number(item.total)) }))
}
