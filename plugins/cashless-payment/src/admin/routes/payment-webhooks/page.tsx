import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ArrowUpRightOnBox } from "@medusajs/icons"
import { Badge, Button, Select, Table, toast } from "@medusajs/ui"
import { useState } from "react"
import { ListFrame } from "../../components/list-frame"
import { WebhookEndpoints } from "../../components/webhook-endpoints"
import { callAdmin, when } from "../../lib/call-admin"
import { usePage } from "../../lib/use-page"
import type { DeliveryView as Delivery } from "../../../modules/cashless-payment/operations/webhook-deliveries"

const STATUS = {
  pending: { label: "Đang gửi", color: "orange" },
  succeeded: { label: "Đã nhận", color: "green" },
  failed: { label: "Bỏ cuộc", color: "red" },
} as const
const FILTERS = [["all", "Tất cả"], ["pending", "Đang gửi"], ["failed", "Bỏ cuộc"], ["succeeded", "Đã nhận"]] as const

/** What came of a delivery, in the operator's words; the technical reason follows as it is. */
function outcome({ status, response_status, error, next_attempt_at }: Delivery): string {
  if (status === "succeeded") return `Máy nhận trả lời ${response_status}`
  const reason = error ?? "Chưa gửi lần nào"
  return next_attempt_at && error ? `${reason} · gửi lại lúc ${when(next_attempt_at)}` : reason
}

export default function PaymentWebhooksPage() {
  const [filter, setFilter] = useState<string>("all")
  const list = usePage<{ webhook_deliveries: Delivery[]; count: number }>("/webhook-deliveries", filter === "all" ? {} : { status: filter })

  async function retry(delivery: Delivery) {
    try {
      await callAdmin(`/webhook-deliveries/${delivery.id}/retry`, {})
      toast.success("Đang gửi lại.")
    } catch (error) {
      toast.error((error as Error).message)
    }
    await list.reload()
  }

  return (
    <div className="flex flex-col gap-y-3">
      <WebhookEndpoints />
      <ListFrame
        heading="h2"
        title="Nhật ký gửi"
        hint="Gửi không được thì tự gửi lại trong ba ngày. Nhật ký giữ 30 ngày."
        empty="Chưa có thông báo nào ở đây."
        unit="thông báo"
        list={list}
        columns={["Lúc", "Sự kiện", "Gửi tới", "Kết quả", { amount: "Số lần" }, { acts: "Việc cần làm" }]}
        filters={
          <div className="flex gap-2">
            <Select value={filter} onValueChange={(value) => { list.setOffset(0); setFilter(value) }}>
              <Select.Trigger aria-label="Lọc theo kết quả"><Select.Value /></Select.Trigger>
              <Select.Content>
                {FILTERS.map(([value, label]) => <Select.Item key={value} value={value}>{label}</Select.Item>)}
              </Select.Content>
            </Select>
            <Button variant="secondary" className="whitespace-nowrap" onClick={() => void list.reload()}>Tải lại</Button>
          </div>
        }
      >
        {list.page?.webhook_deliveries.map((delivery) => (
          <Table.Row key={delivery.id}>
            <Table.Cell>{when(delivery.last_attempt_at ?? delivery.created_at)}</Table.Cell>
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
      </ListFrame>
    </div>
  )
}

export const config = defineRouteConfig({ label: "Thông báo ra ngoài", icon: ArrowUpRightOnBox })
