import type { MedusaContainer, PaymentDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import { SHARE } from "../modules/cashless-payment/operations/refunds"
import { refundIdOfKey } from "../modules/cashless-payment/rules/medusa-refund"
import { REFUND_HOLDS_MONEY } from "../modules/cashless-payment/rules/refund-state"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"

type QueuedRefund = Awaited<ReturnType<CashlessPaymentModuleService["listPaymentRefunds"]>>[number]
/** Both exist and are missing in Medusa's types: it writes refunds only together with the rail, and their sum after that. */
type WritesRefunds = { createRefunds(rows: object[]): Promise<unknown>; updatePaymentCollections(id: string, sum: { refunded_amount: number }): Promise<unknown> }

/**
 * Medusa forgets a refund when its own database fails after the rail has taken it on: it deletes its row and reports a
 * failure, and a repeat would give the money back a second time. Here such rows are written again under their own ids,
 * before anybody repeats, so that what Medusa counts as refunded is what goes back. `note` is given to a row of exactly
 * that amount. Returns the ids of the Medusa payments that got a row back.
 */
export async function restoreLostRefunds(container: MedusaContainer, queued: QueuedRefund[], note?: { text: string; amountVnd: number }): Promise<string[]> {
  const medusa = container.resolve(Modules.PAYMENT)
  const ids = queued.flatMap((refund) => refundIdOfKey(refund.idempotency_key) ?? [])
  if (ids.length === 0) return []
  const known = new Set((await medusa.listRefunds({ id: ids }, { select: ["id"], take: ids.length })).map(({ id }) => id))
  const restored: string[] = []
  for (const refund of queued) {
    const id = refundIdOfKey(refund.idempotency_key)
    const sessionId = (refund.metadata as Record<string, unknown> | null)?.[SHARE]
    // A refund that a person called off, or one of before sessions were noted, is left as it is.
    if (id === null || known.has(id) || refund.status === "canceled" || typeof sessionId !== "string") continue
    const [payment] = await medusa.listPayments({ payment_session_id: sessionId }, { take: 1 })
    if (!payment) continue
    await writeBack(container, payment, { id, amount: Number(refund.amount_vnd), ...(note?.amountVnd === Number(refund.amount_vnd) && { note: note.text }) })
    restored.push(payment.id)
  }
  return [...new Set(restored)]
}

/** The same for one payment of Medusa's. */
export async function restoreLostRefundsOf(container: MedusaContainer, sessionId: string, intentId: string, note?: { text: string; amountVnd: number }): Promise<string[]> {
  return restoreLostRefunds(container, await refundsOf(container, sessionId, intentId), note)
}

/** What goes back for one payment session, or has gone, in đồng. */
export async function sumOnItsWayBack(container: MedusaContainer, intentId: string, sessionId: string): Promise<number> {
  const refunds = await refundsOf(container, sessionId, intentId)
  return refunds.filter(({ status }) => REFUND_HOLDS_MONEY.includes(status)).reduce((total, refund) => total + Number(refund.amount_vnd), 0)
}

async function refundsOf(container: MedusaContainer, sessionId: string, intentId: string): Promise<QueuedRefund[]> {
  const refunds = await container.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE).listPaymentRefunds({ intent_id: intentId }, { take: 500 })
  return refunds.filter(({ metadata }) => (metadata as Record<string, unknown> | null)?.[SHARE] === sessionId)
}

async function writeBack(container: MedusaContainer, payment: PaymentDTO, row: { id: string; amount: number; note?: string }): Promise<void> {
  const medusa = container.resolve(Modules.PAYMENT)
  const writer = medusa as unknown as WritesRefunds
  try {
    await writer.createRefunds([{ ...row, payment: payment.id }])
  } catch (error) {
    // Somebody else wrote it in this moment: the id is the primary key.
    const [there] = await medusa.listRefunds({ id: row.id }, { take: 1 })
    if (!there) throw error
  }
  const { refunds } = await medusa.retrievePayment(payment.id, { relations: ["refunds"] })
  const refunded = (refunds ?? []).reduce((sum, refund) => sum + Number(refund.amount), 0)
  await writer.updatePaymentCollections(payment.payment_collection_id, { refunded_amount: refunded })
  container.resolve(ContainerRegistrationKeys.LOGGER).warn(`Refund ${row.id} was unknown to Medusa though its money goes back: written down again`)
  await container.resolve(Modules.EVENT_BUS).emit({ name: "payment.refunded", data: { id: payment.id } })
}
