import { Input, Label, Text, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { callAdmin, dong } from "../lib/call-admin"
import type { SuspectedPayment } from "../../modules/cashless-payment/operations/suspicions"
import { DeskDrawer } from "./desk-drawer"

export type SuspicionAct = { kind: "keep" | "give-up"; payment: SuspectedPayment } | { kind: "hold"; hours: number }
type Props = { act: SuspicionAct; onClose: () => void; onDone: () => void }

const WORDS = {
  keep: { title: "Giữ hàng thêm", submit: "Giữ thêm", text: "Tính từ bây giờ. Không rút ngắn thời hạn đang có." },
  "give-up": { title: "Thôi chờ VNPay", submit: "Thôi chờ, trả hàng về kệ", text: "Các đơn của giao dịch này hết hạn và hàng được bán lại. Nếu sau này VNPay báo thành công, tiền tự hoàn về khách." },
  hold: { title: "Thời hạn chờ giao dịch nghi vấn", submit: "Áp dụng từ bây giờ", text: "Chỉ tính cho giao dịch bị nghi vấn từ bây giờ; giao dịch trước đó giữ nguyên thời hạn." },
}

/** Keeps a suspected payment, gives it up, or changes for how long such payments are waited for; each with its reason. */
export function SuspicionDrawer({ act, onClose, onDone }: Props) {
  const [note, setNote] = useState("")
  const [hours, setHours] = useState(act.kind === "hold" ? String(act.hours) : "24")
  const words = WORDS[act.kind]
  async function submit() {
    if (act.kind === "hold") await callAdmin("/suspected/hold", { hours: Number(hours), reason: note })
    else await callAdmin(`/suspected/${act.payment.intent_id}/${act.kind}`, act.kind === "keep" ? { hours: Number(hours), note } : { note })
    onDone()
  }
  return (
    <DeskDrawer open title={words.title} submit={words.submit} onSubmit={submit} onClose={onClose}>
      {act.kind === "hold" ? null : <Text>{`${dong(act.payment.amount_vnd)} – ${act.payment.description}`}</Text>}
      <Text className="text-ui-fg-subtle">{words.text}</Text>
      {act.kind === "give-up" ? null : (
        <div>
          <Label htmlFor="suspicion-hours">Số giờ</Label>
          <Input id="suspicion-hours" type="number" inputMode="numeric" min={1} max={720} value={hours} onChange={(event) => setHours(event.target.value)} />
        </div>
      )}
      <div>
        <Label htmlFor="suspicion-note">Lý do</Label>
        <Textarea id="suspicion-note" value={note} onChange={(event) => setNote(event.target.value)} placeholder="Ví dụ: VNPay hẹn trả lời trong ngày mai" />
      </div>
    </DeskDrawer>
  )
}
