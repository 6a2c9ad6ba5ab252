import type { BatchLine } from "../components/payout-batch"

/** Words of payouts, as the operator reads them. */
export const WAY_NAMES: Record<string, string> = { bank_file: "Tệp nộp ngân hàng", payos: "Lệnh chi payOS" }

const LINE_STATES: Record<string, string> = { planned: "Chờ duyệt", in_transit: "Đang chuyển", paid: "Đã trả", failed: "Không trả được", canceled: "Bỏ ra", reversed: "Đã trả rồi bị trả lại" }
const TRANSFER_STATES: Record<string, string> = { queued: "chờ gửi payOS", sending: "đã gửi, chưa rõ payOS nhận chưa", refused: "payOS từ chối, đang hỏi lại", taken: "payOS đang chuyển", stuck: "cần người xem", withdrawn: "đã rút, không gửi" }
const PROBLEMS: Record<string, string> = {
  balance_low: "kênh payOS không đủ số dư",
  balance_unknown: "chưa hỏi được số dư kênh payOS",
  several: "payOS có nhiều lệnh cùng mã",
  mismatch: "lệnh ở payOS khác số tiền hoặc tài khoản đã duyệt",
  not_there: "payOS không thấy lệnh, quá lâu để gửi lại: tra trên trang payOS",
  vanished: "payOS đã nhận nhưng nay không thấy lệnh",
  line_failed_before: "payOS đã trả dù dòng này đã ghi là không trả được: có thể trả hai lần",
  line_paid_before: "payOS báo không trả được dù dòng này đã ghi là đã trả",
  failed: "payOS không nói lý do",
  failed_after_paid: "payOS báo đã trả, rồi lại báo không trả được: tra trên trang payOS",
  reversed: "payOS không nói lý do",
  balance_changed: "số dư đã giảm",
  held: "tiền còn đang giữ: hàng chưa đến tay người mua",
}

export function problemWords(problem: string): string {
  return PROBLEMS[problem] ?? problem
}

/** Everything there is to say about where a line's money is. */
export function lineWords({ state, transfer, bank_reference, failure }: BatchLine): string {
  const open = state === "in_transit" || state === "planned"
  const problem = transfer?.problem && transfer.problem !== failure ? problemWords(transfer.problem) : null
  const said = failure && failure !== "batch_canceled" ? problemWords(failure) : null
  return [LINE_STATES[state] ?? state, open && transfer ? TRANSFER_STATES[transfer.state] : null, bank_reference, said, problem].filter(Boolean).join(" · ")
}
