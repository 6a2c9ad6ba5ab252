import type { CashlessPaymentModuleService } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { cashlessPayment } from "../workflows/cashless"

/** Money of one order on its way back. `by_hand`: a person transfers it, and needs an account for it. */
export type OrderRefund = { id: string; amount_vnd: number; state: "on_its_way" | "by_hand" | "returned" | "failed"; at: string }

type Refund = Awaited<ReturnType<CashlessPaymentModuleService["listPaymentRefunds"]>>[number]
type RefundedOrder = { orderId: string; sellerPaymentId: string; rail: string; intentId: string | null }

/**
 * The refunds of each order, by order id. A VietQR intent is one order's own; of VNPay's, which several orders share,
 * those that were asked for in this order's name.
 */
export async function fetchOrderRefunds(container: MedusaContainer, orders: RefundedOrder[]): Promise<Map<string, OrderRefund[]>> {
  const intentIds = [...new Set(orders.flatMap((order) => order.intentId ?? []))]
  if (intentIds.length === 0) return new Map()
  const refunds = await cashlessPayment(container).listPaymentRefunds({ intent_id: intentIds }, { take: 1000, order: { created_at: "ASC" } })
  if (refunds.length === 0) return new Map()
  const asked = await refundKeys(container, orders)
  return new Map(
    orders.map((order) => {
      const own = ownRefunds(refunds.filter((refund) => refund.intent_id === order.intentId), order, asked.get(order.orderId) ?? new Set())
      return [order.orderId, own.map((refund) => ({ id: refund.id, amount_vnd: Number(refund.amount_vnd), state: stateOf(refund.status), at: new Date(refund.created_at).toISOString() }))]
    }),
  )
}

/** Refunds in this order's name, oldest first; one that failed gives way to its successor, which is made by hand. */
function ownRefunds(refunds: Refund[], order: RefundedOrder, asked: Set<string>): Refund[] {
  const keys = new Set([...asked, `late:${order.sellerPaymentId}`])
  const own = refunds.filter((refund) => {
    if (order.rail !== "vietqr" && !keys.has(refund.idempotency_key)) return false
    keys.add(successorKey(refund))
    return refund.status !== "canceled"
  })
  return own.filter((refund) => !own.some((other) => other.idempotency_key === successorKey(refund)))
}

const successorKey = (refund: Refund) => `after:${refund.id}`

/** The keys under which Medusa's refunds of an order were passed on to the rail. */
async function refundKeys(container: MedusaContainer, orders: RefundedOrder[]): Promise<Map<string, Set<string>>> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["id", "payment_collections.payments.refunds.id"],
    filters: { id: orders.map((order) => order.orderId) },
  })
  const found = data as unknown as { id: string; payment_collections: ({ payments: ({ refunds: { id: string }[] | null } | null)[] | null } | null)[] | null }[]
  return new Map(
    found.map((order) => [
      order.id,
      new Set((order.payment_collections ?? []).flatMap((collection) => collection?.payments ?? []).flatMap((payment) => payment?.refunds ?? []).map((refund) => `medusa:${refund.id}`)),
    ]),
  )
}

function stateOf(status: string): OrderRefund["state"] {
  if (status === "succeeded") return "returned"
  if (status === "failed") return "failed"
  return status === "pending" ? "on_its_way" : "by_hand"
}
