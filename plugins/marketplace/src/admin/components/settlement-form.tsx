import { Input, Text } from "@medusajs/ui"
import { adminApi } from "../lib/admin-api"
import { today } from "../lib/books"
import { useTexts } from "../lib/use-texts"
import { DayInput } from "./day-input"
import { Field } from "./field"
import { FormDrawer } from "./form-drawer"

const empty = () => ({ reference: "", gross: "", fee: "", day: today() })

/** VNPay paid its collections into our bank: what it was, and the fee it kept. */
export function SettlementForm({ onDone }: { onDone: () => void }) {
  const { texts, change, typed, reset } = useTexts("settlement", empty)

  async function post() {
    const whole = (text: string) => Number(text.replace(/[.\s]/g, ""))
    await adminApi("/admin/ledger/settlements", { reference: texts.reference, day: texts.day, gross_vnd: whole(texts.gross), fee_vnd: whole(texts.fee || "0") })
    reset()
    onDone()
  }

  return (
    <FormDrawer title="VNPay quyết toán" open="Ghi quyết toán VNPay" submit="Ghi sổ" done="Đã ghi sổ." onSubmit={post}>
      <Text className="mb-4 text-ui-fg-subtle">Theo biên bản đối soát của VNPay: tổng đã thu và phí họ giữ lại.</Text>
      <Field id="settlement-reference" label="Mã biên bản hoặc mã giao dịch ngân hàng"><Input {...typed("reference")} /></Field>
      <Field id="settlement-day" label="Ngày tiền về"><DayInput id="settlement-day" max={today()} value={texts.day} onChange={(day) => change({ day })} /></Field>
      <Field id="settlement-gross" label="Tổng VNPay đã thu (đồng)"><Input inputMode="numeric" {...typed("gross")} /></Field>
      <Field id="settlement-fee" label="Phí VNPay giữ lại (đồng)"><Input inputMode="numeric" {...typed("fee")} /></Field>
    </FormDrawer>
  )
}
