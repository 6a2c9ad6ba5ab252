import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CurrencyDollar } from "@medusajs/icons"
import { Badge, Button, Select, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { AssignDrawer } from "../../components/assign-drawer"
import { ListFrame } from "../../components/list-frame"
import { ResolveDrawer } from "../../components/resolve-drawer"
import { UnreadRows } from "../../components/unread-rows"
import { dong, when } from "../../lib/call-admin"
import { usePage } from "../../lib/use-page"

export type UnmatchedTransaction = {
  id: string
  provider: string
  bank_name: string
  bank_bin: string | null
  account_number: string
  amount_vnd: number
  memo: string
  reference_code: string | null
  counter_account: { bank_name: string | null; account_number: string | null; name: string | null } | null
  booked_at: string
  reason: string
  named: { description: string; memo: string | null } | null
  may_repeat: { id: string; provider: string; memo: string; booked_at: string; state: string; paid_for: string | null } | null
}
type Act = { transaction: UnmatchedTransaction; kind: "assign" | "return" | "resolve" }

/** Why the money could not be assigned, in the operator's words. */
const REASONS: Record<string, string> = {
  unknown_memo: "Không có mã đơn trong nội dung",
  perhaps_told: "Có thể đã được báo rồi: so mã giao dịch trước khi gán",
  ambiguous_memo: "Nội dung có nhiều mã đơn",
  unknown_order: "Không có giao dịch này",
  wrong_account: "Chuyển nhầm tài khoản",
  wrong_amount: "Sai số tiền",
  late: "Đến sau khi đơn đã huỷ",
  already_paid: "Đơn đã được trả trước đó",
}
const TELLERS: Record<string, string> = { sepay: "SePay", payos: "payOS", casso: "Casso", manual: "gian hàng ghi tay" }
const AGES = { "0": "Tất cả", "1": "Quá 1 ngày", "7": "Quá 7 ngày", "30": "Quá 30 ngày" }

export default function UnmatchedMoneyPage() {
  const [age, setAge] = useState("0")
  // The daily report links to the one transfer it is about.
  const [only, setOnly] = useState(() => new URLSearchParams(window.location.search).get("transaction"))
  const [act, setAct] = useState<Act | null>(null)
  const list = usePage<{ transactions: UnmatchedTransaction[]; count: number }>("/unmatched", only ? { id: only } : { older_than_days: age })
  const show = (id: string) => {
    setOnly(id)
    list.setOffset(0)
  }
  const close = () => setAct(null)
  const done = () => void list.reload()

  return (
    <>
      <UnreadRows />
      <ListFrame
        title="Tiền chưa rõ của đơn nào"
        hint="Gán cho đơn, chuyển trả người gửi, hoặc ghi lại đã xử lý thế nào."
        empty={only ? "Khoản này không còn chờ: đã có người xử lý." : "Không có khoản nào đang chờ."}
        list={list}
        columns={["Lúc", { amount: "Số tiền" }, "Lý do", "Tài khoản nhận", "Nội dung", { acts: "Việc cần làm" }]}
        filters={only ? <Button size="small" variant="secondary" onClick={() => setOnly(null)}>Xem tất cả</Button> : (
          <Select value={age} onValueChange={(value) => { setAge(value); list.setOffset(0) }}>
            <Select.Trigger aria-label="Đã chờ bao lâu" className="w-40"><Select.Value /></Select.Trigger>
            <Select.Content>{Object.entries(AGES).map(([value, label]) => <Select.Item key={value} value={value}>{label}</Select.Item>)}</Select.Content>
          </Select>
        )}
      >
        {list.page?.transactions.map((transaction) => (
          <Table.Row key={transaction.id}>
            <Table.Cell>{when(transaction.booked_at)}</Table.Cell>
            <Table.Cell className="text-right whitespace-nowrap">{dong(transaction.amount_vnd)}</Table.Cell>
            <Table.Cell style={{ maxWidth: "20rem" }}>
              <Badge size="2xsmall" color="orange" className="whitespace-nowrap">{REASONS[transaction.reason] ?? transaction.reason}</Badge>
              {transaction.may_repeat ? <MayRepeat of={transaction.may_repeat} onShow={show} /> : null}
            </Table.Cell>
            <Table.Cell>{`${transaction.bank_name} ${transaction.account_number}`}</Table.Cell>
            <Table.Cell className="whitespace-normal break-words" style={{ minWidth: "14rem" }}>
              {`${transaction.memo} ${transaction.reference_code ?? ""}`}
              {transaction.named ? <Text size="small" className="text-ui-fg-subtle">{`Được báo là của: ${transaction.named.description}`}</Text> : null}
            </Table.Cell>
            <Table.Cell>
              <div className="flex flex-wrap gap-2 py-2">
                <Button size="small" className="whitespace-nowrap" onClick={() => setAct({ transaction, kind: "assign" })}>Gán cho đơn</Button>
                <Button size="small" variant="secondary" className="whitespace-nowrap" onClick={() => setAct({ transaction, kind: "return" })}>Chuyển trả</Button>
                <Button size="small" variant="transparent" className="whitespace-nowrap" onClick={() => setAct({ transaction, kind: "resolve" })}>Đã xử lý</Button>
              </div>
            </Table.Cell>
          </Table.Row>
        ))}
      </ListFrame>
      {act?.kind === "assign" ? <AssignDrawer transaction={act.transaction} onClose={close} onDone={done} /> : null}
      {act && act.kind !== "assign" ? <ResolveDrawer transaction={act.transaction} act={act.kind} onClose={close} onDone={done} /> : null}
    </>
  )
}

/** What a person compares it with before it is counted: two transfers, or one that was told twice. */
function MayRepeat({ of, onShow }: { of: NonNullable<UnmatchedTransaction["may_repeat"]>; onShow: (id: string) => void }) {
  const became = of.paid_for ? `đã tính cho “${of.paid_for}”` : of.state === "unmatched" ? "cũng đang chờ ở đây" : "đã xử lý"
  return (
    <>
      <Text size="small" className="whitespace-normal text-ui-fg-subtle">{`Khoản đã báo lúc ${when(of.booked_at)} (${TELLERS[of.provider] ?? of.provider}): ${of.memo} – ${became}.`}</Text>
      {of.state === "unmatched" ? <Button size="small" variant="transparent" onClick={() => onShow(of.id)}>Xem khoản ấy</Button> : null}
    </>
  )
}

export const config = defineRouteConfig({ label: "Tiền chưa rõ", icon: CurrencyDollar })
