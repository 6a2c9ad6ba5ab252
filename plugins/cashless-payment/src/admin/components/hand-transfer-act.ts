export type HandTransferAct = "account" | "done" | "cancel" | "take-over"

/** As the API gives it: money to send back with a bank's app. */
export type HandTransfer = {
  id: string
  amount_vnd: number
  reason: string
  description: string | null
  held_by: { bank_name: string | null; account_number: string | null; account_name: string | null }
  sender: "payee" | "house"
  state: "waiting" | "sent"
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
