import { Button, Table, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { adminApi, messageOf } from "../lib/admin-api"
import { lineWords } from "../lib/payout-words"
import { dong } from "../lib/types"
import type { Batch, BatchLine } from "./payout-batch"
import { PayoutLineActs } from "./payout-line-acts"

const OPEN = ["queued", "sending", "refused", "taken", "stuck"]

/** Who gets what from a batch, and where each transfer is. */
export function PayoutLines({ batch, onDone }: { batch: Batch; onDone: () => void }) {
  return (
    <div className="overflow-x-auto">
      <Table className="min-w-[56rem]">
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
            <Table.Row key={line.id} data-testid={`payout-line-${line.state}`}>
              <Table.Cell className="whitespace-normal py-2">{line.seller_name}</Table.Cell>
              <Table.Cell className="whitespace-normal py-2">
                {`${line.bank_name} ${line.account_number}, ${line.account_name}`}
                {line.transfer?.name_differs && <Text size="small" className="text-ui-fg-error">{`payOS ghi tên khác: ${line.transfer.beneficiary_name}`}</Text>}
              </Table.Cell>
              <Table.Cell>{line.reference}</Table.Cell>
              <Table.Cell className="text-right whitespace-nowrap">{dong(line.amount_vnd)}</Table.Cell>
              <Table.Cell className="whitespace-normal py-2">{lineWords(line)}</Table.Cell>
              <Table.Cell className="py-2">
                <div className="flex flex-wrap justify-end gap-2">
                  {line.transfer && OPEN.includes(line.transfer.state) && <AskPayos line={line} onDone={onDone} />}
                  {batch.state === "sent" && line.state === "in_transit" && <PayoutLineActs lineId={line.id} onDone={onDone} />}
                </div>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

/** Now, instead of when its turn comes: the way out of "not enough money there" once there is. */
function AskPayos({ line, onDone }: { line: BatchLine; onDone: () => void }) {
  const [busy, setBusy] = useState(false)
  async function ask() {
    setBusy(true)
    try {
      await adminApi(`/admin/payouts/lines/${line.id}/ask`, {})
      onDone()
    } catch (error) {
      toast.error(messageOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button variant="secondary" size="small" className="whitespace-nowrap" disabled={busy} onClick={() => void ask()}>
      {line.transfer?.state === "queued" ? "Gửi lại payOS" : "Hỏi payOS"}
    </Button>
  )
}
