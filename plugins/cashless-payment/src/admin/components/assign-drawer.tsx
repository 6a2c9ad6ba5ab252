import { Badge, Button, Input, Label, RadioGroup, Text, toast } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { callAdmin, dong } from "../lib/call-admin"
import { namesAccount } from "../../modules/cashless-payment/rules/account-number"
import type { UnmatchedTransaction } from "../routes/unmatched-money/page"
import { DeskDrawer } from "./desk-drawer"

type Intent = { id: string; status: string; amount_vnd: number; amount_received_vnd: number; description: string; memo: string | null; bank_bin: string | null; account_number: string | null; account_name: string | null }
type Props = { transaction: UnmatchedTransaction; onClose: () => void; onDone: () => void }

const OVER: Record<string, string> = { succeeded: "đã trả đủ", canceled: "mã này không còn chờ tiền" }

/** Finds the payment that the money is for, shows both amounts, and lets it count. */
export function AssignDrawer({ transaction, onClose, onDone }: Props) {
  const [query, setQuery] = useState(transaction.named?.memo ?? "")
  const [found, setFound] = useState<Intent[] | null>(null)
  const [chosen, setChosen] = useState<Intent | null>(null)
  const [liesWith, setLiesWith] = useState("")
  // Of VNPay's money nobody needs to be asked: it lies there for the house.
  const elsewhere = chosen !== null && transaction.provider !== "vnpay" && !isPayees(transaction, chosen)

  async function search(event: FormEvent) {
    event.preventDefault()
    try {
      setFound((await callAdmin<{ intents: Intent[] }>(`/intents?q=${encodeURIComponent(query)}`)).intents)
      setChosen(null)
    } catch (error) {
      toast.error((error as Error).message)
    }
  }
  async function submit() {
    if (!chosen) throw new Error("Chọn đơn trước.")
    await callAdmin(`/unmatched/${transaction.id}/assign`, { intent_id: chosen.id, amount_vnd: transaction.amount_vnd, ...(elsewhere && { lies_with: liesWith }) })
    onDone()
  }

  return (
    <DeskDrawer open title="Tiền này của đơn nào?" submit={chosen ? `Gán ${dong(transaction.amount_vnd)} cho đơn này` : "Gán"} disabled={!chosen || (elsewhere && !liesWith)} onSubmit={submit} onClose={onClose}>
      <Text>{`${dong(transaction.amount_vnd)} – ${transaction.memo}`}</Text>
      <form onSubmit={(event) => void search(event)}>
        <Label htmlFor="desk-search">Mã trong nội dung, số đơn, hoặc mã thanh toán</Label>
        <div className="flex gap-2">
          <Input id="desk-search" value={query} onChange={(event) => setQuery(event.target.value)} placeholder="CP7KQ2M9XAT, don 12…" />
          <Button type="submit" variant="secondary" disabled={query.trim().length < 2}>Tìm</Button>
        </div>
      </form>
      {found?.length === 0 ? <Text>Không tìm thấy khoản thanh toán VietQR nào.</Text> : null}
      <ul className="flex flex-col gap-2">
        {found?.map((intent) => (
          <li key={intent.id}>
            <label className="flex gap-3 rounded border p-3">
              <input type="radio" name="intent" disabled={intent.status === "succeeded"} checked={chosen?.id === intent.id} onChange={() => setChosen(intent)} />
              <span>
                <Text weight="plus">{intent.description}</Text>
                <Text size="small">{`Còn thiếu ${dong(intent.amount_vnd - intent.amount_received_vnd)} / ${dong(intent.amount_vnd)} · ${intent.memo ?? ""} · ${intent.account_name ?? ""} ${intent.account_number ?? ""}`}</Text>
                {intent.status in OVER ? <Badge size="2xsmall">{OVER[intent.status]}</Badge> : null}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {elsewhere ? <WhereItLies account={`${transaction.bank_name} ${transaction.account_number}`} value={liesWith} onChange={setLiesWith} /> : null}
      {chosen ? <Text weight="plus">{consequence(transaction.amount_vnd, chosen)}</Text> : null}
    </DeskDrawer>
  )
}

function consequence(amountVnd: number, { status, amount_vnd, amount_received_vnd }: Intent): string {
  if (status === "canceled") return "Nếu đơn đã sang tiền mặt hay VNPay mà chưa trả, và tiền này đủ, đơn sẽ thành đã trả bằng chuyển khoản. Nếu đơn đã trả cách khác, tiền sang danh sách chuyển trả. Còn không, tiền nằm lại đây, mang tên đơn."
  const missing = amount_vnd - amount_received_vnd
  if (amountVnd === missing) return "Vừa đủ: đơn sẽ thành đã trả."
  if (amountVnd < missing) return `Chưa đủ: đơn còn thiếu ${dong(missing - amountVnd)}.`
  return `Thừa ${dong(amountVnd - missing)}: đơn sẽ thành đã trả, phần thừa vào danh sách chuyển trả.`
}

const isPayees = (money: UnmatchedTransaction, { account_number, bank_bin }: Intent) => namesAccount({ accountNumber: money.account_number, bin: money.bank_bin }, { accountNumber: account_number, bin: bank_bin })

/** The money came to another account than the order's: with the house it is owed to the shop. */
function WhereItLies({ account, value, onChange }: { account: string; value: string; onChange: (value: string) => void }) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="txt-compact-small-plus mb-2">{`Tiền vào ${account}, không phải tài khoản của đơn. Tài khoản ấy của ai?`}</legend>
      <RadioGroup value={value} onValueChange={onChange}>
        <RadioGroup.ChoiceBox value="house" label="Của chợ" description="Sổ cái ghi chợ nợ gian hàng số tiền này, trả trong lần chi trả tới." />
        <RadioGroup.ChoiceBox value="payee" label="Của gian hàng" description="Ví dụ tài khoản ảo của gian hàng: gian hàng đã có tiền, chợ không nợ gì." />
      </RadioGroup>
    </fieldset>
  )
}
