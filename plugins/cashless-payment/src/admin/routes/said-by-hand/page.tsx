import { defineRouteConfig } from "@medusajs/admin-sdk"
import { PencilSquare } from "@medusajs/icons"
import { Badge, Table, Text } from "@medusajs/ui"
import { ListFrame } from "../../components/list-frame"
import { dong, when } from "../../lib/call-admin"
import { usePage } from "../../lib/use-page"

type Line = { id: string; description: string; amount_vnd: number; account_number: string; bank_reference: string | null; note: string | null; said_by: string | null; said_at: string; confirmed_by_bank: boolean }

/** Whose word stands for money, and whether the bank has said the same since. */
export default function SaidByHandPage() {
  const list = usePage<{ lines: Line[]; count: number }>("/by-hand")
  return (
    <ListFrame
      title="Tiền ghi nhận bằng tay"
      hint="Gian hàng tự ghi đã nhận tiền. Khi ngân hàng báo cùng khoản ấy, dòng được xác nhận và không tính hai lần."
      empty="Chưa có gian hàng nào ghi tay."
      list={list}
      columns={["Lúc", { amount: "Số tiền" }, "Ai ghi", "Đơn", "Ngân hàng"]}
    >
      {list.page?.lines.map((line) => (
        <Table.Row key={line.id}>
          <Table.Cell>{when(line.said_at)}</Table.Cell>
          <Table.Cell className="text-right">{dong(line.amount_vnd)}</Table.Cell>
          <Table.Cell>{line.said_by}</Table.Cell>
          <Table.Cell className="whitespace-normal">
            <Text size="small">{line.description}</Text>
            <Text size="small" className="text-ui-fg-subtle">{[line.bank_reference, line.note].filter(Boolean).join(" · ")}</Text>
          </Table.Cell>
          <Table.Cell>
            <Badge size="2xsmall" color={line.confirmed_by_bank ? "green" : "orange"}>{line.confirmed_by_bank ? "Đã báo" : "Chưa báo"}</Badge>
          </Table.Cell>
        </Table.Row>
      ))}
    </ListFrame>
  )
}

export const config = defineRouteConfig({ label: "Tiền ghi bằng tay", icon: PencilSquare })
