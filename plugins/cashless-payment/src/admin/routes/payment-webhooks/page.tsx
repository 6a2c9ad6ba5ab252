import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ArrowUpRightOnBox } from "@medusajs/icons"
import { Badge, Button, Container, Heading, Select, Table, Text, toast } from "@medusajs/ui"
import { useCallback, useEffect, useState } from "react"
import { WebhookEndpoints } from "../../components/webhook-endpoints"

type Delivery = {
  id: string
  event_id: string
  event_type: string
  subject: string
  url: string
  status: "pending" | "succeeded" | "failed"
  attempts: number
  created_at: string
  last_attempt_at: string | null
  next_attempt_at: string | null
  response_status: number | null
  error: string | null
}

const PAGE_SIZE = 20
const STATUS = {
  pending: { label: "Đang gửi", color: "orange" },
  succeeded: { label: "Đã nhận", color: "green" },
  failed: { label: "Bỏ cuộc", color: "red" },
} as const
const FILTERS = [["all", "Tất cả"], ["pending", "Đang gửi"], ["failed", "Bỏ cuộc"], ["succeeded", "Đã nhận"]] as const

const at = (iso: string) => new Date(iso).toLocaleString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh" })

/** What came of a delivery, in the operator's words; the technical reason follows as it is. */
function outcome({ status, response_status, error, next_attempt_at }: Delivery): string {
  if (status === "succeeded") return `Máy nhận trả lời ${response_status}`
  const reason = error ?? "Chưa gửi lần nào"
  return next_attempt_at && error ? `${reason} · gửi lại lúc ${at(next_attempt_at)}` : reason
}

export default function PaymentWebhooksPage() {
  const [deliveries, setDeliveries] = useState<Delivery[]>([])
  const [count, setCount] = useState(0)
  const [offset, setOffset] = useState(0)
  const [filter, setFilter] = useState<string>("all")

  const load = useCallback(async () => {
    const status = filter === "all" ? "" : `&status=${filter}`
    const response = await fetch(`/admin/cashless-payment/webhook-deliveries?limit=${PAGE_SIZE}&offset=${offset}${status}`, { credentials: "include" })
    if (!response.ok) {
      toast.error("Không tải được nhật ký gửi. Hãy thử lại.")
      return
    }
    const page = (await response.json()) as { webhook_deliveries: Delivery[]; count: number }
    setDeliveries(page.webhook_deliveries)
    setCount(page.count)
  }, [offset, filter])

  useEffect(() => {
    void load()
  }, [load])

  async function retry(delivery: Delivery) {
    const response = await fetch(`/admin/cashless-payment/webhook-deliveries/${delivery.id}/retry`, { method: "POST", credentials: "include", headers: { "accept-language": "vi" } })
    if (response.ok) toast.success("Đang gửi lại.")
    else toast.error(((await response.json()) as { message: string }).message)
    await load()
  }

  return (
    <div className="flex flex-col gap-y-3">
      <WebhookEndpoints />
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
          <div>
            <Heading level="h2">Nhật ký gửi</Heading>
            <Text className="text-ui-fg-subtle">Gửi không được thì tự gửi lại trong ba ngày. Nhật ký giữ 30 ngày.</Text>
          </div>
          <div className="flex gap-2">
            <Select value={filter} onValueChange={(value) => { setOffset(0); setFilter(value) }}>
              <Select.Trigger aria-label="Lọc theo kết quả"><Select.Value /></Select.Trigger>
              <Select.Content>
                {FILTERS.map(([value, label]) => <Select.Item key={value} value={value}>{label}</Select.Item>)}
              </Select.Content>
            </Select>
            <Button variant="secondary" className="whitespace-nowrap" onClick={() => void load()}>Tải lại</Button>
          </div>
        </div>
        {count === 0 ? (
          <Text className="px-6 py-8 text-ui-fg-subtle">Chưa có thông báo nào ở đây.</Text>
        ) : (
          <Table>
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell>Lúc</Table.HeaderCell>
                <Table.HeaderCell>Sự kiện</Table.HeaderCell>
                <Table.HeaderCell>Gửi tới</Table.HeaderCell>
                <Table.HeaderCell>Kết quả</Table.HeaderCell>
                <Table.HeaderCell className="text-right">Số lần</Table.HeaderCell>
                <Table.HeaderCell><span className="sr-only">Việc cần làm</span></Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {deliveries.map((delivery) => (
                <Table.Row key={delivery.id}>
                  <Table.Cell>{at(delivery.last_attempt_at ?? delivery.created_at)}</Table.Cell>
                  <Table.Cell className="py-2">
                    <div>{delivery.event_type}</div>
                    <div className="text-ui-fg-muted txt-compact-xsmall">{delivery.subject}</div>
                  </Table.Cell>
                  <Table.Cell className="max-w-64 truncate" title={delivery.url}>{delivery.url}</Table.Cell>
                  <Table.Cell className="whitespace-normal py-2">
                    <Badge size="2xsmall" color={STATUS[delivery.status].color}>{STATUS[delivery.status].label}</Badge>
                    <div className="text-ui-fg-subtle txt-compact-xsmall mt-1">{outcome(delivery)}</div>
                  </Table.Cell>
                  <Table.Cell className="text-right">{delivery.attempts}</Table.Cell>
                  <Table.Cell>
                    <Button size="small" variant="secondary" onClick={() => void retry(delivery)}>Gửi lại</Button>
                  </Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        )}
        <Table.Pagination
          translations={{ of: "trên", results: "thông báo", pages: "trang", prev: "Trước", next: "Sau" }}
          count={count}
          pageSize={PAGE_SIZE}
          pageIndex={offset / PAGE_SIZE}
          pageCount={Math.max(1, Math.ceil(count / PAGE_SIZE))}
          canPreviousPage={offset > 0}
          canNextPage={offset + PAGE_SIZE < count}
          previousPage={() => setOffset(offset - PAGE_SIZE)}
          nextPage={() => setOffset(offset + PAGE_SIZE)}
        />
      </Container>
    </div>
  )
}

export const config = defineRouteConfig({ label: "Thông báo ra ngoài", icon: ArrowUpRightOnBox })
