import { Input, Text, Textarea } from "@medusajs/ui"
import { adminApi } from "../lib/admin-api"
import { today } from "../lib/books"
import { useTexts } from "../lib/use-texts"
import { DayInput } from "./day-input"
import { Field } from "./field"
import { FormDrawer } from "./form-drawer"

const empty = () => ({ reference: "", fee: "", note: "", day: today() })

/** What a bank or payOS charged the house: payOS names its price in no answer, only on its invoice. */
export function BankFeeForm({ onDone }: { onDone: () => void }) {
  const { texts, change, typed, reset } = useTexts("bank-fee", empty)

  async function post() {
    await adminApi("/admin/ledger/bank-fees", { reference: texts.reference, day: texts.day, fee_vnd: Number(texts.fee.replace(/[.\s]/g, "")), note: texts.note })
    reset()
    onDone()
  }

  return (
    <FormDrawer title="Phí chuyển tiền" open="Ghi phí chuyển tiền" submit="Ghi sổ" done="Đã ghi sổ." onSubmit={post}>
      <Text className="mb-4 text-ui-fg-subtle">Theo hóa đơn của payOS hoặc ngân hàng. Đây là chi phí của chợ, không trừ vào tiền của gian hàng.</Text>
      <Field id="bank-fee-reference" label="Số hóa đơn hoặc mã giao dịch"><Input {...typed("reference")} /></Field>
      <Field id="bank-fee-day" label="Ngày trả phí"><DayInput id="bank-fee-day" max={today()} value={texts.day} onChange={(day) => change({ day })} /></Field>
      <Field id="bank-fee-fee" label="Phí (đồng)"><Input inputMode="numeric" {...typed("fee")} /></Field>
      <Field id="bank-fee-note" label="Phí gì?"><Textarea {...typed("note")} placeholder="Ví dụ: phí chi hộ payOS tháng 11/2026" /></Field>
    </FormDrawer>
  )
}
