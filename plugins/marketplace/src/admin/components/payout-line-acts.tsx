import { Input, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { adminApi } from "../lib/admin-api"
import { Field } from "./field"
import { FormDrawer } from "./form-drawer"
import { PayoutAct } from "./payout-act"

/** What the bank did with a transfer, where no statement says it. */
export function PayoutLineActs({ lineId, onDone }: { lineId: string; onDone: () => void }) {
  const [reference, setReference] = useState("")
  const [note, setNote] = useState("")
  const paid = async () => {
    await adminApi(`/admin/payouts/lines/${lineId}/paid`, { bank_reference: reference, note })
    onDone()
  }
  return (
    <div className="flex gap-x-2">
      <FormDrawer title="Ngân hàng đã chuyển" open="Đã trả" submit="Ghi là đã trả" done="Đã ghi." onSubmit={paid}>
        <Field id={`ref-${lineId}`} label="Mã giao dịch của ngân hàng"><Input id={`ref-${lineId}`} value={reference} onChange={(event) => setReference(event.target.value)} /></Field>
        <Field id={`paid-${lineId}`} label="Ghi chú"><Textarea id={`paid-${lineId}`} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
      </FormDrawer>
      <PayoutAct path={`/admin/payouts/lines/${lineId}/failed`} open="Không trả được" title="Ngân hàng không chuyển được" done="Đã ghi. Tiền trở lại số phải trả." onDone={onDone} />
    </div>
  )
}
