import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CurrencyDollar } from "@medusajs/icons"
import { Badge, Button, Container, Heading, Table, Text, toast } from "@medusajs/ui"
import { useCallback, useEffect, useState } from "react"
import { ResolveDrawer } from "../../components/resolve-drawer"

export type UnmatchedTransaction = {
  id: string
  bank_name: string
  account_number: string
  amount_vnd: number
  memo: string
  reference_code: string | null
  booked_at: string
  reason: string
  intent_id: string | null
}

const PAGE_SIZE = 20

/** Why the money could not be assigned, in the operator's words. */
const REASONS: Record<string, string> = {
  unknown_memo: "Không có mã đơn trong nội dung",
  unknown_order: "Không có giao dịch này",
  wrong_account: "Chuyển nhầm tài khoản",
  wrong_amount: "Sai số tiền",
  late: "Đến sau khi đơn đã hủy",
  already_paid: "Đơn đã được trả trước đó",
}

export default function UnmatchedMoneyPage() {
  const [transactions, setTransactions] = useState<UnmatchedTransaction[]>([])
  const [count, setCount] = useState(0)
  const [offset, setOffset] = useState(0)
  const [resolving, setResolving] = useState<UnmatchedTransaction | null>(null)

  const load = useCallback(async () => {
    const response = await fetch(`/admin/cashless-payment/unmatched?limit=${PAGE_SIZE}&offset=${offset}`, { credentials: "include" })
    if (!response.ok) {
      toast.error("Không tải được danh sách. Hãy thử lại.")
      return
    }
    const page = (await response.json()) as { transactions: UnmatchedTransaction[]; count: number }
    setTransactions(page.transactions)
    setCount(page.count)
  }, [offset])

  useEffect(() => {
    void load()
  }, [load])

  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h1">Tiền chưa rõ của đơn nào</Heading>
        <Text className="text-ui-fg-subtle">
          {count === 0 ? "Không có khoản nào đang chờ." : `${count} khoản đang chờ. Trả lại người chuyển hoặc gán cho đơn, rồi ghi lại đã làm gì.`}
        </Text>
      </div>
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>Lúc</Table.HeaderCell>
            <Table.HeaderCell className="text-right">Số tiền</Table.HeaderCell>
            <Table.HeaderCell>Lý do</Table.HeaderCell>
            <Table.HeaderCell>Tài khoản nhận</Table.HeaderCell>
            <Table.HeaderCell>Nội dung</Table.HeaderCell>
            <Table.HeaderCell />
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {transactions.map((transaction) => (
            <Table.Row key={transaction.id}>
              <Table.Cell>{new Date(transaction.booked_at).toLocaleString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh" })}</Table.Cell>
              <Table.Cell className="text-right">{transaction.amount_vnd.toLocaleString("vi-VN")} ₫</Table.Cell>
              <Table.Cell>
                <Badge size="2xsmall" color="orange">{REASONS[transaction.reason] ?? transaction.reason}</Badge>
              </Table.Cell>
              <Table.Cell>{`${transaction.bank_name} ${transaction.account_number}`}</Table.Cell>
              <Table.Cell className="whitespace-normal break-all">{`${transaction.memo} ${transaction.reference_code ?? ""}`}</Table.Cell>
              <Table.Cell>
                <Button size="small" variant="secondary" onClick={() => setResolving(transaction)}>Đã xử lý</Button>
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      <Table.Pagination
        count={count}
        pageSize={PAGE_SIZE}
        pageIndex={offset / PAGE_SIZE}
        pageCount={Math.max(1, Math.ceil(count / PAGE_SIZE))}
        canPreviousPage={offset > 0}
        canNextPage={offset + PAGE_SIZE < count}
        previousPage={() => setOffset(offset - PAGE_SIZE)}
        nextPage={() => setOffset(offset + PAGE_SIZE)}
      />
      <ResolveDrawer transaction={resolving} onClose={() => setResolving(null)} onDone={() => void load()} />
    </Container>
  )
}

export const config = defineRouteConfig({ label: "Tiền chưa rõ", icon: CurrencyDollar })
