import { Table, Text } from "@medusajs/ui"
import { Fragment, useState } from "react"
import { ACCOUNT_NAMES, dayWords, KIND_NAMES } from "../lib/books"
import { dong } from "../lib/types"
import { ShopPaid } from "./shop-paid"

export type Journal = {
  id: string
  key: string
  kind: string
  day: string
  seller_name: string | null
  order_id: string | null
  intent_id: string | null
  reason: string | null
  facts: { taken_over?: boolean; amountVnd?: number }
  reversal: "proposed" | "posted" | null
  entries: { account: string; component: string; amount_vnd: number }[]
}

/** Journals, each opening into its entries. */
export function JournalTable({ journals, onProposed }: { journals: Journal[]; onProposed: () => void }) {
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <div className="overflow-x-auto">
      <Table className="min-w-[44rem]">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>Ngày</Table.HeaderCell>
            <Table.HeaderCell>Loại</Table.HeaderCell>
            <Table.HeaderCell>Gian hàng</Table.HeaderCell>
            <Table.HeaderCell className="text-right">Số tiền</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {journals.map((journal) => (
            <Fragment key={journal.id}>
              <Table.Row className="cursor-pointer" onClick={() => setOpened(opened === journal.id ? null : journal.id)} data-testid={`journal-${journal.kind}`}>
                <Table.Cell>{dayWords(journal.day)}</Table.Cell>
                <Table.Cell>
                  <button type="button" aria-expanded={opened === journal.id} className="text-left">{KIND_NAMES[journal.kind] ?? journal.kind}</button>
                </Table.Cell>
                <Table.Cell>{journal.seller_name ?? ""}</Table.Cell>
                <Table.Cell className="text-right">{dong(journal.entries.reduce((sum, { amount_vnd }) => sum + Math.max(0, amount_vnd), 0))}</Table.Cell>
              </Table.Row>
              {opened === journal.id && (
                <Table.Row>
                  <td colSpan={4} className="bg-ui-bg-subtle px-6 py-3">
                    {journal.entries.map((entry, index) => (
                      <div key={index} className="flex justify-between">
                        <Text size="small">{`${entry.amount_vnd > 0 ? "Nợ" : "Có"} ${ACCOUNT_NAMES[entry.account] ?? entry.account}`}</Text>
                        <Text size="small">{dong(Math.abs(entry.amount_vnd))}</Text>
                      </div>
                    ))}
                    {journal.entries.length === 0 && <Text size="small">Không có dòng tiền: đơn này không có phí.</Text>}
                    <Text size="xsmall" className="mt-2 break-all text-ui-fg-subtle">{[journal.key, journal.order_id, journal.reason].filter(Boolean).join(" · ")}</Text>
                    {journal.intent_id && <Text size="xsmall" className="break-all text-ui-fg-subtle" data-testid="journal-payment">{`Khoản thanh toán ${journal.intent_id}`}</Text>}
                    {journal.facts.taken_over && <ShopPaid journal={journal} onDone={onProposed} />}
                  </td>
                </Table.Row>
              )}
            </Fragment>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
