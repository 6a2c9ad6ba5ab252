import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ShieldCheck } from "@medusajs/icons"
import { Badge, Button, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { ListFrame } from "../../components/list-frame"
import { SuspicionDrawer, type SuspicionAct } from "../../components/suspicion-drawer"
import { UnknownTerminals } from "../../components/unknown-terminals"
import { dong, when } from "../../lib/call-admin"
import { usePage } from "../../lib/use-page"
import type { HoldRuleView, SuspectedPayment } from "../../../modules/cashless-payment/operations/suspicions"
import type { UnknownTerminal } from "../../../modules/cashless-payment/operations/unknown-terminals"

type Page = { payments: SuspectedPayment[]; count: number; hold: { hours: number; rules: HoldRuleView[] }; unknown_terminals: UnknownTerminal[] }

const DID: Record<string, string> = { suspicion_kept: "giữ thêm", suspicion_given_up: "thôi chờ" }

/** Payments VNPay took and suspects: their stock is held until somebody decides, at most until the deadline. Above them, what VNPay can't even be asked about. */
export default function SuspectedPaymentsPage() {
  const list = usePage<Page>("/suspected")
  const { page, reload } = list
  const [open, setOpen] = useState<SuspicionAct | null>(null)
  const rule = page?.hold.rules[0]
  return (
    <>
      <UnknownTerminals terminals={page?.unknown_terminals ?? []} />
      <ListFrame
        title="Giao dịch VNPay nghi vấn"
        hint="VNPay đã trừ tiền của khách nhưng nghi vấn (mã 07). Xem giao dịch trên trang quản trị của VNPay, rồi giữ hàng thêm hoặc thôi chờ. Thôi chờ thì đơn hết hạn và hàng được bán lại; nếu sau đó VNPay báo thành công, tiền tự hoàn về khách."
        empty="Không có giao dịch nào bị nghi vấn."
        list={list}
        columns={["Nghi vấn từ", { amount: "Số tiền" }, "Đơn và mã ở VNPay", "Giữ hàng đến", { acts: "Việc cần làm" }]}
        filters={
          page ? (
            <div className="flex flex-col items-start gap-1">
              <Button size="small" variant="secondary" onClick={() => setOpen({ kind: "hold", hours: page.hold.hours })}>{`Thời hạn chờ: ${page.hold.hours} giờ`}</Button>
              {rule ? <Text size="xsmall" className="text-ui-fg-subtle">{`${rule.set_by}, ${when(rule.effective_from)}: ${rule.reason}`}</Text> : null}
            </div>
          ) : null
        }
      >
        {page?.payments.map((payment) => (
          <Table.Row key={payment.txn_ref}>
            <Table.Cell>{when(payment.suspected_at)}</Table.Cell>
            <Table.Cell className="whitespace-nowrap text-right">{dong(payment.amount_vnd)}</Table.Cell>
            <Table.Cell className="whitespace-normal py-3">
              <Text size="small">{payment.description}</Text>
              <Text size="small" className="text-ui-fg-subtle">{[payment.txn_ref, payment.bank_code].filter(Boolean).join(" · ")}</Text>
              {payment.history.map((line) => (
                <Text key={line.at} size="xsmall" className="text-ui-fg-subtle">{`${when(line.at)} ${line.actor.name ?? "Hệ thống"} ${DID[line.action] ?? line.action}: ${line.note ?? ""}`}</Text>
              ))}
            </Table.Cell>
            <Table.Cell>
              {payment.state === "waiting" ? when(payment.decide_by) : <Badge size="2xsmall" color="grey">Đã thôi chờ</Badge>}
            </Table.Cell>
            <Table.Cell>
              {payment.state === "waiting" ? (
                <div className="flex justify-end gap-2 py-2">
                  <Button size="small" variant="secondary" onClick={() => setOpen({ kind: "keep", payment })}>Giữ thêm</Button>
                  <Button size="small" variant="danger" onClick={() => setOpen({ kind: "give-up", payment })}>Thôi chờ</Button>
                </div>
              ) : null}
            </Table.Cell>
          </Table.Row>
        ))}
      </ListFrame>
      {open ? <SuspicionDrawer act={open} onClose={() => setOpen(null)} onDone={() => void reload()} /> : null}
    </>
  )
}

export const config = defineRouteConfig({ label: "Giao dịch nghi vấn", icon: ShieldCheck })
