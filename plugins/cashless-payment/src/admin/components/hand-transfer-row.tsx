import { Badge, Button, Table, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { callAdmin, day, dong, when } from "../lib/call-admin"
import { ONLY_THE_PAYEE_SAID, type HandTransfer, type HandTransferAct } from "./hand-transfer-act"

const joined = (parts: (string | null)[]) => parts.filter(Boolean).join(" ")
const named = { receiver: "Người mua ghi", operator: "Chợ ghi", payment: "Tài khoản đã trả tiền" }

type Props = { transfer: HandTransfer; onAct: (kind: HandTransferAct) => void; onDone: () => void }

/** One amount to send back: who sends it, by when, where to, how far it is, and what can be done about it. */
export function HandTransferRow({ transfer, onAct, onDone }: Props) {
  const { to, problem } = transfer
  const [reminding, setReminding] = useState(false)
  async function remind() {
    setReminding(true)
    try {
      await callAdmin(`/hand-transfers/${transfer.id}/remind`, {})
      toast.success("Đã nhắc gian hàng.")
      onDone()
    } catch (error) {
      toast.error((error as Error).message)
    } finally {
      setReminding(false)
    }
  }
  const waitsForPayee = transfer.sender === "payee" && transfer.state === "waiting"
  return (
    <Table.Row>
      <Table.Cell className="whitespace-normal py-2">
        <Text size="small">{when(transfer.queued_at)}</Text>
        {transfer.state === "sent" ? <Badge size="2xsmall" color="blue">Báo đã chuyển, chờ xác nhận</Badge> : null}
        {transfer.state === "canceled" ? <Badge size="2xsmall">Đã thôi chuyển</Badge> : null}
        {transfer.overdue && transfer.state !== "canceled" ? <Badge size="2xsmall" color="red">{`Quá hạn ${day(transfer.due_on!)}`}</Badge> : null}
        {!transfer.overdue && transfer.state === "waiting" && transfer.due_on ? <Text size="small" className="text-ui-fg-subtle">{`Hạn ${day(transfer.due_on)}`}</Text> : null}
        {transfer.reminded_at ? <Text size="small" className="text-ui-fg-subtle">{`Nhắc lúc ${when(transfer.reminded_at)}`}</Text> : null}
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap text-right">{dong(transfer.amount_vnd)}</Table.Cell>
      <Table.Cell className="py-2 whitespace-normal">
        <Badge size="2xsmall" color={transfer.sender === "payee" ? "orange" : "purple"}>{transfer.sender === "payee" ? "Gian hàng trả" : "Chợ trả"}</Badge>
        <Text size="small">{joined([transfer.held_by.bank_name, transfer.held_by.account_number, transfer.held_by.account_name]) || "Cổng VNPay"}</Text>
        <Text size="small" className="text-ui-fg-subtle">{transfer.description}</Text>
        {transfer.vnpay_may_have_returned ? <Text size="small" className="text-ui-fg-error">Tra trên trang của VNPay trước: có thể đã hoàn.</Text> : null}
        {ONLY_THE_PAYEE_SAID[transfer.payment_word] ? <Text size="small" className="text-ui-fg-error">{ONLY_THE_PAYEE_SAID[transfer.payment_word]}</Text> : null}
      </Table.Cell>
      <Table.Cell className="py-2 whitespace-normal">
        {to ? (
          <>
            <Text size="small">{joined([to.bank_name, to.account_number, to.account_name])}</Text>
            {transfer.account_by ? <Text size="small" className="text-ui-fg-subtle">{named[transfer.account_by]}</Text> : null}
            {transfer.qr_svg && transfer.state === "waiting" ? <TransferQr svg={transfer.qr_svg} folded={waitsForPayee} /> : null}
          </>
        ) : (
          <Text size="small">Chưa biết tài khoản: chờ người mua ghi ở trang đơn hàng.</Text>
        )}
        {transfer.bank_reference ? <Text size="small">{`Mã giao dịch ${transfer.bank_reference}`}</Text> : null}
        {problem ? <Text size="small" className="text-ui-fg-error">{`Người mua báo chưa nhận được (${when(problem.at)})${problem.note ? `: ${problem.note}` : ""}`}</Text> : null}
      </Table.Cell>
      <Table.Cell>
        <div className="flex flex-wrap gap-2 py-2">
          {transfer.state === "canceled" ? <Button size="small" variant="secondary" onClick={() => onAct("again")}>Chuyển trả lại</Button> : <Button size="small" variant={waitsForPayee ? "secondary" : "primary"} disabled={!to} onClick={() => onAct("done")}>{transfer.state === "sent" ? "Đã thấy tiền đi" : waitsForPayee ? "Gian hàng đã chuyển" : "Đã chuyển"}</Button>}
          {waitsForPayee ? <Button size="small" variant="secondary" isLoading={reminding} onClick={() => void remind()}>Nhắc</Button> : null}
          {waitsForPayee ? <Button size="small" variant="secondary" onClick={() => onAct("take-over")}>Chợ trả thay</Button> : null}
          {transfer.state === "waiting" ? <Button size="small" variant="secondary" onClick={() => onAct("account")}>{to ? "Sửa tài khoản" : "Ghi tài khoản"}</Button> : null}
          {transfer.state === "waiting" ? <Button size="small" variant="transparent" onClick={() => onAct("cancel")}>Không chuyển</Button> : null}
        </div>
      </Table.Cell>
    </Table.Row>
  )
}

/** Folded where the shop sends the money: scanned here too in passing, the buyer would get it twice. */
function TransferQr({ svg, folded }: { svg: string; folded: boolean }) {
  const code = <img className="my-2 size-40 bg-white" alt="Mã VietQR để chuyển trả" src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`} />
  if (!folded) return code
  return (
    <details>
      <summary className="txt-small cursor-pointer text-ui-fg-interactive">Mã VietQR (gian hàng quét)</summary>
      {code}
    </details>
  )
}
