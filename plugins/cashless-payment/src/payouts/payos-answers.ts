import { z } from "@medusajs/framework/zod"
import { payosTransferState } from "../modules/cashless-payment/rules/payos-payout-state"
import type { KnownTransfer } from "./transfer-provider"

const text = z.string().max(2_000).nullish()
const id = z.string().min(1).max(200)

const Transaction = z.object({
  id,
  referenceId: z.string().max(200),
  amount: z.number().int().nonnegative(),
  toBin: z.string().max(20),
  toAccountNumber: z.string().max(50),
  toAccountName: text,
  reference: text,
  errorMessage: text,
  errorCode: text,
  state: z.string().max(40),
})

export const Payout = z.object({ id, referenceId: z.string().max(200), transactions: z.array(Transaction).max(500), approvalState: z.string().max(40) })
export const PayoutList = z.object({ payouts: z.array(Payout).max(500), pagination: z.object({ hasMore: z.boolean() }) })
export const Balance = z.object({ balance: z.union([z.string(), z.number()]) })
export const Estimate = z.object({ estimateCredit: z.number().nonnegative() })

/** An order of one transfer. With none, or with somebody else's reference, there is nothing to compare: null. */
export function readPayout(payout: z.output<typeof Payout>, reference: string): KnownTransfer | null {
  const transaction = payout.transactions.length === 1 ? payout.transactions[0] : undefined
  if (!transaction || payout.referenceId !== reference || transaction.referenceId !== reference) return null
  return {
    providerId: payout.id,
    reference,
    amountVnd: transaction.amount,
    bankBin: transaction.toBin,
    accountNumber: transaction.toAccountNumber,
    state: payosTransferState(payout.approvalState, transaction.state),
    bankReference: transaction.reference || null,
    beneficiaryName: transaction.toAccountName || null,
    reason: [transaction.errorMessage, transaction.errorCode && `(${transaction.errorCode})`].filter(Boolean).join(" ") || (transaction.state === "ON_HOLD" ? "ON_HOLD" : null),
  }
}

/** "1000000", "1000000.00" and 1000000 alike, in whole đồng; null: not a number. */
export function readBalance(balance: string | number): number | null {
  const value = typeof balance === "number" ? balance : /^\d{1,15}(\.\d{1,2})?$/.test(balance.trim()) ? Number(balance) : NaN
  return Number.isFinite(value) ? Math.floor(value) : null
}
