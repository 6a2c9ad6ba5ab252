import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import type { Rail } from "../modules/order-group/operations/rows"
import { PAYMENT_PROVIDER } from "./cashless"

export type SessionToOpen = { rail: Rail; collectionId: string; orderId: string; amountVnd: number; intentId: string | null }

/** The collection asks for what the session will ask for: of an order whose total has changed it still says the old one. */
export async function updateCollection(container: MedusaContainer, { collectionId, amountVnd }: Pick<SessionToOpen, "collectionId" | "amountVnd">): Promise<void> {
  const payments = container.resolve(Modules.PAYMENT)
  const collection = await payments.retrievePaymentCollection(collectionId, { select: ["id", "amount"] })
  if (Number(collection.amount) !== amountVnd) await payments.updatePaymentCollections(collectionId, { amount: amountVnd })
}

/** A session that waits for its money (`pending_authorization`, the providers say so): order first, money later. */
export async function openSession(container: MedusaContainer, { rail, collectionId, orderId, amountVnd, intentId }: SessionToOpen): Promise<string> {
  const payments = container.resolve(Modules.PAYMENT)
  const session = await payments.createPaymentSession(collectionId, {
    provider_id: PAYMENT_PROVIDER[rail],
    currency_code: "vnd",
    amount: amountVnd,
    data: intentId === null ? { order_id: orderId } : { intent_id: intentId },
  })
  return session.id
}

/** Marks a session that waits for nothing any more. A failure is only logged: our own state decides about money. */
export async function cancelSession(container: MedusaContainer, sessionId: string): Promise<void> {
  try {
    const payments = container.resolve(Modules.PAYMENT)
    const session = await payments.retrievePaymentSession(sessionId)
    await payments.updatePaymentSession({ id: session.id, data: session.data, currency_code: session.currency_code, amount: session.amount, status: "canceled" })
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`Payment session ${sessionId} could not be closed: ${String(error)}`)
  }
}

/** Medusa's payment with its capture, and the order's transaction. Each part looks first whether it is there. */
export async function captureSession(container: MedusaContainer, orderId: string, sessionId: string): Promise<string> {
  const payments = container.resolve(Modules.PAYMENT)
  // Answers with the payment that exists when the session was authorized before.
  const payment = await payments.authorizePaymentSession(sessionId, {})
  if (!payment) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `The provider of session ${sessionId} does not see the money yet`)
  const { captures } = await payments.retrievePayment(payment.id, { relations: ["captures"] })
  if (!captures?.length) await payments.capturePayment({ payment_id: payment.id, amount: payment.amount })
  await recordTransactions(container, orderId, payment.id)
  return payment.id
}

async function recordTransactions(container: MedusaContainer, orderId: string, paymentId: string): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const { captures, currency_code } = await container.resolve(Modules.PAYMENT).retrievePayment(paymentId, { relations: ["captures"] })
  const known = new Set((await orders.listOrderTransactions({ order_id: orderId, reference: "capture" })).map((transaction) => transaction.reference_id))
  const missing = (captures ?? []).filter((capture) => !known.has(capture.id))
  if (missing.length === 0) return
  await orders.addOrderTransactions(missing.map((capture) => ({ order_id: orderId, amount: capture.amount, currency_code, reference: "capture", reference_id: capture.id })))
}
