import { Button, Input, Text, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { adminApi } from "../lib/admin-api"
import { ACCOUNT_NAMES, today } from "../lib/books"
import { dong } from "../lib/types"
import { Choice } from "./choice"
import { Field } from "./field"
import { FormDrawer } from "./form-drawer"

export type ShopChoice = { seller_id: string; name: string }
type Line = { account: string; seller: string; side: "debit" | "credit"; amount: string }

const SELLER_ACCOUNTS = ["seller_payable", "seller_receivable"]
const EMPTY: Line[] = [
  { account: "commission_revenue", seller: "", side: "debit", amount: "" },
  { account: "seller_payable", seller: "", side: "credit", amount: "" },
]
const signed = ({ side, amount }: Line) => (side === "debit" ? 1 : -1) * Number(amount.replace(/[.\s]/g, "") || "0")

/** A correction of the books as one person proposes it; what was typed stays when it is refused. */
export function NewAdjustment({ shops, onDone }: { shops: ShopChoice[]; onDone: () => void }) {
  const [reference, setReference] = useState("")
  const [reason, setReason] = useState("")
  const [lines, setLines] = useState(EMPTY)
  const change = (at: number, part: Partial<Line>) => setLines(lines.map((line, index) => (index === at ? { ...line, ...part } : line)))
  const difference = lines.reduce((sum, line) => sum + signed(line), 0)

  async function propose() {
    const entries = lines.map((line) => ({ account: line.account, seller_id: SELLER_ACCOUNTS.includes(line.account) ? line.seller : null, amount_vnd: signed(line) }))
    await adminApi("/admin/ledger/adjustments", { reference: reference || `${today()} ${reason.slice(0, 60)}`, reason, entries })
    setReference("")
    setReason("")
    setLines(EMPTY)
    onDone()
  }

  return (
    <FormDrawer title="Đề nghị điều chỉnh sổ" open="Đề nghị điều chỉnh" submit="Gửi đề nghị" done="Đã gửi. Cần một người khác duyệt." onSubmit={propose}>
      <Text className="mb-4 text-ui-fg-subtle">Bút toán đã ghi không sửa, không xoá: sai thì ghi thêm một bút toán điều chỉnh. Tổng nợ phải bằng tổng có.</Text>
      {lines.map((line, at) => (
        <div key={at} className="mb-4 grid gap-2 border-b border-ui-border-base pb-4">
          <Choice label={`Tài khoản dòng ${at + 1}`} value={line.account} onChange={(account) => change(at, { account })} options={Object.entries(ACCOUNT_NAMES)} />
          {SELLER_ACCOUNTS.includes(line.account) && <Choice label={`Gian hàng dòng ${at + 1}`} value={line.seller} onChange={(seller) => change(at, { seller })} options={shops.map(({ seller_id, name }) => [seller_id, name])} />}
          <div className="flex gap-2">
            <Choice label={`Nợ hay có dòng ${at + 1}`} value={line.side} onChange={(side) => change(at, { side: side === "debit" ? "debit" : "credit" })} options={[["debit", "Nợ"], ["credit", "Có"]]} />
            <Input aria-label={`Số tiền dòng ${at + 1} (đồng)`} inputMode="numeric" placeholder="Số tiền (đồng)" value={line.amount} onChange={(event) => change(at, { amount: event.target.value })} />
          </div>
        </div>
      ))}
      <div className="mb-4 flex items-center justify-between gap-2">
        <Text size="small" className={difference === 0 ? "text-ui-fg-subtle" : "text-ui-fg-error"}>{difference === 0 ? "Nợ bằng có." : `Nợ và có lệch ${dong(Math.abs(difference))}.`}</Text>
        <Button type="button" variant="secondary" size="small" disabled={lines.length >= 20} onClick={() => setLines([...lines, { account: "bank", seller: "", side: "debit", amount: "" }])}>Thêm dòng</Button>
      </div>
      <Field id="adjustment-reference" label="Mã chứng từ (để trống thì lấy ngày và lý do)"><Input id="adjustment-reference" value={reference} onChange={(event) => setReference(event.target.value)} /></Field>
      <Field id="adjustment-reason" label="Lý do"><Textarea id="adjustment-reason" value={reason} onChange={(event) => setReason(event.target.value)} placeholder="Ví dụ: thu nhầm phí đơn 1024" /></Field>
    </FormDrawer>
  )
}
