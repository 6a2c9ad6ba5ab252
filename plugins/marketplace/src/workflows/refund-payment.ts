import { restoreLostRefundsOf } from "@cho-phien/cashless-payment"
import type { MedusaContainer, PaymentDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

type PaidOrder = { order_id: string; payment_session_id: string; intent_id: string | null }

/** `note` names the fact for which money goes back (an act's id): the same one gives it back once. */
export type RefundOrder = { note: string; amountVnd: number | "what is left"; createdBy?: string }

/**
 * Gives money of a paid order back by Medusa's refund, which asks the rail. Whatever an earlier run did or a failing
 * database made Medusa forget is found first, so that it can be repeated. Throws when the money is not on its way.
 */
export async function refundPayment(container: MedusaContainer, order: PaidOrder, { note, amountVnd, createdBy }: RefundOrder): Promise<void> {
  const payments = container.resolve(Modules.PAYMENT)
  const [found] = await payments.listPayments({ payment_session_id: order.payment_session_id }, { take: 1 })
  if (!found) throw new Error(`Paid order ${order.order_id} has no payment`)
  if (order.intent_id) await restoreLostRefundsOf(container, order.payment_session_id, order.intent_id, amountVnd === "what is left" ? undefined : { text: note, amountVnd })
  const before = await payments.retrievePayment(found.id, { relations: ["captures", "refunds"] })
  const due = amountVnd === "what is left" ? sum(before.captures) - sum(before.refunds) : before.refunds?.some((refund) => refund.note === note) ? 0 : amountVnd
  if (due > 0) await payments.refundPayment({ payment_id: found.id, amount: due, note, created_by: createdBy })
  const after = due > 0 ? await payments.retrievePayment(found.id, { relations: ["refunds"] }) : before
  await recordRefunds(container, order.order_id, after)
  if (due > 0) await container.resolve(Modules.EVENT_BUS).emit({ name: "payment.refunded", data: { id: found.id } })
}

/** The order's own account of it: Medusa's cancel notes whole refunds, also ones that failed, by the payment's id and we by the refund's, so the sums are compared. */
async function recordRefunds(container: MedusaContainer, orderId: string, { refunds }: PaymentDTO): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const noted = await orders.listOrderTransactions({ order_id: orderId, reference: "refund" })
  const missing = sum(refunds) + sum(noted)
  const newest = [...(refunds ?? [])].sort((a, b) => String(a.created_at).localeCompare(String(b.created_at))).at(-1)
  if (missing > 0 && newest) await orders.addOrderTransactions([{ order_id: orderId, amount: -missing, currency_code: "vnd", reference: "refund", reference_id: newest.id }])
}

const sum = (rows: { amount: unknown }[] | undefined): number => (rows ?? []).reduce((total, { amount }) => total + Number(amount), 0)
