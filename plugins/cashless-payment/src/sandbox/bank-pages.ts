import type { VietqrTransfer } from "../modules/cashless-payment/rules/vietqr"
import { SANDBOX_PAYERS, type TransferReceipt } from "./bank"
import { MANGLINGS, type Mangling } from "./mangle-memo"
import { dong, html, Markup, sandboxPage } from "./page"

export function bankPage(payload: string, transfer: VietqrTransfer | null, problem: string | null): string {
  return sandboxPage(
    "Ngân hàng",
    html`<h1>Ngân hàng mô phỏng</h1>
<form class="card" method="get">
  <label for="payload">Nội dung mã VietQR</label>
  <textarea id="payload" name="payload" rows="3" required>${payload}</textarea>
  ${problem ? html`<p class="bad" role="alert">${problem}</p>` : ""}
  <button class="plain" data-testid="bank-read">Đọc mã</button>
</form>
${transfer ? transferForm(transfer) : ""}`,
  )
}

function transferForm(transfer: VietqrTransfer): Markup {
  return html`<form class="card" method="post">
  <h2>Chuyển tiền</h2>
  <label for="payer">Từ tài khoản (bịa ra để thử)</label>
  <select id="payer" name="payer">${SANDBOX_PAYERS.map((payer) => html`<option value="${payer.accountNumber}">${payer.accountNumber} – ${payer.name}</option>`)}</select>
  <label for="bin">Mã ngân hàng nhận (BIN)</label><input id="bin" name="bin" value="${transfer.bin}" inputmode="numeric" required>
  <label for="account_number">Số tài khoản nhận</label><input id="account_number" name="account_number" value="${transfer.accountNumber}" required>
  <label for="amount_vnd">Số tiền (đồng)</label><input id="amount_vnd" name="amount_vnd" value="${transfer.amountVnd ?? ""}" inputmode="numeric" required>
  <label for="memo">Nội dung chuyển tiền</label><input id="memo" name="memo" value="${transfer.memo ?? ""}">
  <label for="aggregators">Ai báo có cho sàn</label>
  <select id="aggregators" name="aggregators"><option value="sepay">SePay</option><option value="payos">payOS</option><option value="casso">Casso</option><option value="sepay,casso">SePay và Casso (cùng một khoản)</option><option value="none">Không ai</option></select>
  <label for="mangling">Ngân hàng ghi nội dung ra sao</label>
  <select id="mangling" name="mangling">${(Object.keys(MANGLINGS) as Mangling[]).map((name) => html`<option value="${name}">${MANGLING_LABELS[name]}</option>`)}</select>
  <label for="notices">Báo mấy lần</label>
  <select id="notices" name="notices"><option value="1">Một lần</option><option value="2">Hai lần (trùng)</option><option value="0">Không báo (thất lạc, chỉ danh sách giao dịch còn)</option></select>
  <button data-testid="bank-pay">Chuyển tiền</button>
</form>`
}

const MANGLING_LABELS: Record<Mangling, string> = {
  vietcombank: "Thêm mã ngân hàng ở đầu, người chuyển ở cuối",
  plain: "Giữ nguyên",
  stripped: "Bỏ hết dấu cách và dấu câu",
  lower: "Chữ thường",
  hyphened: "Chèn gạch nối",
  prefixed: "Thêm chữ ở đầu",
  suffixed: "Thêm chữ ở cuối",
}

export function receiptPage(amountVnd: number, receipt: TransferReceipt): string {
  const heard = receipt.deliveries.some(({ status }) => status >= 200 && status < 300)
  return sandboxPage(
    "Đã chuyển tiền",
    html`<h1>Đã chuyển tiền</h1>
<section class="card" data-testid="bank-receipt">
  <p class="amount">${dong(amountVnd)}</p>
  <p class="${heard ? "good" : "bad"}">${heard ? "Ngân hàng đã báo có cho sàn." : "Sàn chưa nhận được báo có."}</p>
  <dl>
    <dt>Mã giao dịch</dt><dd>${receipt.reference_code}</dd>
    <dt>Nội dung trên sao kê</dt><dd>${receipt.memo_on_statement}</dd>
    ${receipt.deliveries.map(({ aggregator, status, body }) => html`<dt>Sàn trả lời ${aggregator}</dt><dd>${status} ${JSON.stringify(body)}</dd>`)}
  </dl>
  <p class="note">Có thể đóng trang này; trang đơn hàng tự cập nhật.</p>
</section>`,
  )
}
