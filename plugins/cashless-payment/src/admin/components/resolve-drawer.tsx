import { Label, Text, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { callAdmin, dong } from "../lib/call-admin"
import type { UnmatchedTransaction } from "../routes/unmatched-money/page"
import { DeskDrawer } from "./desk-drawer"

type Props = { transaction: UnmatchedTransaction; act: "return" | "resolve"; onClose: () => void; onDone: () => void }

const WORDS = {
  return: { title: "Chuyển trả người gửi", submit: "Đưa vào danh sách chuyển trả", label: "Ghi chú (không bắt buộc)", placeholder: "Ví dụ: khách chuyển nhầm hai lần" },
  resolve: { title: "Khoản tiền này đã xử lý thế nào?", submit: "Ghi là đã xử lý", label: "Ghi chú", placeholder: "Ví dụ: tiền thuê sạp, không phải tiền đơn hàng" },
}

/** Queues money to be sent back, or notes what was done about it elsewhere. */
export function ResolveDrawer({ transaction, act, onClose, onDone }: Props) {
  const [note, setNote] = useState("")
  const words = WORDS[act]
  async function submit() {
    await callAdmin(`/unmatched/${transaction.id}/${act}`, act === "return" && note.trim() === "" ? {} : { note })
    onDone()
  }
  return (
    <DeskDrawer open title={words.title} submit={words.submit} onSubmit={submit} onClose={onClose}>
      <Text>{`${dong(transaction.amount_vnd)} – ${transaction.memo}`}</Text>
      {act === "return" ? (
        <Text className="text-ui-fg-subtle">
          {transaction.counter_account
            ? `Người gửi: ${transaction.counter_account.name ?? ""} ${transaction.counter_account.bank_name ?? ""} ${transaction.counter_account.account_number ?? ""}`
            : "Ngân hàng không cho biết tài khoản người gửi: cần hỏi họ trước khi chuyển trả."}
        </Text>
      ) : null}
      <div>
        <Label htmlFor="desk-note">{words.label}</Label>
        <Textarea id="desk-note" value={note} onChange={(event) => setNote(event.target.value)} placeholder={words.placeholder} />
      </div>
    </DeskDrawer>
  )
}
