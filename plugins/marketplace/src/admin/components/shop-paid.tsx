import { Input, Text, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { adminApi } from "../lib/admin-api"
import { dong } from "../lib/types"
import { Choice } from "./choice"
import { Field } from "./field"
import { FormDrawer } from "./form-drawer"

type TakenOver = { id: string; seller_name: string | null; facts: { amountVnd?: number }; reversal: "proposed" | "posted" | null }

const WHERE: [string, string][] = [
  ["not_sent", "Chợ chưa chuyển khoản nào: tiền vẫn ở ngân hàng"],
  ["with_buyer", "Chợ cũng đã chuyển: người mua nhận hai lần, phải trả lại"],
  ["lost", "Chợ cũng đã chuyển và không đòi lại được: chợ chịu"],
]

/** A refund the house took over: the shop owes it, until somebody finds that the shop had paid after all. Booked once another person approves it. */
export function ShopPaid({ journal, onDone }: { journal: TakenOver; onDone: () => void }) {
  const [text, setText] = useState({ bank_reference: "", reason: "" })
  const [houseMoney, setHouseMoney] = useState("")
  if (journal.reversal) return <Text size="small" className="mt-2">{journal.reversal === "posted" ? "Gian hàng đã tự trả: khoản nợ này đã bỏ." : "Đã đề nghị bỏ khoản nợ này, chờ người khác duyệt ở mục Điều chỉnh."}</Text>
  async function propose() {
    await adminApi(`/admin/ledger/journals/${journal.id}/shop-paid`, { ...text, ...(houseMoney && { house_money: houseMoney }) })
    onDone()
  }
  return (
    <div className="mt-3">
      <FormDrawer title="Gian hàng đã tự trả người mua" open="Gian hàng đã tự trả" submit="Gửi đề nghị" done="Đã gửi. Cần một người khác duyệt." onSubmit={propose}>
        <Text className="mb-4 text-ui-fg-subtle">{`Bỏ đúng ${dong(journal.facts.amountVnd ?? 0)} mà ${journal.seller_name ?? "gian hàng"} đang phải trả chợ vì chợ trả thay. Phần đã trừ vào lần chi trả trước thì lần sau chi lại.`}</Text>
        <Field id="shop-paid-reference" label="Mã giao dịch trên sao kê của gian hàng"><Input id="shop-paid-reference" value={text.bank_reference} placeholder="FT…" onChange={(event) => setText({ ...text, bank_reference: event.target.value })} /></Field>
        <Choice id="shop-paid-money" label="Tiền của chợ đang ở đâu?" value={houseMoney} onChange={setHouseMoney} options={WHERE} />
        <Field id="shop-paid-reason" label="Vì sao biết?"><Textarea id="shop-paid-reason" value={text.reason} placeholder="Ví dụ: gian hàng gửi sao kê ngày 20/11" onChange={(event) => setText({ ...text, reason: event.target.value })} /></Field>
      </FormDrawer>
    </div>
  )
}
