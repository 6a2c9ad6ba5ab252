import { Button, Container, Heading, StatusBadge, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { dayWords } from "../lib/books"
import { dong } from "../lib/types"
import { PayoutAct } from "./payout-act"
import { PayoutLineActs } from "./payout-line-acts"

export type BatchLine = { id: string; seller_name: string; reference: string; amount_vnd: number; bank_name: string; account_number: string; account_name: string; state: string; failure: string | null; bank_reference: string | null }
export type Batch = { id: string; state: string; sold_until: string; reason: string; created_at: string; total_vnd: number; lines: BatchLine[]; acts: { act: string; by: string; note: string; at: string }[] }

const STATES: Record<string, [string, "grey" | "orange" | "blue" | "green" | "red"]> = {
  draft: ["Chờ người khác duyệt", "orange"],
  approved: ["Đã duyệt, chưa gửi", "blue"],
  sent: ["Đã gửi ngân hàng", "blue"],
  settled: ["Xong", "green"],
  canceled: ["Đã huỷ", "grey"],
}
const LINE_STATES: Record<string, string> = { planned: "Chờ duyệt", in_transit: "Đang chuyển", paid: "Đã trả", failed: "Không trả được", canceled: "Bỏ ra" }
const LAYOUTS = [["generic", "Chung"], ["vietcombank", "Vietcombank"], ["mb", "MB"]] as const

/** One batch with everything that can be done to it now. */
export function PayoutBatch({ batch, onDone }: { batch: Batch; onDone: () => void }) {
  const [opened, setOpened] = useState(batch.state !== "settled" && batch.state !== "canceled")
  const [label, color] = STATES[batch.state] ?? [batch.state, "grey"]
  return (
    <Container className="divide-y p-0" data-testid={`payout-${batch.state}`}>
      <div className="flex flex-wrap items-center gap-3 px-6 py-4">
        <div className="grow">
          <Heading level="h2">{`${dong(batch.total_vnd)}, ${batch.lines.length} gian hàng`}</Heading>
          <Text size="small" className="text-ui-fg-subtle">{`${batch.reason} · lập ${new Date(batch.created_at).toLocaleString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh" })} · hàng bán đến ${dayWords(batch.sold_until)}`}</Text>
        </div>
        <StatusBadge color={color}>{label}</StatusBadge>
        {batch.state === "draft" && (
          <>
            <PayoutAct path={`/admin/payouts/${batch.id}/cancel`} open="Huỷ" title="Huỷ đợt chi trả" done="Đã huỷ." onDone={onDone} />
            <PayoutAct path={`/admin/payouts/${batch.id}/approve`} open="Duyệt" title="Duyệt đợt chi trả" done="Đã duyệt." variant="primary" onDone={onDone} />
          </>
        )}
        {(batch.state === "approved" || batch.state === "sent") &&
          LAYOUTS.map(([id, name]) => (
            <Button key={id} variant="secondary" size="small" asChild>
              <a href={`/admin/payouts/${batch.id}/file.xlsx?layout=${id}`} download>{`Tệp ${name}`}</a>
            </Button>
          ))}
        {batch.state === "approved" && <PayoutAct path={`/admin/payouts/${batch.id}/sent`} open="Đã gửi ngân hàng" title="Tệp đã nộp cho ngân hàng" done="Đã ghi." variant="primary" onDone={onDone} />}
        <Button variant="transparent" size="small" aria-expanded={opened} onClick={() => setOpened(!opened)}>{opened ? "Thu lại" : "Xem"}</Button>
      </div>
      {opened && (
        <>
          <Table>
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell>Gian hàng</Table.HeaderCell>
                <Table.HeaderCell>Tài khoản</Table.HeaderCell>
                <Table.HeaderCell>Mã trong nội dung</Table.HeaderCell>
                <Table.HeaderCell className="text-right">Số tiền</Table.HeaderCell>
                <Table.HeaderCell>Tình trạng</Table.HeaderCell>
                <Table.HeaderCell><span className="sr-only">Việc cần làm</span></Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {batch.lines.map((line) => (
                <Table.Row key={line.id}>
                  <Table.Cell>{line.seller_name}</Table.Cell>
                  <Table.Cell>{`${line.bank_name} ${line.account_number}, ${line.account_name}`}</Table.Cell>
                  <Table.Cell>{line.reference}</Table.Cell>
                  <Table.Cell className="text-right">{dong(line.amount_vnd)}</Table.Cell>
                  <Table.Cell>{[LINE_STATES[line.state], line.bank_reference, line.failure === "balance_changed" ? "số dư đã giảm" : line.failure === "batch_canceled" ? null : line.failure].filter(Boolean).join(" · ")}</Table.Cell>
                  <Table.Cell>{batch.state === "sent" && line.state === "in_transit" && <PayoutLineActs lineId={line.id} onDone={onDone} />}</Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </>
      )}
    </Container>
  )
}
