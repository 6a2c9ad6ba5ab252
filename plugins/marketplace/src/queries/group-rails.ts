import type { Sentence } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { checkoutErrors } from "../modules/order-group/errors"
import { readDeliveryAddress } from "../modules/order-group/rules/delivery-address"
import type OrderGroupModuleService from "../modules/order-group/service"
import { cashlessPayment } from "../workflows/cashless"
import type { CartSeller } from "./checkout-cart"
import { lacksTimeFor } from "./deadlines-of-change"
import { railOptions, type RailOption } from "./rail-options"

type Order = { id: string; region_id: string; shipping_address: Parameters<typeof readDeliveryAddress>[0]; seller: CartSeller }

/**
 * The rails by which the orders of a checkout that wait for payment could be paid; none when nothing waits. Once part of
 * the money has come, or VNPay is checking whether it has, only the rail it came by.
 */
export async function fetchGroupRails(container: MedusaContainer, orderGroupId: string): Promise<RailOption[]> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const waiting = (await groups.listSellerPayments({ order_group_id: orderGroupId, state: "pending" }, { take: 200 })).filter((payment) => !payment.shipping_at)
  if (waiting.length === 0) return []
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: ["id", "region_id", "shipping_address.*", "seller.*"], filters: { id: waiting.map((payment) => payment.order_id) } })
  const orders = data as unknown as Order[]
  const bound = await boundIntents(container, waiting.flatMap((payment) => payment.intent_id ?? []))
  const amounts = new Map(waiting.map((payment) => [payment.order_id, Number(payment.amount_vnd)]))
  const options = await railOptions(container, {
    regionId: orders[0]!.region_id,
    provinceCode: readDeliveryAddress(orders[0]!.shipping_address)?.province_code ?? null,
    sellers: orders.map((order) => ({ ...order.seller, amountVnd: amounts.get(order.id) ?? 0 })),
  })
  const held = waiting.flatMap((payment) => (bound.has(payment.intent_id ?? "") ? [{ rail: payment.rail, reason: bound.get(payment.intent_id ?? "")! }] : []))
  // Part of the money is there already: the rest comes the same way, or the order lapses and all of it goes back.
  return Promise.all(
    options.map(async (option) => {
      if (held[0] && !held.some(({ rail }) => rail === option.rail)) return { ...option, open: false, reason: held[0].reason }
      return option.open && (await lacksTimeFor(container, waiting, option.rail)) ? { ...option, open: false, reason: checkoutErrors.noTimeLeft().sentence } : option
    }),
  )
}

/** The intents that can't be left, by id, each with why. */
async function boundIntents(container: MedusaContainer, intentIds: string[]): Promise<Map<string, Sentence>> {
  const intents = await Promise.all([...new Set(intentIds)].map((id) => cashlessPayment(container).retrieveIntent(id)))
  return new Map(
    intents.flatMap((intent) => {
      if (intent.status === "processing") return [[intent.id, checkoutErrors.paymentChecking().sentence] as const]
      return intent.amount_received_vnd > 0 && intent.status !== "succeeded" ? [[intent.id, checkoutErrors.partlyPaid().sentence] as const] : []
    }),
  )
}
