import type { PayOrder } from "./gateway"
import { dong, html, sandboxPage } from "./page"

const BANKS = [
  ["", "Chọn ở cổng (thẻ NCB)"],
  ["VNPAYQR", "Quét VNPAY-QR"],
  ["VNBANK", "Thẻ, tài khoản trong nước"],
  ["INTCARD", "Thẻ quốc tế"],
] as const

export function payPage(order: PayOrder, query: string, bankCode: string): string {
  return sandboxPage(
    "Cổng thanh toán",
    html`<h1>Cổng thanh toán VNPay (mô phỏng)</h1>
<section class="card" aria-label="Đơn thanh toán">
  <p class="amount">${dong(order.amountVnd)}</p>
  <dl><dt>Nội dung</dt><dd>${order.orderInfo}</dd><dt>Mã giao dịch</dt><dd>${order.txnRef}</dd></dl>
</section>
<form class="card" method="post">
  <input type="hidden" name="query" value="${query}">
  <label for="bank_code">Trả bằng</label>
  <select id="bank_code" name="bank_code">${BANKS.map(([code, words]) => (code === bankCode ? html`<option value="${code}" selected>${words}</option>` : html`<option value="${code}">${words}</option>`))}</select>
  <h2>Chọn điều sẽ xảy ra</h2>
  <label for="ipn">Cổng báo kết quả cho sàn (IPN)</label>
  <select id="ipn" name="ipn">
    <option value="before">Trước khi người mua quay về</option>
    <option value="after">Sau khi người mua đã quay về</option>
    <option value="twice">Báo hai lần</option>
    <option value="late">Báo muộn</option>
    <option value="out_of_order">Báo lộn thứ tự (thành công trước, lần sai OTP sau)</option>
    <option value="never">Không báo (thông báo bị mất)</option>
  </select>
  <button name="outcome" value="success" data-testid="vnpay-success">Thanh toán thành công</button>
  <button class="warn" name="outcome" value="insufficient" data-testid="vnpay-insufficient">Tài khoản không đủ số dư</button>
  <button class="warn" name="outcome" value="wrong_otp" data-testid="vnpay-wrong-otp">Nhập sai mã OTP</button>
  <button class="warn" name="outcome" value="maintenance" data-testid="vnpay-maintenance">Ngân hàng bảo trì</button>
  <button class="warn" name="outcome" value="suspected" data-testid="vnpay-suspected">Trừ tiền nhưng nghi ngờ gian lận</button>
  <button class="warn" name="outcome" value="unclear" data-testid="vnpay-unclear">Ngân hàng đã trừ, cổng chưa rõ</button>
  <button class="plain" name="outcome" value="timeout" data-testid="vnpay-timeout">Hết thời gian thanh toán</button>
  <button class="plain" name="outcome" value="cancel" data-testid="vnpay-cancel">Huỷ giao dịch</button>
</form>`,
  )
}

export function errorPage(code: string, message: string): string {
  return sandboxPage(
    "Lỗi thanh toán",
    html`<h1>Không mở được giao dịch</h1>
<section class="card"><p class="bad">${message}</p><p class="note">Mã lỗi của cổng: code=${code}. Hãy quay lại đơn hàng và thử thanh toán lại.</p></section>`,
  )
}
