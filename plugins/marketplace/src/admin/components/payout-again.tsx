import { Text, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { adminApi } from "../lib/admin-api"
import { WAY_NAMES } from "../lib/payout-words"
import { dong } from "../lib/types"
import type { Batch } from "./payout-batch"
import { Field } from "./field"
import { FormDrawer } from "./form-drawer"
import { WayChoice } from "./way-choice"

/** What could not be paid, or came back, is owed again: a new batch for exactly these shops, which again another person approves. */
export function PayoutAgain({ batch, ways, due, onDone }: { batch: Batch; ways: string[]; due: string[]; onDone: () => void }) {
  const [reason, setReason] = useState("")
  const [way, setWay] = useState(batch.way)
  const failed = batch.lines.filter(({ state, seller_id }) => (state === "failed" || state === "reversed") && due.includes(seller_id))
  if (failed.length === 0) return null
  const create = async () => {
    await adminApi("/admin/payouts", { reason, way, seller_ids: failed.map(({ seller_id }) => seller_id) })
    setReason("")
    onDone()
  }
  return (
    <FormDrawer title="Trả lại những dòng hỏng" open={`Trả lại ${failed.length} dòng hỏng`} submit="Lập đợt mới" done="Đã lập đợt mới. Cần một người khác duyệt." onSubmit={create}>
      <Text className="mb-4">Tiền đã trở lại số phải trả. Nếu tài khoản sai, chờ người bán sửa và đối chiếu lại trước khi lập.</Text>
      {failed.map((line) => (
        <div key={line.id} className="flex justify-between gap-x-4 py-1">
          <Text>{line.seller_name}</Text>
          <Text className="whitespace-nowrap">{dong(line.amount_vnd)}</Text>
        </div>
      ))}
      {ways.length > 1 ? <WayChoice id={`again-way-${batch.id}`} ways={ways} value={way} onChange={setWay} /> : <Text className="my-4">{WAY_NAMES[way] ?? way}</Text>}
      <Field id={`again-${batch.id}`} label="Lý do"><Textarea id={`again-${batch.id}`} value={reason} onChange={(event) => setReason(event.target.value)} placeholder="Ví dụ: đã đối chiếu lại tài khoản" /></Field>
    </FormDrawer>
  )
}
