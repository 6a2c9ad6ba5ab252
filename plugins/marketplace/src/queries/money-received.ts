import type { SaidByHand } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { checkoutErrors } from "../modules/order-group/errors"
import { cashlessPayment } from "../workflows/cashless"
import { listSellerPaymentsOf } from "./seller-orders"

export type MoneyReceived = {
  /** False once the order is paid or closed, on another rail, and where the bank tells by itself. */
  may_say: boolean
  bank_tells: boolean
  missing_vnd: number
  /** What the buyer was asked to write. */
  memo: string | null
  said: SaidByHand | null
}

/** Where one order of the shop stands with money said by hand; another shop's order does not exist for it. */
export async function fetchMoneyReceived(container: MedusaContainer, sellerId: string, orderId: string): Promise<{ view: MoneyReceived; intentId: string | null }> {
  const [payment] = await listSellerPaymentsOf(container, sellerId, orderId)
  if (!payment) throw checkoutErrors.sellerOrderNotFound()
  if (payment.rail !== "vietqr" || !payment.intent_id) {
    return { intentId: null, view: { may_say: false, bank_tells: false, missing_vnd: 0, memo: null, said: null } }
  }
  const payments = cashlessPayment(container)
  const intent = await payments.retrieveIntent(payment.intent_id)
  const [said, bankTells] = await Promise.all([payments.bank.findSaidByHand(intent.id), payments.bank.bankTells({ accountNumber: intent.vietqr?.account_number ?? null, bin: intent.vietqr?.bin ?? null })])
  const open = intent.status !== "succeeded" && intent.status !== "canceled" && payment.state === "pending"
  return {
    intentId: intent.id,
    view: {
      may_say: open && !bankTells,
      bank_tells: bankTells,
      missing_vnd: Math.max(0, intent.amount_vnd - intent.amount_received_vnd),
      memo: intent.vietqr?.memo ?? null,
      said,
    },
  }
}
