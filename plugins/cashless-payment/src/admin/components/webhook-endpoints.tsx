import { Badge, Button, Container, Heading, Prompt, Table, Text, toast } from "@medusajs/ui"
import { useCallback, useEffect, useState } from "react"

type Endpoint = { id: string; url: string; enabled_events: string[]; status: "enabled" | "disabled"; description: string | null; failing_since: string | null; disabled_reason: string | null }

const REASONS: Record<string, string> = {
  failing_for_days: "Tắt vì năm ngày liền không gửi được",
  by_request: "Đã tắt theo yêu cầu",
  not_in_settings: "Không còn trong cài đặt máy chủ",
}

/** Who hears of payments. They are made with the API key (POST /v1/webhook_endpoints); here the secret can be renewed. */
export function WebhookEndpoints() {
  const [endpoints, setEndpoints] = useState<Endpoint[] | null>(null)
  const [rotating, setRotating] = useState<Endpoint | null>(null)
  const [secret, setSecret] = useState<string | null>(null)

  const load = useCallback(async () => {
    const response = await fetch("/admin/cashless-payment/webhook-endpoints", { credentials: "include" })
    if (response.ok) setEndpoints(((await response.json()) as { webhook_endpoints: Endpoint[] }).webhook_endpoints)
    else toast.error("Không tải được danh sách địa chỉ nhận. Hãy thử lại.")
  }, [])

  useEffect(() => {
    void load()
  }, [load])

  async function rotate(endpoint: Endpoint) {
    const response = await fetch(`/admin/cashless-payment/webhook-endpoints/${endpoint.id}/rotate-secret`, {
      method: "POST",
      credentials: "include",
      headers: { "content-type": "application/json", "accept-language": "vi" },
      body: "{}",
    })
    const body = (await response.json()) as { secret?: string; message?: string }
    setRotating(null)
    if (body.secret) setSecret(body.secret)
    else toast.error(body.message ?? "Chưa đổi được khoá. Hãy thử lại.")
  }

  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h1">Thông báo ra ngoài</Heading>
        <Text className="text-ui-fg-subtle">Phần mềm kế toán hay cửa hàng khác nghe tin thanh toán qua những địa chỉ này. Thêm địa chỉ mới bằng khoá API (POST /v1/webhook_endpoints).</Text>
      </div>
      {endpoints?.length === 0 && <Text className="px-6 py-8 text-ui-fg-subtle">Chưa có địa chỉ nào.</Text>}
      {endpoints && endpoints.length > 0 && (
        <div className="overflow-x-auto">
          <Table className="min-w-[44rem]">
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell>Địa chỉ</Table.HeaderCell>
                <Table.HeaderCell>Nghe</Table.HeaderCell>
                <Table.HeaderCell>Tình trạng</Table.HeaderCell>
                <Table.HeaderCell><span className="sr-only">Việc cần làm</span></Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {endpoints.map((endpoint) => (
                <Table.Row key={endpoint.id}>
                  <Table.Cell className="whitespace-normal break-all py-2">
                    {endpoint.url}
                    {endpoint.description && <div className="text-ui-fg-muted txt-compact-xsmall">{endpoint.description}</div>}
                  </Table.Cell>
                  <Table.Cell>{endpoint.enabled_events.includes("*") ? "Mọi sự kiện" : `${endpoint.enabled_events.length} loại`}</Table.Cell>
                  <Table.Cell>
                    {endpoint.status === "disabled" && <Badge size="2xsmall" color="red">{REASONS[endpoint.disabled_reason ?? ""] ?? "Đang tắt"}</Badge>}
                    {endpoint.status === "enabled" && <Badge size="2xsmall" color={endpoint.failing_since ? "orange" : "green"}>{endpoint.failing_since ? "Đang gửi không được" : "Đang nghe"}</Badge>}
                  </Table.Cell>
                  <Table.Cell className="text-right">
                    <Button size="small" variant="secondary" onClick={() => setRotating(endpoint)}>Đổi khoá</Button>
                  </Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
      <Prompt open={rotating !== null} onOpenChange={(open) => !open && setRotating(null)}>
        <Prompt.Content>
          <Prompt.Header>
            <Prompt.Title>Đổi khoá ký?</Prompt.Title>
            <Prompt.Description>Khoá mới chỉ hiện một lần. Trong 24 giờ tới mỗi thông báo mang cả chữ ký cũ lẫn mới, để bên nhận kịp đổi.</Prompt.Description>
          </Prompt.Header>
          <Prompt.Footer>
            <Prompt.Cancel>Thôi</Prompt.Cancel>
            <Prompt.Action onClick={() => rotating && void rotate(rotating)}>Đổi khoá</Prompt.Action>
          </Prompt.Footer>
        </Prompt.Content>
      </Prompt>
      <Prompt variant="confirmation" open={secret !== null} onOpenChange={(open) => !open && setSecret(null)}>
        <Prompt.Content>
          <Prompt.Header>
            <Prompt.Title>Khoá mới, chỉ hiện lần này</Prompt.Title>
            <Prompt.Description className="select-all break-all font-mono">{secret}</Prompt.Description>
          </Prompt.Header>
          <Prompt.Footer>
            <Prompt.Action onClick={() => setSecret(null)}>Đã chép</Prompt.Action>
          </Prompt.Footer>
        </Prompt.Content>
      </Prompt>
    </Container>
  )
}
