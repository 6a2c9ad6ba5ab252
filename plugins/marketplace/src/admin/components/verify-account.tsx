import { Text, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { adminApi } from "../lib/admin-api"
import { Field } from "./field"
import { FormDrawer } from "./form-drawer"

/** The shop's account was compared with its papers; a changed one still waits. */
export function VerifyAccount({ sellerId, name, onDone }: { sellerId: string; name: string; onDone: () => void }) {
  const [note, setNote] = useState("")
  const verify = async () => {
    await adminApi("/admin/payouts/accounts", { seller_id: sellerId, note })
    onDone()
  }
  return (
    <FormDrawer title={`Đối chiếu tài khoản: ${name}`} open="Đối chiếu tài khoản" submit="Đã đối chiếu" done="Đã ghi." onSubmit={verify}>
      <Text className="mb-4">Tài khoản phải đứng tên chính người bán (Luật 122/2025/QH15, điều 21.2.b). So với giấy đăng ký trước khi xác nhận.</Text>
      <Field id={`verify-${sellerId}`} label="Đã so với giấy tờ nào"><Textarea id={`verify-${sellerId}`} value={note} onChange={(event) => setNote(event.target.value)} /></Field>
    </FormDrawer>
  )
}
