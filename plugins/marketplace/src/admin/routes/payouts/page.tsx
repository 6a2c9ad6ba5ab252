import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CashSolid } from "@medusajs/icons"
import { Container, Heading, Text, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { Field } from "../../components/field"
import { FormDrawer } from "../../components/form-drawer"
import { PAGE_SIZE, Pages } from "../../components/pages"
import { PayoutBatch, type Batch } from "../../components/payout-batch"
import { StatementImport } from "../../components/statement-import"
import { VerifyAccount } from "../../components/verify-account"
import { WayChoice } from "../../components/way-choice"
import { adminApi } from "../../lib/admin-api"
import { dayWords } from "../../lib/books"
import { dong } from "../../lib/types"
import { useLoad } from "../../lib/use-load"

type Planned = { seller_id: string; seller_name: string; amount_vnd: number; netted_vnd: number }
type Skipped = { seller_id: string; seller_name: string; reason: string }

const SKIPPED: Record<string, string> = {
  nothing_due: "Không có tiền phải trả",
  held: "Hàng chưa đến tay người mua, hoặc còn trong thời gian giữ",
  below_minimum: "Dưới mức chi trả tối thiểu",
  not_verified: "Tài khoản chưa được đối chiếu",
  account_changed: "Tài khoản đã đổi, cần đối chiếu lại",
  cooling_off: "Tài khoản mới đổi, đang chờ hết hạn an toàn",
  in_another_batch: "Đang nằm trong đợt khác",
}

/** Paying the sellers: who is due, batches with their four eyes, and the bank's statement matched back. */
export default function PayoutsPage() {
  const [reason, setReason] = useState("")
  const [way, setWay] = useState("bank_file")
  const { data: plan, reload: reloadPlan } = useLoad<{ sold_until: string; ways: string[]; lines: Planned[]; skipped: Skipped[] }>("/admin/payouts/plan")
  const [offset, setOffset] = useState(0)
  const { data: batches, reload } = useLoad<{ payouts: Batch[]; count: number }>(`/admin/payouts?limit=${PAGE_SIZE}&offset=${offset}`)
  const again = () => void Promise.all([reloadPlan(), reload()])
  const due = plan?.lines ?? []
  const ways = plan?.ways ?? ["bank_file"]

  async function create() {
    await adminApi("/admin/payouts", { reason, way })
    setReason("")
    again()
  }

  return (
    <div className="flex flex-col gap-y-3">
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-center gap-3 px-6 py-4">
          <div className="min-w-64 grow">
            <Heading level="h1">Chi trả người bán</Heading>
            <Text className="text-ui-fg-subtle">
              {plan ? `Đến kỳ: ${dong(due.reduce((sum, line) => sum + line.amount_vnd, 0))} cho ${due.length} gian hàng, hàng bán đến hết ngày ${dayWords(plan.sold_until)}.` : "Đang tải…"}
            </Text>
          </div>
          <StatementImport onDone={again} />
          <FormDrawer title="Lập đợt chi trả" open="Lập đợt chi trả" variant="primary" submit="Lập đợt" done="Đã lập. Cần một người khác duyệt." disabled={due.length === 0} onSubmit={create}>
            {due.map((line) => (
              <div key={line.seller_id} className="flex justify-between gap-x-4 py-1">
                <Text>{line.seller_name}</Text>
                <Text className="whitespace-nowrap text-right">{`${dong(line.amount_vnd)}${line.netted_vnd > 0 ? ` (đã trừ nợ ${dong(line.netted_vnd)})` : ""}`}</Text>
              </div>
            ))}
            {ways.length > 1 && <WayChoice id="payout-way" ways={ways} value={way} onChange={setWay} />}
            <Field id="payout-reason" label="Lý do"><Textarea id="payout-reason" value={reason} onChange={(event) => setReason(event.target.value)} placeholder="Ví dụ: chi trả tuần 47" /></Field>
          </FormDrawer>
        </div>
        {plan?.skipped.filter(({ reason: why }) => why !== "nothing_due").map((seller) => (
          <div key={seller.seller_id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-6 py-3">
            <Text className="grow">{`${seller.seller_name}: ${SKIPPED[seller.reason] ?? seller.reason}`}</Text>
            {(seller.reason === "not_verified" || seller.reason === "account_changed") && <VerifyAccount sellerId={seller.seller_id} name={seller.seller_name} onDone={again} />}
          </div>
        ))}
      </Container>
      {batches?.payouts.map((batch) => <PayoutBatch key={batch.id} batch={batch} ways={ways} due={due.map(({ seller_id }) => seller_id)} onDone={again} />)}
      {batches && batches.count > PAGE_SIZE && <Container className="p-0"><Pages count={batches.count} offset={offset} onOffset={setOffset} unit="đợt" /></Container>}
      {batches?.count === 0 && <Container className="px-6 py-4"><Text>Chưa có đợt chi trả nào.</Text></Container>}
    </div>
  )
}

export const config = defineRouteConfig({ label: "Chi trả", icon: CashSolid })
