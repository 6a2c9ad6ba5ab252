import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CashSolid } from "@medusajs/icons"
import { Badge, Container, Heading, StatusBadge, Table, Text, toast } from "@medusajs/ui"
import { useCallback, useEffect, useState } from "react"
import { CodRuleForm } from "../../components/cod-rule-form"
import { PAGE_SIZE, Pages } from "../../components/pages"
import { adminApi, messageOf } from "../../lib/admin-api"
import { dong } from "../../lib/types"

type Rule = {
  id: string
  scope: keyof typeof SCOPES
  scope_name: string | null
  enabled: boolean
  max_amount_vnd: number | null
  effective_from: string
  reason: string
}

const SCOPES = { everywhere: "Toàn chợ", province: "Tỉnh, thành phố", seller: "Gian hàng", shop_choice: "Gian hàng tự chọn" }

/** Where cash on delivery is offered: every decision stays on record, the newest one of each scope counts. */
export default function CashOnDeliveryPage() {
  const [offset, setOffset] = useState(0)
  const [page, setPage] = useState<{ rules: Rule[]; count: number } | null>(null)

  const load = useCallback(() => {
    adminApi<{ rules: Rule[]; count: number }>(`/admin/cod-rules?limit=${PAGE_SIZE}&offset=${offset}`)
      .then(setPage)
      .catch((error: unknown) => toast.error(messageOf(error)))
  }, [offset])
  useEffect(load, [load])

  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h1">Trả tiền mặt khi nhận hàng</Heading>
        <Text className="text-ui-fg-subtle">
          Khi chưa có quyết định nào, cách trả này mở cho đơn đến 5.000.000 ₫ mỗi gian hàng. Gian hàng tự tắt được cho mình, nhưng không mở lại được điều ban điều hành đã tắt.
        </Text>
      </div>
      <CodRuleForm onSaved={load} />
      {page && page.rules.length === 0 ? <Text className="px-6 py-4">Chưa có quyết định nào.</Text> : null}
      {page && page.rules.length > 0 ? (
        <div className="overflow-x-auto">
          <Table className="min-w-[44rem]">
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell>Phạm vi</Table.HeaderCell>
                <Table.HeaderCell>Quyết định</Table.HeaderCell>
                <Table.HeaderCell>Mức cao nhất</Table.HeaderCell>
                <Table.HeaderCell>Từ lúc</Table.HeaderCell>
                <Table.HeaderCell>Lý do</Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {page.rules.map((rule) => (
                <Table.Row key={rule.id}>
                  <Table.Cell>
                    <Badge size="2xsmall" className="whitespace-nowrap">{SCOPES[rule.scope]}</Badge> {rule.scope_name}
                  </Table.Cell>
                  <Table.Cell>
                    <StatusBadge color={rule.enabled ? "green" : "red"}>{rule.enabled ? "Mở" : "Tắt"}</StatusBadge>
                  </Table.Cell>
                  <Table.Cell>{rule.max_amount_vnd === null ? "Không giới hạn riêng" : dong(rule.max_amount_vnd)}</Table.Cell>
                  <Table.Cell>{new Date(rule.effective_from).toLocaleString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh" })}</Table.Cell>
                  <Table.Cell>{rule.scope === "shop_choice" ? "Gian hàng tự chọn" : rule.reason}</Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
      ) : null}
      <Pages count={page?.count ?? 0} offset={offset} onOffset={setOffset} unit="quyết định" />
    </Container>
  )
}

export const config = defineRouteConfig({ label: "Tiền mặt khi nhận hàng", icon: CashSolid })
