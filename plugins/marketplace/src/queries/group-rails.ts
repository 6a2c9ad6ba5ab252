import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { readDeliveryAddress } from "../modules/order-group/rules/delivery-address"
import type OrderGroupModuleService from "../modules/order-group/service"
import type { CartSeller } from "./checkout-cart"
import { railOptions, type RailOption } from "./rail-options"

type Order = { id: string; region_id: string; shipping_address: Parameters<typeof readDeliveryAddress>[0]; seller: CartSeller }

/** The rails by which the orders of a checkout that wait for payment could be paid; none when nothing waits. */
export async function fetchGroupRails(container: MedusaContainer, orderGroupId: string): Promise<RailOption[]> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const waiting = (await groups.listSellerPayments({ order_group_id: orderGroupId, state: "pending" }, { take: 200 })).filter((payment) => !payment.shipping_at)
  if (waiting.length === 0) return []
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: ["id", "region_id", "shipping_address.*", "seller.*"], filters: { id: waiting.map((payment) => payment.order_id) } })
  const orders = data as unknown as Order[]
  const amounts = new Map(waiting.map((payment) => [payment.order_id, Number(payment.amount_vnd)]))
  return railOptions(container, {
    regionId: orders[0]!.region_id,
    provinceCode: readDeliveryAddress(orders[0]!.shipping_address)?.province_code ?? null,
    sellers: orders.map((order) => ({ ...order.seller, amountVnd: amounts.get(order.id) ?? 0 })),
  })
}
