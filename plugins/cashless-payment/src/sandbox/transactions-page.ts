import { dong, html, sandboxPage, type Markup } from "./page"

type Payment = { id: string; txn_ref: string; amount: string; order_info: string; transaction_status: string; query_plan: string; refund_plan: string }
type Refund = { payment_id: string; amount: string; transaction_no: string; plan: string; asked: number }

const STATUS: Record<string, string> = { "00": "Đã trả tiền", "01": "Đang chờ", "02": "Không thành công", "04": "Ngân hàng đã trừ, chưa rõ", "07": "Nghi ngờ gian lận" }

const DECISIONS = [
  ["success", "Thành công (duyệt)", ""],
  ["denied", "Từ chối", "warn"],
  ["suspected", "Nghi ngờ", "plain"],
] as const

const QUERY_PLANS = [
  ["answer", "Trả lời đúng"],
  ["silent", "Im lặng"],
  ["forged", "Chữ ký giả"],
  ["too_often", "Hỏi quá dày (94)"],
] as const

const REFUND_PLANS = [
  ["accept", "Nhận và hoàn"],
  ["slow", "Nhận, hoàn chậm"],
  ["reject", "Nhận rồi từ chối (09)"],
  ["refuse", "Không nhận (95)"],
  ["busy", "Đang bận lần đầu (94)"],
  ["silent", "Nhận nhưng im lặng"],
] as const

/** What the simulated VNPay knows, with the levers a tester needs. */
export function transactionsPage(payments: Payment[], refunds: Refund[]): string {
  return sandboxPage(
    "Giao dịch ở cổng",
    html`<h1>Giao dịch ở cổng VNPay (mô phỏng)</h1>
${payments.length === 0 ? html`<p class="note">Chưa có giao dịch nào.</p>` : ""}
${payments.map((payment) => card(payment, refunds.filter(({ payment_id }) => payment_id === payment.id)))}`,
  )
}

function card(payment: Payment, refunds: Refund[]): Markup {
  return html`<form class="card" method="post" action="/sandbox/vnpay/transactions/${payment.txn_ref}">
  <p class="amount">${dong(Number(payment.amount) / 100)}</p>
  <dl>
    <dt>Mã</dt><dd>${payment.txn_ref}</dd>
    <dt>Nội dung</dt><dd>${payment.order_info}</dd>
    <dt>Tình trạng</dt><dd>${STATUS[payment.transaction_status] ?? payment.transaction_status}</dd>
    ${refunds.map((refund) => html`<dt>Hoàn tiền ${refund.transaction_no}</dt><dd>${dong(Number(refund.amount) / 100)}, đã hỏi ${refund.asked} lần</dd>`)}
  </dl>
  ${select(`query-${payment.id}`, "query_plan", "Khi bị hỏi (querydr)", QUERY_PLANS, payment.query_plan)}
  ${select(`refund-${payment.id}`, "refund_plan", "Khi được yêu cầu hoàn tiền", REFUND_PLANS, payment.refund_plan)}
  <button class="plain">Lưu cách trả lời</button>
  ${DECISIONS.map(([outcome, words, look]) => html`<button class="${look}" name="outcome" value="${outcome}">${words}</button>`)}
</form>`
}

function select(id: string, name: string, label: string, options: readonly (readonly [string, string])[], chosen: string): Markup {
  return html`<label for="${id}">${label}</label>
  <select id="${id}" name="${name}">${options.map(([value, words]) => (value === chosen ? html`<option value="${value}" selected>${words}</option>` : html`<option value="${value}">${words}</option>`))}</select>`
}
