import { Text } from "@medusajs/ui"
import { useLoad } from "../lib/use-load"
import { PayoutAct } from "./payout-act"

/** Shops whose money is held since the batch was approved, and what can be done about their lines; nothing where there are none. */
export function PayoutHeld({ batchId, byPayos, onDone }: { batchId: string; byPayos: boolean; onDone: () => void }) {
  const { data, reload } = useLoad<{ shops: string[] }>(`/admin/payouts/${batchId}/held`)
  if (!data || data.shops.length === 0) return null
  const path = `/admin/payouts/${batchId}`
  // The batch keeps its path: nothing else would read again who is held.
  const acted = () => {
    void reload()
    onDone()
  }
  return (
    <div className="flex w-full flex-wrap items-center gap-3" data-testid="payout-held">
      <Text size="small" className="min-w-64 grow text-ui-fg-error">{`Bị giữ sau khi duyệt: ${data.shops.join(", ")}.${byPayos ? " Khi gửi, các dòng này tự bỏ ra." : ""}`}</Text>
      <PayoutAct path={`${path}/drop-held`} open="Bỏ dòng bị giữ" title="Ngân hàng chưa nhận tệp nào có các dòng này: bỏ ra, nợ lại gian hàng" extra={{ not_at_bank: true }} done="Đã bỏ ra. Tải tệp mới để nộp." onDone={acted} />
      {!byPayos && <PayoutAct path={`${path}/sent`} extra={{ file_at_bank: true }} open="Ngân hàng đã nhận tệp" title="Tệp có các dòng này đã nộp trước khi bị giữ" done="Đã ghi." onDone={acted} />}
    </div>
  )
}
