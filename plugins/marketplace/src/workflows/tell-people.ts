import { asApiError } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { buyerOfOrder } from "../buyer/rules/buyer-contact"
import type OrderGroupModuleService from "../modules/order-group/service"
import { SELLER_MODULE } from "../modules/seller"
import type SellerModuleService from "../modules/seller/service"
import { readDeliveryAddress } from "../modules/order-group/rules/delivery-address"
import { groupIdOf } from "../queries/buyer-orders"
import { sendMessage } from "./send-message"

export type PersonMessage = { template: string; key?: string; text: string }

/** What messages about one order need: its number, the phone of who ordered (never the parcel's, where that is another), its shop and who works there. */
export type OrderPeople = { orderId: string; displayId: number; orderGroupId: string | null; shop: { id: string; name: string }; buyerPhone: string | null; memberPhones: string[] }

type Order = { id: string; display_id: number; metadata: Record<string, unknown> | null; shipping_address: Parameters<typeof readDeliveryAddress>[0]; seller: { id: string; name: string } | null }

export async function peopleOfOrders(container: MedusaContainer, orderIds: string[]): Promise<Map<string, OrderPeople>> {
  if (orderIds.length === 0) return new Map()
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "order", fields: ["id", "display_id", "metadata", "shipping_address.*", "seller.id", "seller.name"], filters: { id: [...new Set(orderIds)] } })
  const orders = data as unknown as Order[]
  const sellerIds = [...new Set(orders.flatMap(({ seller }) => seller?.id ?? []))]
  const phones = await phonesOfShops(container, sellerIds)
  const groupIds = [...new Set(orders.flatMap((order) => groupIdOf(order) ?? []))]
  const groups = await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).listOrderGroups({ id: groupIds }, { select: ["id", "buyer_name", "buyer_phone"], take: groupIds.length })
  return new Map(
    orders.flatMap((order) => {
      if (!order.seller) return []
      const shop = order.seller
      const groupId = groupIdOf(order)
      const group = groups.find(({ id }) => id === groupId)
      const people: OrderPeople = {
        orderId: order.id,
        displayId: Number(order.display_id),
        orderGroupId: groupId,
        shop,
        buyerPhone: buyerOfOrder(group, readDeliveryAddress(order.shipping_address))?.phone ?? null,
        memberPhones: phones.get(shop.id) ?? [],
      }
      return [[order.id, people] as const]
    }),
  )
}

/** Who works in each shop, where they can be told something. */
export async function phonesOfShops(container: MedusaContainer, sellerIds: string[]): Promise<Map<string, string[]>> {
  if (sellerIds.length === 0) return new Map()
  const members = await container.resolve<SellerModuleService>(SELLER_MODULE).listSellerMembers({ seller: { id: sellerIds }, status: "active" } as Record<string, unknown>, { take: 1000, relations: ["seller"] })
  return new Map(sellerIds.map((id) => [id, members.filter(({ seller }) => seller.id === id).map(({ phone }) => phone)]))
}

/** `no_provider`: no message can leave this house, so there is no use in trying the next. One phone that fails stops no other. */
export type Telling = "told" | "failed" | "no_provider"

export async function tellPeople(container: MedusaContainer, phones: string[], { template, key, text }: PersonMessage): Promise<Telling> {
  let telling: Telling = "told"
  for (const to of phones) {
    try {
      await sendMessage(container, { to, channel: "sms", template, text, ...(key !== undefined && { key: `${key}:${to}` }) })
    } catch (error) {
      if (asApiError(error)?.code === "phone_login.no_message_provider") return "no_provider"
      telling = "failed"
    }
  }
  return telling
}

export const storefrontLink = (path: string) => `${(process.env.STOREFRONT_URL ?? "http://localhost:8000").replace(/\/$/, "")}${path}`
