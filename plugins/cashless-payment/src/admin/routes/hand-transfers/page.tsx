import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ArrowUturnLeft } from "@medusajs/icons"
import { Select } from "@medusajs/ui"
import { useState } from "react"
import type { HandTransfer, HandTransferAct } from "../../components/hand-transfer-act"
import { HandTransferDrawer } from "../../components/hand-transfer-drawer"
import { HandTransferRow } from "../../components/hand-transfer-row"
import { ListFrame } from "../../components/list-frame"
import { usePage } from "../../lib/use-page"

const LISTS = { open: "Đang phải chuyển", called_off: "Đã thôi chuyển" }

/** Money to send back with a bank's app: who sends it by when, from whose account, to whom, with a code to scan. */
export default function HandTransfersPage() {
  const [which, setWhich] = useState("open")
  const [act, setAct] = useState<{ transfer: HandTransfer; kind: HandTransferAct } | null>(null)
  const list = usePage<{ transfers: HandTransfer[]; count: number }>("/hand-transfers", { list: which })
  return (
    <>
      <ListFrame
        title="Tiền cần chuyển trả"
        hint="Ai giữ tiền thì người ấy chuyển trả: gian hàng thấy khoản của mình ở mục Tiền. Chợ chuyển thì quét mã bằng ứng dụng ngân hàng, rồi ghi mã giao dịch."
        empty="Không có khoản nào phải chuyển trả."
        list={list}
        filters={
          <Select value={which} onValueChange={(value) => { setWhich(value); list.setOffset(0) }}>
            <Select.Trigger aria-label="Khoản nào" className="w-44"><Select.Value /></Select.Trigger>
            <Select.Content>{Object.entries(LISTS).map(([value, label]) => <Select.Item key={value} value={value}>{label}</Select.Item>)}</Select.Content>
          </Select>
        }
        columns={["Từ lúc, hạn", { amount: "Số tiền" }, "Ai trả, tiền đang ở", "Chuyển về", { acts: "Việc cần làm" }]}
      >
        {list.page?.transfers.map((transfer) => (
          <HandTransferRow key={transfer.id} transfer={transfer} onAct={(kind) => setAct({ transfer, kind })} onDone={() => void list.reload()} />
        ))}
      </ListFrame>
      {act ? <HandTransferDrawer key={`${act.transfer.id}${act.kind}`} transfer={act.transfer} act={act.kind} onClose={() => setAct(null)} onDone={() => void list.reload()} /> : null}
    </>
  )
}

export const config = defineRouteConfig({ label: "Tiền cần chuyển trả", icon: ArrowUturnLeft })
