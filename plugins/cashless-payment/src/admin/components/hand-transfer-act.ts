export type HandTransferAct = "account" | "done" | "cancel" | "take-over" | "again"

/** Nobody but the payee told of the payment; null: a bank told the operator. */
export const ONLY_THE_PAYEE_SAID: Record<HandTransfer["payment_word"], string | null> = {
  bank: null,
  payee_connection: "Chỉ kết nối ngân hàng riêng của gian hàng báo đã nhận tiền này.",
  hand: "Chỉ gian hàng ghi tay là đã nhận tiền này.",
}

/** As the API gives it: money to send back with a bank's app. */
export type HandTransfer = {
  id: string
  amount_vnd: number
  reason: string
  description: string | null
  vnpay_may_have_returned: boolean
  held_by: { bank_name: string | null; account_number: string | null; account_name: string | null }
  sender: "payee" | "house"
  /** Whose word it is that the payment came. */
  payment_word: "bank" | "payee_connection" | "hand"
  state: "waiting" | "sent" | "canceled"
  taken_over_at: string | null
  to: { bin: string; bank_name: string | null; account_number: string; account_name: string | null } | null
  account_by: "receiver" | "operator" | "payment" | null
  due_on: string | null
  overdue: boolean
  reminded_at: string | null
  sent_at: string | null
  bank_reference: string | null
  problem: { at: string; note: string | null } | null
  qr_svg: string | null
  queued_at: string
}
