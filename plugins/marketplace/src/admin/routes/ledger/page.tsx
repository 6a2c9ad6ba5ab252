import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BookOpen } from "@medusajs/icons"
import { Button, Container, Heading, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { Adjustments } from "../../components/adjustments"
import { BankFeeForm } from "../../components/bank-fee-form"
import { Choice } from "../../components/choice"
import { JournalTable, type Journal } from "../../components/journal-table"
import { SettlementForm } from "../../components/settlement-form"
import { PAGE_SIZE, Pages } from "../../components/pages"
import { ACCOUNT_NAMES, KIND_NAMES } from "../../lib/books"
import { dong } from "../../lib/types"
import { useLoad } from "../../lib/use-load"

type Accounts = {
  accounts: { account: string; debit_vnd: number; credit_vnd: number; balance_vnd: number }[]
  sellers: { seller_id: string; name: string; payable_vnd: number; receivable_vnd: number }[]
}

const ALL = "all"

/** The books: where the money is, what every seller is owed, and the journals behind it. */
export default function LedgerPage() {
  const [seller, setSeller] = useState(ALL)
  const [kind, setKind] = useState(ALL)
  const [offset, setOffset] = useState(0)
  /** Counts proposals made from a journal: the list of adjustments is read again with each. */
  const [proposals, setProposals] = useState(0)
  const filters = new URLSearchParams({ ...(seller !== ALL && { seller_id: seller }), ...(kind !== ALL && { kind }) })
  const { data: all, reload: reloadAccounts } = useLoad<Accounts>("/admin/ledger/accounts")
  const { data: page, reload: reloadJournals } = useLoad<{ journals: Journal[]; count: number }>(`/admin/ledger/journals?${filters}&limit=${PAGE_SIZE}&offset=${offset}`)

  return (
    <div className="flex flex-col gap-y-3">
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-center gap-3 px-6 py-4">
          <div className="min-w-64 grow">
            <Heading level="h1">Sổ cái</Heading>
            <Text className="text-ui-fg-subtle">Tổng mọi tài khoản luôn bằng 0. Số âm là sàn nợ người khác.</Text>
          </div>
          <BankFeeForm onDone={() => void Promise.all([reloadAccounts(), reloadJournals()])} />
          <SettlementForm onDone={() => void Promise.all([reloadAccounts(), reloadJournals()])} />
        </div>
        <div className="overflow-x-auto">
          <Table className="min-w-[44rem]">
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell>Tài khoản</Table.HeaderCell>
                <Table.HeaderCell className="text-right">Nợ</Table.HeaderCell>
                <Table.HeaderCell className="text-right">Có</Table.HeaderCell>
                <Table.HeaderCell className="text-right">Số dư</Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {all?.accounts.map((row) => (
                <Table.Row key={row.account}>
                  <Table.Cell>{ACCOUNT_NAMES[row.account] ?? row.account}</Table.Cell>
                  <Table.Cell className="text-right">{dong(row.debit_vnd)}</Table.Cell>
                  <Table.Cell className="text-right">{dong(row.credit_vnd)}</Table.Cell>
                  <Table.Cell className="text-right" data-testid={`balance-${row.account}`}>{dong(row.balance_vnd)}</Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
        {all?.accounts.length === 0 && <Text className="px-6 py-4">Chưa có bút toán nào. Bút toán đầu tiên xuất hiện khi có đơn được trả tiền.</Text>}
      </Container>
      <Adjustments key={proposals} shops={all?.sellers ?? []} onBooked={() => void Promise.all([reloadAccounts(), reloadJournals()])} />
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-center gap-3 px-6 py-4">
          <Heading level="h2" className="grow">Bút toán</Heading>
          <Choice className="w-52" label="Gian hàng" value={seller} onChange={(value) => (setSeller(value), setOffset(0))} options={[[ALL, "Mọi gian hàng"], ...(all?.sellers ?? []).map(({ seller_id, name }): [string, string] => [seller_id, name])]} />
          <Choice className="w-52" label="Loại" value={kind} onChange={(value) => (setKind(value), setOffset(0))} options={[[ALL, "Mọi loại"], ...Object.entries(KIND_NAMES)]} />
          <Button variant="secondary" asChild>
            <a href={`/admin/ledger/journals.csv?${filters}`} download>Tải CSV</a>
          </Button>
        </div>
        <JournalTable journals={page?.journals ?? []} onProposed={() => (setProposals(proposals + 1), void reloadJournals())} />
        <Pages count={page?.count ?? 0} offset={offset} onOffset={setOffset} unit="bút toán" />
      </Container>
    </div>
  )
}

export const config = defineRouteConfig({ label: "Sổ cái", icon: BookOpen })
