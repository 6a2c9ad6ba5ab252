import { isBeyondTheAmount, isStray, type CashlessPaymentModuleService, type HandTransfer } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { cashlessPayment } from "../workflows/cashless"
import type { PaidByIntents } from "./intents-of-orders"
import { toRefundTransfer, type RefundTransfer } from "./refund-transfer"

/** Money of one order on its way back. `by_hand`: a person transfers it, and needs an account for it; `transfer` says how far that is. */
export type OrderRefund = {
  id: string
  amount_vnd: number
  state: "on_its_way" | "by_hand" | "returned" | "failed"
  at: string
  /** Money that came beyond what the order asks for: it was never a part of its amount. */
  surplus: boolean
  transfer: RefundTransfer | null
}

type Refund = Awaited<ReturnType<CashlessPaymentModuleService["listPaymentRefunds"]>>[number]
export type RefundedOrder = PaidByIntents & { sellerPaymentId: string }

/**
 * The refunds of each order, by order id (`intents`: those of {@link intentsOfOrders}); also of payments that asked for it before its rail or amount changed, because
 * somebody may have paid those all the same. A VietQR intent is one order's own; of VNPay's, which several orders share,
 * those that were asked for in this order's name. With `strays` (the given orders are all of a checkout) money that VNPay
 * took too late or twice is shown as well, at the first of the orders it was for.
 */
export async function fetchOrderRefunds(container: MedusaContainer, orders: RefundedOrder[], { strays, intents }: { strays: boolean; intents: Map<string, Set<string>> }): Promise<Map<string, OrderRefund[]>> {
  const intentIds = [...new Set([...intents.values()].flatMap((ids) => [...ids]))]
  if (intentIds.length === 0) return new Map()
  const [refunds, transfers] = await Promise.all([
    cashlessPayment(container).listPaymentRefunds({ intent_id: intentIds }, { take: 1000, order: { created_at: "ASC" }, relations: ["intent"] }),
    cashlessPayment(container).handTransfers.ofIntents(intentIds),
  ])
  if (refunds.length === 0 && transfers.length === 0) return new Map()
  const asked = await refundKeys(container, orders)
  const shown = new Set<string>()
  return new Map(
    orders.map((order) => {
      const mine = refunds.filter((refund) => intents.get(order.orderId)?.has(refund.intent_id))
      const stray = strays ? mine.filter((refund) => isStray(refund.reason) && refund.intent.rail !== "vietqr" && !shown.has(refund.id)) : []
      for (const { id } of stray) shown.add(id)
      const keys = new Set([...(asked.get(order.orderId) ?? []), `late:${order.sellerPaymentId}`, ...stray.map((refund) => refund.idempotency_key)])
      return [order.orderId, [...ownRefunds(mine, keys).map((refund) => toOrderRefund(refund, transfers)), ...lateMoney(order, transfers), ...(strays ? strayMoney(intents.get(order.orderId), transfers, shown) : [])]]
    }),
  )
}

function toOrderRefund(refund: Refund, transfers: HandTransfer[]): OrderRefund {
  const transfer = transfers.find(({ refund_id }) => refund_id === refund.id)
  return { id: refund.id, amount_vnd: Number(refund.amount_vnd), state: stateOf(refund.status), at: new Date(refund.created_at).toISOString(), surplus: isBeyondTheAmount(refund.reason), transfer: transfer ? toRefundTransfer(transfer) : null }
}

/** Money that came when the order was over, and that the operator has decided to send back: a refund of nothing that was ever counted. */
function lateMoney(order: RefundedOrder, transfers: HandTransfer[]): OrderRefund[] {
  return transfers.filter(({ refund_id, intent_metadata }) => refund_id === null && intent_metadata.order_id === order.orderId).map(toReturn)
}

/** The same of a payment that several orders share, at the first of them. */
function strayMoney(intents: Set<string> | undefined, transfers: HandTransfer[], shown: Set<string>): OrderRefund[] {
  const stray = transfers.filter(({ id, refund_id, intent_id, intent_metadata }) => refund_id === null && !intent_metadata.order_id && intent_id !== null && intents?.has(intent_id) && !shown.has(id))
  for (const { id } of stray) shown.add(id)
  return stray.map(toReturn)
}

const toReturn = (transfer: HandTransfer): OrderRefund => ({ id: transfer.id, amount_vnd: transfer.amount_vnd, state: TRANSFER_STATE[transfer.state], at: transfer.queued_at, surplus: true, transfer: toRefundTransfer(transfer) })

const TRANSFER_STATE: Record<HandTransfer["state"], OrderRefund["state"]> = { waiting: "by_hand", sent: "on_its_way", done: "returned", canceled: "failed" }

/** Refunds in this order's name, oldest first; one that failed gives way to its successor, which is made by hand. */
function ownRefunds(refunds: Refund[], keys: Set<string>): Refund[] {
  const own = refunds.filter((refund) => {
    if (refund.intent.rail !== "vietqr" && !keys.has(refund.idempotency_key)) return false
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
