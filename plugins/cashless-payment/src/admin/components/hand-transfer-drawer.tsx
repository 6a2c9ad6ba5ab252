import { Alert, Input, Label, RadioGroup, Text, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { callAdmin, dong } from "../lib/call-admin"
import { BankChoice } from "./bank-choice"
import { DeskDrawer } from "./desk-drawer"
import { ONLY_THE_PAYEE_SAID, type HandTransfer, type HandTransferAct } from "./hand-transfer-act"

type Props = { transfer: HandTransfer; act: HandTransferAct; onClose: () => void; onDone: () => void }

const TITLES: Record<HandTransferAct, [title: string, submit: string]> = {
  account: ["Chuyển về tài khoản nào?", "Ghi tài khoản"],
  done: ["Đã chuyển tiền trả", "Ghi là đã chuyển"],
  "take-over": ["Chợ trả thay gian hàng", "Chợ trả thay"],
  cancel: ["Không chuyển nữa", "Ghi là không chuyển"],
  again: ["Chuyển trả sau khi đã thôi", "Đưa lại vào danh sách"],
}

/** Where the money goes, that it has gone, or why it does not. */
export function HandTransferDrawer({ transfer, act, onClose, onDone }: Props) {
  const [text, setText] = useState({ bin: transfer.to?.bin ?? "", bank_name: transfer.to?.bank_name ?? "", account_number: transfer.to?.account_number ?? "", account_name: transfer.to?.account_name ?? "", bank_reference: "", note: "", checked: "" })
  const [sentFrom, setSentFrom] = useState("")
  const unproven = act === "take-over" ? ONLY_THE_PAYEE_SAID[transfer.payment_word] : null
  const field = (name: keyof typeof text, label: string, placeholder = "") => (
    <div>
      <Label htmlFor={`desk-${name}`}>{label}</Label>
      <Input id={`desk-${name}`} value={text[name]} placeholder={placeholder} onChange={(event) => setText({ ...text, [name]: event.target.value })} />
    </div>
  )
  async function submit() {
    const { bin, bank_name, account_number, account_name, bank_reference, note, checked } = text
    const body = { account: { bin, bank_name, account_number: account_number.replace(/[ .]/g, ""), account_name }, done: { bank_reference, ...(sentFrom && { sent_from: sentFrom }) }, cancel: { note }, again: { note }, "take-over": { note, ...(unproven && { checked }) } }[act]
    await callAdmin(`/hand-transfers/${transfer.id}/${act}`, body)
    onDone()
  }
  const [title, submitLabel] = TITLES[act]
  return (
    <DeskDrawer open title={title} submit={submitLabel} onSubmit={submit} onClose={onClose}>
      <Text weight="plus">{`${dong(transfer.amount_vnd)} – ${transfer.description ?? ""}`}</Text>
      {act === "account" ? (
        <>
          <BankChoice bin={text.bin} bankName={text.bank_name} onChange={(bin, bank_name) => setText({ ...text, bin, bank_name })} />
          {field("account_number", "Số tài khoản")}
          {field("account_name", "Tên chủ tài khoản", "NGUYEN VAN A")}
        </>
      ) : act === "done" ? (
        <>
          {transfer.taken_over_at ? <WhoSent value={sentFrom} onChange={setSentFrom} /> : null}
          {field("bank_reference", "Mã giao dịch của ngân hàng", "FT…")}
        </>
      ) : (
        <div className="flex flex-col gap-2">
          {act === "take-over" ? <Text size="small">Gian hàng không phải chuyển khoản này nữa. Khi chợ chuyển xong, sổ cái tự ghi gian hàng nợ chợ số tiền này và trừ vào lần chi trả sau. Nếu tiền nằm ở tài khoản khác, hay ở tài khoản nhiều gian hàng dùng chung, thì ghi bằng bút toán điều chỉnh.</Text> : null}
          {unproven ? (
            <>
              <Alert variant="warning">{`${unproven} Nếu tiền chưa hề vào, trả thay là chợ mất tiền: hỏi người mua mã giao dịch, xem sao kê của gian hàng rồi mới trả.`}</Alert>
              <Label htmlFor="desk-checked">Chợ đã kiểm lại thế nào?</Label>
              <Textarea id="desk-checked" value={text.checked} onChange={(event) => setText({ ...text, checked: event.target.value })} />
            </>
          ) : null}
          <Label htmlFor="desk-note">Vì sao?</Label>
          <Textarea id="desk-note" value={text.note} onChange={(event) => setText({ ...text, note: event.target.value })} />
        </div>
      )}
    </DeskDrawer>
  )
}

/** After a take-over the shop may have paid all the same: then it owes nothing. */
function WhoSent({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="txt-compact-small-plus mb-2">Ai đã chuyển?</legend>
      <RadioGroup value={value} onValueChange={onChange}>
        <RadioGroup.ChoiceBox value="house" label="Chợ đã chuyển" description="Gian hàng nợ chợ số tiền này, trừ vào lần chi trả sau." />
        <RadioGroup.ChoiceBox value="payee" label="Gian hàng đã tự chuyển" description="Chợ không chuyển nữa, gian hàng không nợ gì. Ghi mã giao dịch của gian hàng." />
      </RadioGroup>
    </fieldset>
  )
}
