import { Button, Drawer, Label, Text, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import type { UnmatchedTransaction } from "../routes/unmatched-money/page"

type Props = { transaction: UnmatchedTransaction | null; onClose: () => void; onDone: () => void }

/** Asks what was done with the money; without an answer nothing leaves the desk. */
export function ResolveDrawer({ transaction, onClose, onDone }: Props) {
  const [note, setNote] = useState("")

  async function resolve() {
    if (!transaction) return
    const response = await fetch(`/admin/cashless-payment/unmatched/${transaction.id}/resolve`, {
      method: "POST",
      credentials: "include",
      headers: { "content-type": "application/json", "accept-language": "vi" },
      body: JSON.stringify({ note }),
    })
    if (!response.ok) {
      const { message, fields } = (await response.json()) as { message: string; fields?: { note?: string } }
      toast.error(fields?.note ?? message)
      return
    }
    toast.success("Đã ghi lại.")
    setNote("")
    onClose()
    onDone()
  }

  return (
    <Drawer open={transaction !== null} onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>Khoản tiền này đã xử lý thế nào?</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body>
          <Text>{transaction ? `${transaction.amount_vnd.toLocaleString("vi-VN")} ₫ – ${transaction.memo}` : ""}</Text>
          <Label htmlFor="resolution-note" className="mt-4 block">Ghi chú</Label>
          <Textarea id="resolution-note" value={note} onChange={(event) => setNote(event.target.value)} placeholder="Ví dụ: đã chuyển trả người gửi ngày 22/11, mã FT…" />
        </Drawer.Body>
        <Drawer.Footer>
          <Button variant="secondary" onClick={onClose}>Thôi</Button>
          <Button onClick={() => void resolve()}>Ghi là đã xử lý</Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
