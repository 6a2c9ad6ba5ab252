import { Text } from "@medusajs/ui"
import { dong } from "../lib/types"
import { useLoad } from "../lib/use-load"

type Funds = { total_vnd: number; balance_vnd: number | null; estimated_credit: number | null }

/** Whether the payOS channel can pay a batch, before it is told to. */
export function PayoutFunds({ batchId }: { batchId: string }) {
  const { data } = useLoad<Funds>(`/admin/payouts/${batchId}/payos`)
  if (!data) return null
  const short = data.balance_vnd !== null && data.balance_vnd < data.total_vnd
  const words = [
    data.balance_vnd === null ? "Chưa hỏi được số dư kênh payOS" : `Kênh payOS còn ${dong(data.balance_vnd)}`,
    short ? `thiếu ${dong(data.total_vnd - (data.balance_vnd ?? 0))}: các dòng sau sẽ chờ đến khi nạp thêm` : null,
    data.estimated_credit === null ? null : `payOS ước tính dùng ${data.estimated_credit.toLocaleString("vi-VN")} credit`,
  ]
  return <Text size="small" className={`px-6 py-3 ${short ? "text-ui-fg-error" : "text-ui-fg-subtle"}`} data-testid="payos-funds">{`${words.filter(Boolean).join(" · ")}.`}</Text>
}
