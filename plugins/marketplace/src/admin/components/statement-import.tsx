import { Button, Text, toast } from "@medusajs/ui"
import { useRef, useState } from "react"
import { messageOf } from "../lib/admin-api"
import { dayWords } from "../lib/books"
import { dong } from "../lib/types"
import { useLoad } from "../lib/use-load"
import { PayoutAct } from "./payout-act"

type Difference = { id: string; booked_on: string; amount_vnd: number; memo: string; outcome: string }

const OUTCOMES: Record<string, string> = { matched: "khớp", known: "đã nhập trước đó", amount_differs: "lệch số tiền", not_sent: "chưa gửi mà đã có", paid_twice: "trả hai lần", unknown_code: "mã lạ", no_code: "không phải chi trả" }

/** The bank's statement as a file, and what in it was no payout as it was sent. */
export function StatementImport({ onDone }: { onDone: () => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState("")
  const { data, reload } = useLoad<{ differences: Difference[]; count: number }>("/admin/payouts/statement?limit=50")

  async function send(file: File | undefined) {
    if (!file) return
    try {
      const response = await fetch("/admin/payouts/statement", { method: "POST", credentials: "include", headers: { "accept-language": "vi", "content-type": "text/csv" }, body: file })
      const answer = (await response.json()) as { outcomes?: Record<string, number>; message?: string }
      if (!response.ok) throw new Error(answer.message ?? "Chưa đọc được tệp.")
      setSaid(Object.entries(answer.outcomes ?? {}).map(([outcome, count]) => `${count} ${OUTCOMES[outcome] ?? outcome}`).join(", "))
      await reload()
      onDone()
    } catch (error) {
      toast.error(messageOf(error))
    } finally {
      if (input.current) input.current.value = ""
    }
  }

  return (
    <>
      <input ref={input} type="file" accept=".csv,text/csv" className="hidden" aria-label="Sao kê ngân hàng (CSV)" onChange={(event) => void send(event.target.files?.[0])} />
      <Button variant="secondary" onClick={() => input.current?.click()}>Nhập sao kê (CSV)</Button>
      {said && <Text size="small" role="status" className="w-full">{`Sao kê: ${said}`}</Text>}
      {data?.differences.map((difference) => (
        <div key={difference.id} className="flex w-full items-center gap-x-4">
          <Text size="small" className="grow">{`${dayWords(difference.booked_on)} · ${dong(difference.amount_vnd)} · ${OUTCOMES[difference.outcome] ?? difference.outcome} · ${difference.memo}`}</Text>
          <PayoutAct path={`/admin/payouts/statement/${difference.id}/resolve`} open="Đã xử lý" title="Chênh lệch này đã xử lý thế nào?" done="Đã ghi." onDone={() => void reload()} />
        </div>
      ))}
    </>
  )
}
