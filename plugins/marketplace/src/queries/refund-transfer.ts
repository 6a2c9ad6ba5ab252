import type { HandTransfer, HandTransferState } from "@cho-phien/cashless-payment"
import { maskedName } from "../modules/order-group/rules/masked-name"

/**
 * How far money is that a person sends back, as buyer and shop both may see it: the account only as much as its owner
 * needs to know it by. Times are ISO 8601 in UTC, `due_on` is a day in Vietnam.
 */
export type RefundTransfer = {
  state: HandTransferState
  sender: "shop" | "house"
  /** Null until an account is known. */
  account: { bank_name: string; ending: string; holder: string | null } | null
  account_by: HandTransfer["account_by"]
  asked_at: string | null
  due_on: string | null
  overdue: boolean
  sent_at: string | null
  bank_reference: string | null
  problem_at: string | null
  finished_at: string | null
  confirmed_by: HandTransfer["confirmed_by"]
}

export function toRefundTransfer(transfer: HandTransfer): RefundTransfer {
  const { to, to_ending: ending } = transfer
  return {
    state: transfer.state,
    sender: transfer.sender === "house" ? "house" : "shop",
    account: ending ? { bank_name: to?.bank_name ?? "", ending, holder: to?.account_name ? maskedName(to.account_name) : null } : null,
    account_by: transfer.account_by,
    asked_at: transfer.asked_at,
    due_on: transfer.due_on,
    overdue: transfer.overdue,
    sent_at: transfer.sent_at,
    bank_reference: transfer.bank_reference,
    problem_at: transfer.problem?.at ?? null,
    finished_at: transfer.finished_at,
    confirmed_by: transfer.confirmed_by,
  }
}
