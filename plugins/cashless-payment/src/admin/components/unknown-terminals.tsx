import { Container, Heading, Text } from "@medusajs/ui"
import type { UnknownTerminal } from "../../modules/cashless-payment/operations/unknown-terminals"
import { when } from "../lib/call-admin"

/** Payments and refunds of a VNPay terminal that is in no setting any more: nobody asks about them until somebody acts. */
export function UnknownTerminals({ terminals }: { terminals: UnknownTerminal[] }) {
  if (terminals.length === 0) return null
  return (
    <Container className="mb-4 flex flex-col gap-2" role="alert" data-testid="unknown-terminals">
      <Heading level="h2">Điểm bán VNPay không còn trong cấu hình</Heading>
      {terminals.map((terminal) => (
        <Text key={terminal.tmn_code}>{`${terminal.tmn_code}: ${waiting(terminal)}, từ ${when(terminal.since)}.`}</Text>
      ))}
      <Text className="text-ui-fg-subtle">
        Chợ không hỏi VNPay được về những khoản này: khách có thể đã trả tiền mà đơn không được ghi nhận. Ghi điểm bán cũ cùng khoá của nó vào VNPAY_FORMER_TERMINALS rồi khởi động lại, chợ sẽ tự hỏi
        và tự hoàn. Nếu không còn khoá, tra từng khoản trên trang quản trị của VNPay; khoản hoàn chưa gửi được quá ba
        ngày, hay VNPay đã nhận mà quá 30 ngày chưa rõ kết quả, được chuyển sang “Tiền cần chuyển trả”.
      </Text>
    </Container>
  )
}

function waiting({ attempts, refunds, accepted_refunds: accepted }: UnknownTerminal): string {
  const counts: [number, string][] = [[attempts, "lượt thanh toán chưa rõ kết quả"], [refunds, "khoản hoàn chưa gửi được"], [accepted, "khoản hoàn VNPay đã nhận, chưa rõ kết quả"]]
  return counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`).join(", ")
}
