import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { APPLYING_LEASE_MS } from "../modules/order-group/rules/decide-payment"
import type OrderGroupModuleService from "../modules/order-group/service"
import { applyIntent } from "../workflows/apply-intent"

/** The payment side cancels an intent after its deadline and a grace; an order is asked about only after that. */
const EXPIRY_GRACE_MS = 2 * 60_000
const BATCH = 100

/**
 * The second way to every end, for when a notice or a process was lost:
 * payments stuck in `applying`, orders past their time, cancelled orders whose stock was not freed yet.
 */
export default async function sweepSellerPayments(container: MedusaContainer): Promise<void> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const now = Date.now()
  const stuck = await groups.listSellerPayments({ state: "applying", applying_since: { $lt: new Date(now - APPLYING_LEASE_MS) } }, { take: BATCH })
  const overdue = await groups.listSellerPayments({ state: "pending", expires_at: { $lt: new Date(now - EXPIRY_GRACE_MS) } }, { take: BATCH, order: { expires_at: "ASC" } })
  const halfClosed = await groups.listSellerPayments({ state: ["expired", "canceled"], closed_at: null, updated_at: { $lt: new Date(now - APPLYING_LEASE_MS) } }, { take: BATCH })
  for (const intentId of new Set([...stuck, ...overdue, ...halfClosed].map((payment) => payment.intent_id))) {
    try {
      await applyIntent(container, intentId, `sweep:${intentId}`)
    } catch (error) {
      logger.warn(`Sweep of payment intent ${intentId} will be tried again: ${String(error)}`)
    }
  }
}

export const config = { name: "sweep-seller-payments", schedule: "* * * * *" }
