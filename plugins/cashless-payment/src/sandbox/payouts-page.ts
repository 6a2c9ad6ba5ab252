import { payosProgress, type PayosPlan } from "../modules/sandbox-gateway/rules/payos-plans"
import { dong, html, sandboxPage, type Markup } from "./page"

type Payout = { reference_id: string; amount_vnd: number; description: string; to_bin: string; to_account_number: string; plan: string; asked: number }
type Plan = { account_number: string; plan: string }

const STATES: Record<string, string> = { RECEIVED: "Đã nhận lệnh", PROCESSING: "Đang chuyển", ON_HOLD: "Đang giữ lại", SUCCEEDED: "Đã chuyển", FAILED: "Không chuyển được", REVERSED: "Bị trả lại" }

const PLANS: [PayosPlan, string][] = [
  ["pay", "Chuyển"],
  ["slow", "Chuyển, nhưng chậm"],
  ["reject", "Nhận lệnh rồi báo tài khoản đã đóng"],
  ["reverse", "Chuyển, rồi tiền bị trả lại"],
  ["refuse", "Không nhận: sai tài khoản"],
  ["insufficient", "Không nhận: không đủ số dư"],
  ["hold", "Nhận lệnh rồi giữ lại"],
  ["timeout", "Nhận lệnh nhưng không trả lời (một lần)"],
  ["lost", "Không nhận, không trả lời (một lần)"],
  ["busy", "Báo bận 503 (một lần)"],
]

/** What the simulated payOS was told to pay out, and what it is to do with the next order for an account. */
export function payoutsPage(payouts: Payout[], plans: Plan[], fundsVnd: number): string {
  return sandboxPage(
    "Lệnh chi ở payOS",
    html`<h1>Lệnh chi ở payOS (mô phỏng)</h1>
<p>Số dư kênh chuyển tiền: <strong>${dong(fundsVnd)}</strong></p>
<form class="card" method="post" action="/sandbox/payos/payouts">
  <h2>Lệnh chi sắp tới</h2>
  <label for="account">Số tài khoản người nhận</label><input id="account" name="account_number" required maxlength="19">
  <label for="plan">payOS sẽ</label>
  <select id="plan" name="plan">${PLANS.map(([id, words]) => html`<option value="${id}">${words}</option>`)}</select>
  <button>Đặt cách trả lời</button>
  ${plans.map(({ account_number, plan }) => html`<p class="note">${account_number}: ${PLANS.find(([id]) => id === plan)?.[1] ?? plan}</p>`)}
</form>
${payouts.length === 0 ? html`<p class="note">Chưa có lệnh chi nào.</p>` : ""}
${payouts.map(card)}`,
  )
}

function card(payout: Payout): Markup {
  const { transaction } = payosProgress(payout.plan, payout.asked)
  return html`<div class="card">
  <p class="amount">${dong(payout.amount_vnd)}</p>
  <dl>
    <dt>Đến</dt><dd>${payout.to_bin} ${payout.to_account_number}</dd>
    <dt>Nội dung</dt><dd>${payout.description}</dd>
    <dt>Mã tham chiếu</dt><dd>${payout.reference_id}</dd>
    <dt>Tình trạng</dt><dd>${STATES[transaction] ?? transaction}</dd>
  </dl>
</div>`
}
