import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/** `reference`, `referenceId`: what the order comes to less for. */
export type OrderCredit = { orderId: string; amountVnd: number; reference: "order_act" | "payment_collection"; referenceId: string; createdBy?: string }

/** Medusa's way to make an order come to less: a change of the order with one credit line, confirmed at once. */
export async function creditOrder(container: MedusaContainer, { orderId, amountVnd, reference, referenceId, createdBy }: OrderCredit): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const change = await orders.createOrderChange({ order_id: orderId, change_type: "credit_line", internal_note: referenceId, created_by: createdBy })
  await orders.addOrderAction({ order_change_id: change.id, order_id: orderId, version: change.version, action: "CREDIT_LINE_ADD", reference, reference_id: referenceId, amount: amountVnd })
  await orders.confirmOrderChange(change.id)
}

type Amounts = { amount: number }[] | null
type RefundedOrder = { total: number; payment_collections: ({ id: string; payments: ({ captures: Amounts; refunds: Amounts } | null)[] | null } | null)[] | null }

/**
 * Medusa's cancel takes off the order what it refunds itself, as a credit line. What was refunded before (by a run that
 * died ahead of the credit line, or a refund that was found again) or after (the rail did not answer) is taken off here,
 * or the order would come to money that nobody owes any more. A paid order comes to what was paid and not given back.
 */
export async function creditForgottenRefunds(container: MedusaContainer, orderId: string): Promise<void> {
  const fields = ["id", "total", "payment_collections.id", "payment_collections.payments.captures.amount", "payment_collections.payments.refunds.amount"]
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "order", fields, filters: { id: orderId } })
  const { total, payment_collections } = data[0] as unknown as RefundedOrder
  const [collection] = (payment_collections ?? []).flatMap((one) => one ?? [])
  const payments = (payment_collections ?? []).flatMap((one) => one?.payments ?? []).flatMap((payment) => payment ?? [])
  const sum = (column: "captures" | "refunds") => payments.flatMap((payment) => payment[column] ?? []).reduce((vnd, { amount }) => vnd + Number(amount), 0)
  const paidVnd = sum("captures")
  const amountVnd = Math.round(Number(total)) - (paidVnd - sum("refunds"))
  if (collection && paidVnd > 0 && amountVnd > 0) await creditOrder(container, { orderId, amountVnd, reference: "payment_collection", referenceId: collection.id })
}
