import { Text } from "@medusajs/ui"
import { useState } from "react"
import { adminApi } from "../lib/admin-api"
import { today } from "../lib/books"
import { DayInput } from "./day-input"
import { Field } from "./field"
import { FormDrawer } from "./form-drawer"

/** A rule gets its last day; it can't be taken back. */
export function EndRuleForm({ path, onDone }: { path: string; onDone: () => void }) {
  const [day, setDay] = useState(today())
  const end = async () => {
    await adminApi(path, { valid_to: day })
    onDone()
  }
  return (
    <FormDrawer title="Kết thúc quy tắc" open="Kết thúc" submit="Kết thúc quy tắc" done="Đã ghi ngày kết thúc." onSubmit={end}>
      <Text className="mb-4">Sau ngày này quy tắc không còn áp dụng. Đơn đã tính giữ nguyên.</Text>
      <Field id={`end-${path}`} label="Ngày cuối cùng"><DayInput id={`end-${path}`} min={today()} value={day} onChange={setDay} /></Field>
    </FormDrawer>
  )
}
