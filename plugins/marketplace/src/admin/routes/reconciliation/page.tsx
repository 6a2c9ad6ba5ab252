import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ArrowPathMini } from "@medusajs/icons"
import { Button, Container, Heading, Table, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { DayInput } from "../../components/day-input"
import { PAGE_SIZE, Pages } from "../../components/pages"
import { PayoutAct } from "../../components/payout-act"
import { adminApi, messageOf } from "../../lib/admin-api"
import { dayWords, today } from "../../lib/books"
import { dong } from "../../lib/types"
import { useLoad } from "../../lib/use-load"

type Sums = { gateway_vnd: number; orders_vnd: number; books_vnd: number }
type Report = {
  days: (Sums & { day: string; rail: string; payments: number; given_back_vnd: number })[]
  days_count: number
  differences: (Sums & { id: string; day: string; kind: string; subject: string; rail: string; order_id: string | null })[]
  count: number
}

const RAILS: Record<string, string> = { vnpay: "VNPay", vietqr: "VietQR" }
const KINDS: Record<string, string> = {
  gateway_and_orders: "Tiền về khác tiền của đơn",
  money_without_order: "Tiền về mà không có đơn nào được ghi là đã trả",
  order_without_money: "Đơn ghi là đã trả mà không thấy tiền",
  not_in_books: "Đơn đã trả chưa vào sổ",
  books_and_orders: "Sổ khác đơn",
  unmatched_money: "Tiền chưa rõ của ai",
}

/** Each day's money counted three ways: by gateway and bank, by our orders, by the books. */
export default function ReconciliationPage() {
  const [day, setDay] = useState(today())
  const [offset, setOffset] = useState(0)
  const { data, reload } = useLoad<Report>(`/admin/reconciliation?limit=${PAGE_SIZE}&offset=${offset}`)

  async function run() {
    try {
      await adminApi(`/admin/reconciliation/days/${day}/run`, {})
      toast.success("Đã đối chiếu.")
      await reload()
    } catch (error) {
      toast.error(messageOf(error))
    }
  }

  return (
    <div className="flex flex-col gap-y-3">
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-center gap-3 px-6 py-4">
          <div className="grow">
            <Heading level="h1">Đối chiếu hằng ngày</Heading>
            <Text className="text-ui-fg-subtle">{data ? (data.count === 0 ? "Không có chênh lệch nào đang mở." : `${data.count} chênh lệch cần xử lý.`) : "Đang tải…"}</Text>
          </div>
          <div className="w-36"><DayInput label="Ngày" max={today()} value={day} onChange={setDay} /></div>
          <Button variant="secondary" disabled={!day} onClick={() => void run()}>Đối chiếu lại</Button>
        </div>
        {data?.differences.map((difference) => (
          <div key={difference.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-6 py-3" data-testid={`difference-${difference.kind}`}>
            <div className="grow">
              <Text weight="plus">{`${dayWords(difference.day)}: ${KINDS[difference.kind] ?? difference.kind}`}</Text>
              <Text size="small" className="flex flex-wrap gap-x-2">
                <span className="whitespace-nowrap">{`Cổng ${dong(difference.gateway_vnd)}`}</span>
                <span className="whitespace-nowrap">{`· đơn ${dong(difference.orders_vnd)}`}</span>
                <span className="whitespace-nowrap">{`· sổ ${dong(difference.books_vnd)}`}</span>
              </Text>
            </div>
            {difference.order_id && (
              <Button variant="transparent" size="small" asChild>
                <a href={`/app/orders/${difference.order_id}`}>Xem đơn</a>
              </Button>
            )}
            {difference.kind === "unmatched_money" && (
              <Button variant="transparent" size="small" asChild>
                <a href={`/app/unmatched-money?transaction=${difference.subject}`}>Xem tiền chưa rõ</a>
              </Button>
            )}
            <PayoutAct path={`/admin/reconciliation/differences/${difference.id}/resolve`} open="Đã xử lý" title="Chênh lệch này đã xử lý thế nào?" done="Đã ghi." onDone={() => void reload()} />
          </div>
        ))}
        {data && data.differences.length < data.count && <Text className="px-6 py-4 text-ui-fg-subtle">{`Đang hiện ${data.differences.length} chênh lệch đầu tiên; xử lý xong sẽ hiện tiếp.`}</Text>}
      </Container>
      <Container className="divide-y overflow-x-auto p-0">
        <Table className="whitespace-nowrap">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>Ngày</Table.HeaderCell>
              <Table.HeaderCell>Cách trả</Table.HeaderCell>
              <Table.HeaderCell className="text-right">Số lần trả</Table.HeaderCell>
              <Table.HeaderCell className="text-right">Cổng, ngân hàng</Table.HeaderCell>
              <Table.HeaderCell className="text-right">Trong đó trả lại</Table.HeaderCell>
              <Table.HeaderCell className="text-right">Đơn hàng</Table.HeaderCell>
              <Table.HeaderCell className="text-right">Sổ cái</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {data?.days.map((row) => (
              <Table.Row key={`${row.day}-${row.rail}`}>
                <Table.Cell>{dayWords(row.day)}</Table.Cell>
                <Table.Cell>{RAILS[row.rail] ?? row.rail}</Table.Cell>
                <Table.Cell className="text-right">{row.payments}</Table.Cell>
                <Table.Cell className="text-right">{dong(row.gateway_vnd)}</Table.Cell>
                <Table.Cell className="text-right">{dong(row.given_back_vnd)}</Table.Cell>
                <Table.Cell className="text-right">{dong(row.orders_vnd)}</Table.Cell>
                <Table.Cell className="text-right">{dong(row.books_vnd)}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
        {data && data.days_count > PAGE_SIZE && <Pages count={data.days_count} offset={offset} onOffset={setOffset} unit="dòng" />}
        {data?.days_count === 0 && <Text className="px-6 py-4">Chưa có ngày nào được đối chiếu. Báo cáo chạy tự động mỗi giờ cho hai ngày trước.</Text>}
      </Container>
    </div>
  )
}

export const config = defineRouteConfig({ label: "Đối chiếu", icon: ArrowPathMini })
