import { ApiError, type Sentence } from "@cho-phien/administrative-units"
import { MAX_STATEMENT_LINES } from "./limits"

const refusal = (type: "not_found" | "conflict" | "invalid_data" | "not_allowed", code: string, message: Sentence, fields?: Record<string, Sentence>, details?: Record<string, unknown>) =>
  new ApiError({ type, code: `payout.${code}`, message, fields, details })

/** Every refusal of the payouts, with its words. */
export const payoutErrors = {
  nothingToPay: (skipped: unknown) =>
    refusal("conflict", "nothing_to_pay", { vi: "Chưa có gian hàng nào đủ điều kiện chi trả.", en: "There is no seller to be paid now." }, undefined, { skipped }),
  batchNotFound: () => refusal("not_found", "batch_not_found", { vi: "Không tìm thấy đợt chi trả này.", en: "There is no such batch." }),
  lineNotFound: () => refusal("not_found", "line_not_found", { vi: "Không tìm thấy dòng chi trả này.", en: "There is no such payout." }),
  samePerson: () =>
    refusal("not_allowed", "same_person", { vi: "Người lập đợt chi trả không được tự duyệt. Cần một người khác.", en: "Whoever made a batch cannot approve it. Another person has to." }),
  wrongState: () => refusal("conflict", "wrong_state", { vi: "Đợt chi trả không còn ở bước này. Hãy tải lại trang.", en: "The batch is past this step. Please load the page again." }),
  heldSince: (shops: string[]) =>
    refusal(
      "conflict",
      "held_since",
      { vi: `Sau khi duyệt, tiền của ${shops.join(", ")} lại bị giữ. Nếu ngân hàng chưa nhận tệp: bỏ các dòng ấy ra rồi tải tệp mới. Nếu ngân hàng đã nhận tệp có các dòng ấy: tải lại trang và bấm “Ngân hàng đã nhận tệp”.`, en: `Since the approval money of ${shops.join(", ")} is held. If the bank has no file yet, take those lines out and make a new file. If it has one with those lines in it, load the page again and say so there.` },
      undefined,
      { shops },
    ),
  lineSettled: () => refusal("conflict", "line_settled", { vi: "Dòng này đã xong hoặc chưa được gửi ngân hàng.", en: "This payout is over, or has not been sent yet." }),
  atProvider: () =>
    refusal("conflict", "at_provider", { vi: "payOS đang giữ lệnh này, hoặc chưa rõ đã nhận hay chưa. Chưa thể ghi là không trả được: tiền có thể đi hai lần.", en: "payOS has this order, or may have it. It cannot be called failed yet: the money could go out twice." }),
  nothingToAsk: () => refusal("conflict", "nothing_to_ask", { vi: "Dòng này không có lệnh nào đang chờ ở payOS.", en: "No order of this payout is open at payOS." }),
  payosNotSet: () =>
    refusal("conflict", "payos_not_set", { vi: "Chưa khai kênh chuyển tiền payOS (PAYOS_PAYOUT_…).", en: "No payOS channel is set (PAYOS_PAYOUT_…)." }, { way: { vi: "Chọn tệp ngân hàng.", en: "Choose the bank file." } }),
  goesByPayos: () => refusal("conflict", "goes_by_payos", { vi: "Đợt này chi qua payOS, không có tệp ngân hàng: nộp thêm tệp là trả hai lần.", en: "This batch goes by payOS and has no bank file: handing one in as well would pay twice." }),
  unknownLayout: () => refusal("not_found", "unknown_layout", { vi: "Không có mẫu tệp này.", en: "There is no such layout." }),
  noAccount: () => refusal("conflict", "no_account", { vi: "Gian hàng chưa khai tài khoản ngân hàng.", en: "The shop has named no bank account." }),
  statement: (problem: "no_headings" | "no_lines" | "bad_row" | "too_long", row?: number) =>
    refusal("invalid_data", `statement_${problem}`, STATEMENT[problem](row), { file: STATEMENT[problem](row) }, row === undefined ? undefined : { row }),
  differenceNotFound: () => refusal("not_found", "difference_not_found", { vi: "Không còn chênh lệch này.", en: "This difference is no longer open." }),
}

const STATEMENT: Record<"no_headings" | "no_lines" | "bad_row" | "too_long", (row?: number) => Sentence> = {
  no_headings: () => ({ vi: "Không thấy hàng tiêu đề có ngày, số tiền ghi nợ và nội dung.", en: "No headings with day, debit and memo were found." }),
  no_lines: () => ({ vi: "Sao kê không có dòng tiền ra nào.", en: "The statement has no outgoing line." }),
  bad_row: (row) => ({ vi: `Dòng ${row}: ngày hoặc số tiền đọc không được.`, en: `Row ${row}: the day or the amount cannot be read.` }),
  too_long: () => ({ vi: `Mỗi lần chỉ nhận tối đa ${MAX_STATEMENT_LINES.toLocaleString("vi")} dòng. Hãy chia sao kê ra.`, en: `At most ${MAX_STATEMENT_LINES.toLocaleString("en")} lines at a time. Please split the statement.` }),
}
