import { Modules } from "@medusajs/framework/utils"
import { createWorkflow, parallelize, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  createOrdersStep,
  createPaymentCollectionsStep,
  createRemoteLinkStep,
  emitEventStep,
  releaseLockStep,
  updateCartsStep,
} from "@medusajs/medusa/core-flows"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { sumParts } from "../modules/order-group/rules/split-cart"
import { SELLER_MODULE } from "../modules/seller"
import { buildSellerOrder } from "./build-seller-order"
import type { Rail } from "../modules/order-group/operations/rows"
import { createOrderGroupStep } from "./steps/create-order-group"
import { markOrderGroupPlacedStep } from "./steps/mark-order-group-placed"
import { openSellerPaymentsStep } from "./steps/open-seller-payments"
import { planCheckoutStep } from "./steps/plan-checkout"
import { registerPromotionUsageStep } from "./steps/register-promotion-usage"
import { reserveStockStep } from "./steps/reserve-stock"
import { verifyOrderTotalsStep } from "./steps/verify-order-totals"

export type CompleteCartInput = { cart_id: string; rail: Rail }
export type CompletedCart = { id: string; created: boolean }

/**
 * One cart → one order group → one Medusa order per seller, stock reserved, payment pending.
 * The only way to place an order: browser, retry and double click all come here, and the second run of a cart
 * answers with the group of the first. If any step fails, everything before it is undone.
 *
 * Not built on Medusa's createOrderWorkflow: that one prices again, applies promotions once per order and
 * reserves nothing.
 */
export const completeCartWithSellerOrdersWorkflow = createWorkflow("complete-cart-with-seller-orders", (input: CompleteCartInput) => {
  acquireLockStep({ key: input.cart_id, timeout: 30, ttl: 120 })
  const plan = planCheckoutStep(input)

  const created = when("cart-not-yet-ordered", { plan }, ({ plan }) => plan.existingGroupId === null).then(() => {
    const group = createOrderGroupStep(
      transform({ plan, input }, ({ plan, input }) => ({
        cart_id: input.cart_id,
        currency_code: plan.cart.currency_code,
        rail: input.rail,
        total_vnd: sumParts(plan.parts).totalVnd,
        buyer_name: plan.buyer!.name,
        buyer_phone: plan.buyer!.phone,
      })),
    )
    const orders = createOrdersStep(transform({ plan, group }, ({ plan, group }) => plan.parts.map((part) => buildSellerOrder(plan.cart, plan.buyer!, part, group.id))))
    const placed = transform({ plan, orders }, ({ plan, orders }) =>
      plan.parts.map((part) => {
        const order = orders.find((candidate) => candidate.metadata?.seller_id === part.sellerId)!
        return {
          order_id: order.id,
          display_id: Number(order.display_id),
          seller_id: part.sellerId,
          total_vnd: part.totalVnd,
          line_item_ids: (order.items ?? []).map((item) => ({ id: item.id, cart_line_id: String(item.metadata?.cart_line_id) })),
        }
      }),
    )
    verifyOrderTotalsStep(placed)
    reserveStockStep(transform({ plan, placed }, ({ plan, placed }) => ({ cart: plan.cart, placed })))
    const collections = createPaymentCollectionsStep(
      transform({ placed }, ({ placed }) => placed.map((order) => ({ currency_code: "vnd", amount: order.total_vnd, metadata: { order_id: order.order_id } }))),
    )
    const payments = transform({ placed, collections }, ({ placed, collections }) =>
      placed.map((order) => ({ ...order, payment_collection_id: collections.find((c) => c.metadata?.order_id === order.order_id)!.id })),
    )
    // The collections are not linked to the cart: Medusa's own payment paths can't reach them from there.
    const links = transform({ plan, group, payments }, ({ plan, group, payments }) =>
      payments.flatMap((p) => {
        const used = new Set(promotionsOf(plan.parts.find((part) => part.sellerId === p.seller_id)!.lines.map((line) => line.id), plan.cart))
        const order = { [Modules.ORDER]: { order_id: p.order_id } }
        return [
          { ...order, [Modules.CART]: { cart_id: plan.cart.id } },
          { ...order, [Modules.PAYMENT]: { payment_collection_id: p.payment_collection_id } },
          { [ORDER_GROUP_MODULE]: { order_group_id: group.id }, ...order },
          { ...order, [SELLER_MODULE]: { seller_id: p.seller_id } },
          ...[...used].map((promotion_id) => ({ ...order, [Modules.PROMOTION]: { promotion_id } })),
        ]
      }),
    )
    parallelize(
      createRemoteLinkStep(links),
      registerPromotionUsageStep(transform({ plan }, ({ plan }) => plan.cart)),
      updateCartsStep(transform({ plan }, ({ plan }) => [{ id: plan.cart.id, completed_at: new Date() }])),
    )
    openSellerPaymentsStep(
      transform({ plan, group, payments, input }, ({ plan, group, payments, input }) => ({
        order_group_id: group.id,
        rail: input.rail,
        total_vnd: sumParts(plan.parts).totalVnd,
        sellers: plan.sellers,
        payments,
      })),
    )
    markOrderGroupPlacedStep(group.id)
    emitEventStep({ eventName: "order.placed", data: transform({ placed }, ({ placed }) => placed.map((order) => ({ id: order.order_id }))) })
    emitEventStep({
      eventName: "seller_order.placed",
      data: transform({ placed, group }, ({ placed, group }) => placed.map((order) => ({ order_id: order.order_id, order_group_id: group.id }))),
    }).config({ name: "emit-seller-order-placed" })
    return group
  })

  releaseLockStep({ key: input.cart_id })
  const result = transform({ plan, created }, ({ plan, created }): CompletedCart => ({ id: plan.existingGroupId ?? created!.id, created: plan.existingGroupId === null }))
  return new WorkflowResponse(result)
})

function promotionsOf(lineIds: string[], cart: { items: { id: string; adjustments: { promotion_id: string | null }[] | null }[] }): string[] {
  return cart.items
    .filter((item) => lineIds.includes(item.id))
    .flatMap((item) => item.adjustments ?? [])
    .flatMap((adjustment) => adjustment.promotion_id ?? [])
}
