import { Text } from "@medusajs/ui"

export type Maker = { email: string; account_opened_at: string; counts_from: string | null }
export type Approver = { email: string; account_opened_at: string; account_age_days: number }

const inVietnam = { timeZone: "Asia/Ho_Chi_Minh" }
const dayOf = (iso: string) => new Date(iso).toLocaleDateString("vi-VN", inVietnam)
const timeOf = (iso: string) => new Date(iso).toLocaleTimeString("vi-VN", { ...inVietnam, hour: "2-digit", minute: "2-digit" })
const ageWords = (days: number) => (days < 1 ? "chưa đầy một ngày" : `${days} ngày`)

/** Who made and who approved a batch, and how long their accounts had been there: two accounts may be one person. */
export function PayoutPeople({ state, maker, approver }: { state: string; maker: Maker | null; approver: Approver | null }) {
  return (
    <>
      {maker && (
        <Text size="small" className="break-words text-ui-fg-subtle">{`Người lập: ${maker.email}, tài khoản mở ngày ${dayOf(maker.account_opened_at)}`}</Text>
      )}
      {state === "draft" && maker?.counts_from && (
        <Text size="small" className="text-ui-fg-error">{`Tài khoản người lập mới mở: được duyệt từ ${timeOf(maker.counts_from)} ngày ${dayOf(maker.counts_from)}.`}</Text>
      )}
      {approver && (
        <Text size="small" className="break-words text-ui-fg-subtle" data-testid="payout-approver">
          {`Người duyệt: ${approver.email}, tài khoản mở ngày ${dayOf(approver.account_opened_at)}, lúc duyệt được ${ageWords(approver.account_age_days)}`}
        </Text>
      )}
    </>
  )
}
