import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ArrowUturnLeft } from "@medusajs/icons"
import { Button, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { HandTransferDrawer, type HandTransferAct } from "../../components/hand-transfer-drawer"
import { ListFrame } from "../../components/list-frame"
import { dong, when } from "../../lib/call-admin"
import { usePage } from "../../lib/use-page"

export type HandTransfer = {
  id: string
  amount_vnd: number
  reason: string
  description: string | null
  held_by: { bank_name: string | null; account_number: string | null; account_name: string | null }
  to: { bin: string; bank_name: string | null; account_number: string; account_name: string | null } | null
  qr_svg: string | null
  queued_at: string
}

const joined = (parts: (string | null)[]) => parts.filter(Boolean).join(" ")

/** Money to send back with a bank's app: from whose account, to whom, with a code to scan. */
export default function HandTransfersPage() {
  const [act, setAct] = useState<{ transfer: HandTransfer; kind: HandTransferAct } | null>(null)
  const { page, problem, offset, setOffset, reload } = usePage<{ transfers: HandTransfer[]; count: number }>("/hand-transfers")
  return (
    <>
      <ListFrame
        title="Tiền cần chuyển trả"
        hint="Chuyển từ tài khoản đang giữ tiền. Quét mã bằng ứng dụng ngân hàng, rồi ghi mã giao dịch."
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
              <Table.HeaderCell>Từ lúc</Table.HeaderCell>
              <Table.HeaderCell className="text-right">Số tiền</Table.HeaderCell>
              <Table.HeaderCell>Tiền đang ở</Table.HeaderCell>
              <Table.HeaderCell>Chuyển về</Table.HeaderCell>
              <Table.HeaderCell><span className="sr-only">Việc cần làm</span></Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {page?.transfers.map((transfer) => (
              <Table.Row key={transfer.id}>
                <Table.Cell>{when(transfer.queued_at)}</Table.Cell>
                <Table.Cell className="text-right">{dong(transfer.amount_vnd)}</Table.Cell>
                <Table.Cell className="whitespace-normal">
                  <Text size="small">{joined([transfer.held_by.bank_name, transfer.held_by.account_number, transfer.held_by.account_name]) || "Cổng VNPay"}</Text>
                  <Text size="small" className="text-ui-fg-subtle">{transfer.description}</Text>
                </Table.Cell>
                <Table.Cell className="whitespace-normal">
                  {transfer.to ? (
                    <>
                      <Text size="small">{joined([transfer.to.bank_name, transfer.to.account_number, transfer.to.account_name])}</Text>
                      {transfer.qr_svg ? <img className="my-2 size-40 bg-white" alt="Mã VietQR để chuyển trả" src={`data:image/svg+xml;utf8,${encodeURIComponent(transfer.qr_svg)}`} /> : null}
                    </>
                  ) : (
                    <Text size="small">Chưa biết tài khoản: hỏi người mua.</Text>
                  )}
                </Table.Cell>
                <Table.Cell>
                  <div className="flex flex-wrap gap-2 py-2">
                    <Button size="small" disabled={!transfer.to} onClick={() => setAct({ transfer, kind: "done" })}>Đã chuyển</Button>
                    <Button size="small" variant="secondary" onClick={() => setAct({ transfer, kind: "account" })}>{transfer.to ? "Sửa tài khoản" : "Ghi tài khoản"}</Button>
                    <Button size="small" variant="transparent" onClick={() => setAct({ transfer, kind: "cancel" })}>Không chuyển</Button>
                  </div>
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ListFrame>
      {act ? <HandTransferDrawer key={`${act.transfer.id}${act.kind}`} transfer={act.transfer} act={act.kind} onClose={() => setAct(null)} onDone={() => void reload()} /> : null}
    </>
  )
}

export const config = defineRouteConfig({ label: "Tiền cần chuyển trả", icon: ArrowUturnLeft })
