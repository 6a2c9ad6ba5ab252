import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ArrowUturnLeft } from "@medusajs/icons"
import { Table } from "@medusajs/ui"
import { useState } from "react"
import type { HandTransfer, HandTransferAct } from "../../components/hand-transfer-act"
import { HandTransferDrawer } from "../../components/hand-transfer-drawer"
import { HandTransferRow } from "../../components/hand-transfer-row"
import { ListFrame } from "../../components/list-frame"
import { usePage } from "../../lib/use-page"

/** Money to send back with a bank's app: who sends it by when, from whose account, to whom, with a code to scan. */
export default function HandTransfersPage() {
  const [act, setAct] = useState<{ transfer: HandTransfer; kind: HandTransferAct } | null>(null)
  const { page, problem, offset, setOffset, reload } = usePage<{ transfers: HandTransfer[]; count: number }>("/hand-transfers")
  return (
    <>
      <ListFrame
        title="Tiền cần chuyển trả"
        hint="Ai giữ tiền thì người ấy chuyển trả: gian hàng thấy khoản của mình ở mục Tiền. Chợ chuyển thì quét mã bằng ứng dụng ngân hàng, rồi ghi mã giao dịch."
        empty="Không có khoản nào phải chuyển trả."
        count={page?.count ?? null}
        problem={problem}
        offset={offset}
        onOffset={setOffset}
        onRetry={() => void reload()}
      >
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>Từ lúc, hạn</Table.HeaderCell>
              <Table.HeaderCell className="text-right">Số tiền</Table.HeaderCell>
              <Table.HeaderCell>Ai trả, tiền đang ở</Table.HeaderCell>
              <Table.HeaderCell>Chuyển về</Table.HeaderCell>
              <Table.HeaderCell><span className="sr-only">Việc cần làm</span></Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {page?.transfers.map((transfer) => (
              <HandTransferRow key={transfer.id} transfer={transfer} onAct={(kind) => setAct({ transfer, kind })} onDone={() => void reload()} />
            ))}
          </Table.Body>
        </Table>
      </ListFrame>
      {act ? <HandTransferDrawer key={`${act.transfer.id}${act.kind}`} transfer={act.transfer} act={act.kind} onClose={() => setAct(null)} onDone={() => void reload()} /> : null}
    </>
  )
}

export const config = defineRouteConfig({ label: "Tiền cần chuyển trả", icon: ArrowUturnLeft })
