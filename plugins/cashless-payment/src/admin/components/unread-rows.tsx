import { Button, Container, Label, Table, Text, Textarea } from "@medusajs/ui"
import { useState } from "react"
import type { ListProblem, UnreadRowView } from "../../modules/cashless-payment/operations/unread-rows"
import { callAdmin, when } from "../lib/call-admin"
import { usePage } from "../lib/use-page"
import { DeskDrawer } from "./desk-drawer"
import { ListFrame } from "./list-frame"

type Page = { rows: UnreadRowView[]; count: number; lists: ListProblem[] }

const NAMES: Record<string, string> = { sepay: "SePay", payos: "payOS", casso: "Casso" }

/** Rows of aggregators' lists that could not be read, and lists that can't be read at all. Where there are none, nothing. */
export function UnreadRows() {
  const list = usePage<Page>("/unread-rows")
  const [open, setOpen] = useState<UnreadRowView | null>(null)
  const { page, problem } = list
  // What was loaded before stays: that it could not be asked again takes nothing of it back.
  return (
    <>
      {problem ? <NotLoaded problem={problem} onAgain={() => void list.reload()} /> : null}
      {page?.lists.map(({ provider, problem, read_at }) => (
        <Container key={provider} className="mb-4" role="alert" data-testid={`list-problem-${provider}`}>
          <Text>{`${problemInWords(problem, NAMES[provider] ?? provider)} ${read_at ? `Lần cuối xem được trọn vẹn: ${when(read_at)}.` : "Chưa lần nào xem được trọn vẹn."}`}</Text>
          <Text className="text-ui-fg-subtle">Chợ hỏi lại mỗi phút; khi xem được, tiền đã vào trong lúc ấy được ghi nhận. Chi tiết nằm trong nhật ký của máy chủ.</Text>
        </Container>
      ))}
      {page && page.count > 0 ? (
        <div className="mb-4">
          <ListFrame
            title="Dòng sao kê không đọc được"
            hint="Các dòng khác vẫn được ghi nhận. Tra dòng này trong sao kê ngân hàng: nếu là tiền của một đơn, báo gian hàng ghi đã nhận tiền, hoặc trả lại người gửi; rồi ghi đã xử lý thế nào."
            empty=""
            heading="h2"
            unit="dòng"
            list={{ ...list, problem: null }}
            columns={["Thấy từ", "Danh sách", "Nội dung dòng", "Chỗ không đọc được", { acts: "Việc cần làm" }]}
          >
            {page.rows.map((row) => (
              <Table.Row key={row.id} data-testid="unread-row">
                <Table.Cell>{when(row.first_seen_at)}</Table.Cell>
                <Table.Cell>{[NAMES[row.provider] ?? row.provider, row.account ? `của tài khoản ${row.account.account_number}` : "của chợ"].join(" ")}</Table.Cell>
                <Table.Cell className="whitespace-normal break-all py-2">{row.shown || "Không có phần nào hiện được."}</Table.Cell>
                <Table.Cell className="whitespace-normal">{row.fields.join(", ") || "Cả dòng"}</Table.Cell>
                <Table.Cell>
                  <Button size="small" variant="secondary" className="whitespace-nowrap" onClick={() => setOpen(row)}>Đã xử lý</Button>
                </Table.Cell>
              </Table.Row>
            ))}
          </ListFrame>
        </div>
      ) : null}
      {open ? <UnreadRowDrawer row={open} onClose={() => setOpen(null)} onDone={() => void list.reload()} /> : null}
    </>
  )
}

/** What the list's code says (aggregators/list-error). */
function problemInWords(code: string, name: string): string {
  if (code === "not_taken") return `Đã xem danh sách giao dịch của ${name} nhưng có khoản chưa ghi nhận được; các khoản khác không phải chờ khoản ấy.`
  if (code === "unreadable") return `Danh sách giao dịch của ${name} có quá nhiều dòng không đọc được, có thể bên đó đã đổi định dạng; các dòng đọc được vẫn được ghi nhận.`
  if (code === "internal") return `Máy chủ của chợ gặp lỗi khi xem danh sách giao dịch của ${name}; có thể có khoản chưa ghi nhận.`
  return `Chưa xem được danh sách giao dịch của ${name}: ${causeOf(code)}.`
}

function causeOf(code: string): string {
  if (code === "http_401" || code === "http_403") return "khoá bị từ chối, kiểm tra khoá trong cấu hình"
  if (code.startsWith("http_")) return `máy chủ bên đó báo lỗi HTTP ${code.slice("http_".length)}`
  if (code === "http") return "không kết nối được, kiểm tra địa chỉ trong cấu hình nếu kéo dài"
  return "câu trả lời không phải là một danh sách đầy đủ"
}

function NotLoaded({ problem, onAgain }: { problem: string; onAgain: () => void }) {
  return (
    <Container className="mb-4 flex items-center gap-4" role="alert" data-testid="unread-rows-problem">
      <Text>{`Chưa tải được các dòng sao kê không đọc được: ${problem}`}</Text>
      <Button size="small" variant="secondary" onClick={onAgain}>Thử lại</Button>
    </Container>
  )
}

function UnreadRowDrawer({ row, onClose, onDone }: { row: UnreadRowView; onClose: () => void; onDone: () => void }) {
  const [note, setNote] = useState("")
  async function submit() {
    await callAdmin(`/unread-rows/${row.id}/resolve`, { note })
    onDone()
  }
  return (
    <DeskDrawer open title="Dòng này đã xử lý thế nào?" submit="Ghi là đã xử lý" onSubmit={submit} onClose={onClose}>
      <Text className="break-all">{row.shown}</Text>
      <div>
        <Label htmlFor="unread-note">Ghi chú</Label>
        <Textarea id="unread-note" value={note} onChange={(event) => setNote(event.target.value)} placeholder="Ví dụ: tiền đơn 12, gian hàng đã ghi nhận" />
      </div>
    </DeskDrawer>
  )
}
