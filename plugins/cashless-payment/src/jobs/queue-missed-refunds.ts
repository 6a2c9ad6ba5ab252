import type { MedusaContainer } from "@medusajs/framework/types"
import { BigNumber, ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CASHLESS_PAYMENT_MODULE } from "../modules/cashless-payment"
import { medusaRefund, medusaRefundKey, readIntentSession } from "../modules/cashless-payment/rules/medusa-refund"
import type { CashlessPaymentModuleService } from "../modules/cashless-payment/service"

const PAGE = 500
const DAY_MS = 86_400_000
/** Longer than Medusa needs from its own row to our provider. A refund passed on meanwhile has the same key all the same. */
const IN_FLIGHT_MS = 60_000

/**
 * Medusa writes a refund down before it asks the rail for it. A crash in between leaves one that Medusa counts as done
 * and nobody ever pays out, and no repeat of the cancel finds anything left to refund: it is passed on here.
 */
export default async function queueMissedRefunds(container: MedusaContainer): Promise<void> {
  const medusa = container.resolve(Modules.PAYMENT)
  const now = Date.now()
  const created_at = { $gte: new Date(now - 7 * DAY_MS).toISOString(), $lt: new Date(now - IN_FLIGHT_MS).toISOString() }
  for (let skip = 0; ; skip += PAGE) {
    const page = await medusa.listRefunds({ created_at }, { select: ["id"], order: { created_at: "ASC", id: "ASC" }, skip, take: PAGE })
    await queueMissed(container, page.map(({ id }) => id))
    if (page.length < PAGE) return
  }
}

async function queueMissed(container: MedusaContainer, refundIds: string[]): Promise<void> {
  const payments = container.resolve<CashlessPaymentModuleService>(CASHLESS_PAYMENT_MODULE)
  const known = new Set((await payments.listPaymentRefunds({ idempotency_key: refundIds.map(medusaRefundKey) }, { select: ["idempotency_key"], take: PAGE })).map((refund) => refund.idempotency_key))
  const missed = refundIds.filter((id) => !known.has(medusaRefundKey(id)))
  if (missed.length === 0) return
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const { id, amount, payment } of await container.resolve(Modules.PAYMENT).listRefunds({ id: missed }, { relations: ["payment"], take: PAGE })) {
    // Refunds of other rails (cash, Stripe's provider) are their own providers' business.
    const session = payment && /^pp_(vietqr|vnpay)_/.test(payment.provider_id) ? readIntentSession(payment.data) : null
    if (!session) continue
    try {
      await payments.queueRefund(medusaRefund({ session, amountVnd: new BigNumber(amount).numeric, refundId: id }))
      logger.warn(`Refund ${id} had not reached its rail and was queued now`)
    } catch (error) {
      logger.error(`Refund ${id} has not reached its rail and can't be queued: ${(error as Error).message}`)
    }
  }
}

export const config = { name: "queue-missed-refunds", schedule: "10 * * * * *" }
