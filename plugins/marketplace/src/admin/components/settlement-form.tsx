import { Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { adminApi } from "../lib/admin-api"
import { today } from "../lib/books"
import { DayInput } from "./day-input"
import { Field } from "./field"
import { FormDrawer } from "./form-drawer"

const EMPTY = { reference: "", gross: "", fee: "" }

/** VNPay paid its collections into our bank: what it was, and the fee it kept. */
export function SettlementForm({ onDone }: { onDone: () => void }) {
  const [form, setForm] = useState({ ...EMPTY, day: today() })
  const field = (key: keyof typeof form) => ({ id: `settlement-${key}`, value: form[key], onChange: (event: { target: { value: string } }) => setForm({ ...form, [key]: event.target.value }) })

  async function post() {
    const whole = (text: string) => Number(text.replace(/[.\s]/g, ""))
    await adminApi("/admin/ledger/settlements", { reference: form.reference, day: form.day, gross_vnd: whole(form.gross), fee_vnd: whole(form.fee || "0") })
    setForm({ ...EMPTY, day: today() })
    onDone()
  }

  return (
    <FormDrawer title="VNPay quyết toán" open="Ghi quyết toán VNPay" submit="Ghi sổ" done="Đã ghi sổ." onSubmit={post}>
      <Text className="mb-4 text-ui-fg-subtle">Theo biên bản đối soát của VNPay: tổng đã thu và phí họ giữ lại.</Text>
      <Field id="settlement-reference" label="Mã biên bản hoặc mã giao dịch ngân hàng"><Input {...field("reference")} /></Field>
      <Field id="settlement-day" label="Ngày tiền về"><DayInput id="settlement-day" value={form.day} onChange={(day) => setForm({ ...form, day })} /></Field>
      <Field id="settlement-gross" label="Tổng VNPay đã thu (đồng)"><Input inputMode="numeric" {...field("gross")} /></Field>
      <Field id="settlement-fee" label="Phí VNPay giữ lại (đồng)"><Input inputMode="numeric" {...field("fee")} /></Field>
    </FormDrawer>
  )
}
