import { Button, Container, Heading, StatusBadge, Text } from "@medusajs/ui"
import { useState } from "react"
import { dayWords } from "../lib/books"
import { WAY_NAMES } from "../lib/payout-words"
import { dong } from "../lib/types"
import { PayoutAct } from "./payout-act"
import { PayoutAgain } from "./payout-again"
import { PayoutDownloads, type Download } from "./payout-downloads"
import { PayoutHeld } from "./payout-held"
import { PayoutFunds } from "./payout-funds"
import { PayoutLines } from "./payout-lines"
import { PayoutPeople, type Approver, type Maker } from "./payout-people"

export type LineTransfer = { state: string; provider_id: string | null; attempts: number; problem: string | null; beneficiary_name: string | null; name_differs: boolean }
export type BatchLine = { id: string; seller_id: string; seller_name: string; reference: string; amount_vnd: number; bank_name: string; account_number: string; account_name: string; state: string; failure: string | null; bank_reference: string | null; transfer: LineTransfer | null }
export type Batch = { id: string; state: string; way: string; sold_until: string; reason: string; created_at: string; total_vnd: number; maker: Maker | null; approver: Approver | null; downloads: Download[]; lines: BatchLine[]; acts: { act: string; by: string; note: string; at: string }[] }

const STATES: Record<string, [string, "grey" | "orange" | "blue" | "green" | "red"]> = {
  draft: ["Chờ người khác duyệt", "orange"],
  approved: ["Đã duyệt, chưa gửi", "blue"],
  sent: ["Đã gửi", "blue"],
  settled: ["Xong", "green"],
  canceled: ["Đã huỷ", "grey"],
}
const TROUBLED = ["Cần xem: tiền đã trả có vấn đề", "red"] as const
const LAYOUTS = [["generic", "Chung"], ["vietcombank", "Vietcombank"], ["mb", "MB"]] as const

const READ_AGAIN_MS = 2_000

/** One batch with everything that can be done to it now. `due`: the shops that can be paid today. */
export function PayoutBatch({ batch, ways, due, onDone }: { batch: Batch; ways: string[]; due: string[]; onDone: () => void }) {
  const over = batch.state === "settled" || batch.state === "canceled"
  // Money that came back, or that payOS contradicts itself about, has to be seen though the batch was done long ago.
  const troubled = batch.lines.some(({ state, transfer }) => state === "reversed" || (state === "paid" && transfer?.problem))
  const [opened, setOpened] = useState(!over || troubled)
  const [label, color] = troubled && over ? TROUBLED : (STATES[batch.state] ?? [batch.state, "grey"])
  const byPayos = batch.way === "payos"
  return (
    <Container className="divide-y p-0" data-testid={`payout-${batch.state}`}>
      <div className="flex flex-col gap-3 px-6 py-4">
        <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
          <div className="min-w-64 flex-1">
            <Heading level="h2">{`${dong(batch.total_vnd)}, ${batch.lines.length} gian hàng`}</Heading>
            <Text size="small" className="text-ui-fg-subtle">{`${WAY_NAMES[batch.way] ?? batch.way} · ${batch.reason} · lập ${new Date(batch.created_at).toLocaleString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh" })} · hàng bán đến ${dayWords(batch.sold_until)}`}</Text>
            <PayoutPeople state={batch.state} maker={batch.maker} approver={batch.approver} />
            <PayoutDownloads downloads={batch.downloads} />
          </div>
          <StatusBadge color={color}>{label}</StatusBadge>
          <Button variant="transparent" size="small" aria-expanded={opened} onClick={() => setOpened(!opened)}>{opened ? "Thu lại" : "Xem"}</Button>
        </div>
        {batch.state === "approved" && <PayoutHeld batchId={batch.id} byPayos={byPayos} onDone={onDone} />}
        <div className="flex flex-wrap items-center gap-2 empty:hidden">
          {batch.state === "draft" && (
            <>
              <PayoutAct path={`/admin/payouts/${batch.id}/cancel`} open="Huỷ" title="Huỷ đợt chi trả" done="Đã huỷ." onDone={onDone} />
              <PayoutAct path={`/admin/payouts/${batch.id}/approve`} open="Duyệt" title="Duyệt đợt chi trả" done="Đã duyệt." variant="primary" onDone={onDone} />
            </>
          )}
          {!byPayos && (batch.state === "approved" || batch.state === "sent") &&
            LAYOUTS.map(([id, name]) => (
              <Button key={id} variant="secondary" size="small" asChild>
                {/* The download is noted, and stands here once the page is read again. */}
                <a href={`/admin/payouts/${batch.id}/file.xlsx?layout=${id}`} download onClick={() => setTimeout(onDone, READ_AGAIN_MS)}>{`Tệp ${name}`}</a>
              </Button>
            ))}
          {batch.state === "approved" && !byPayos && <PayoutAct path={`/admin/payouts/${batch.id}/sent`} open="Đã gửi ngân hàng" title="Tệp đã nộp cho ngân hàng" done="Đã ghi." variant="primary" onDone={onDone} />}
          {batch.state === "approved" && byPayos && <PayoutAct path={`/admin/payouts/${batch.id}/sent`} open="Chi qua payOS" title="Gửi lệnh chi cho payOS ngay bây giờ" done="Đã gửi cho payOS." variant="primary" onDone={onDone} />}
          {(batch.state === "sent" || batch.state === "settled") && <PayoutAgain batch={batch} ways={ways} due={due} onDone={onDone} />}
        </div>
      </div>
      {opened && byPayos && !over && <PayoutFunds batchId={batch.id} />}
      {opened && <PayoutLines batch={batch} onDone={onDone} />}
    </Container>
  )
}
