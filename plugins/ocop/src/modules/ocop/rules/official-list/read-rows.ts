import type { Sentence } from "@cho-phien/administrative-units"
import { cleanText, isBroken, readAddress, readDate, readDecision, readProducerKind, readProductCode, readStars } from "./read-cells"
import type { Headers } from "./read-headers"
import { withoutGuard } from "./safe-cell"
import { cellName, type Decision, type Field, type ListRow, type Reason, type TableRow } from "./types"

const LONGEST_TEXT = 300

export type ReadRows = { rows: ListRow[]; ignored: number[]; decision: Decision }

/** The rows below the headings in the register's terms. Empty lines, section titles and totals (one filled cell) are left out. */
export function readRows(table: readonly TableRow[], headers: Headers): ReadRows {
  const above = table.filter((row) => row.number < headers.row)
  const decision = readDecision(above.flatMap((row) => row.cells.filter((cell) => !cell.formula).map((cell) => cell.text)).join(" "))
  const rows: ListRow[] = []
  const ignored: number[] = []
  for (const row of table) {
    if (row.number <= headers.row) continue
    const filled = row.cells.filter((cell) => cell.formula || cleanText(cell.text) !== "")
    const known = [...headers.columns].filter(([, column]) => row.cells[column]?.formula || cleanText(row.cells[column]?.text ?? ""))
    if (filled.length === 0) continue
    if (filled.length === 1 || known.length === 0 || isSection(row)) ignored.push(row.number)
    else rows.push(readRow(row, headers, decision))
  }
  return { rows, ignored, decision }
}

/** "I | Huyện Đồng Hỷ" */
function isSection(row: TableRow): boolean {
  const filled = row.cells.filter((cell) => cell.formula || cleanText(cell.text) !== "")
  return filled.length === 2 && /^([IVXLC]{1,7}|[A-H])\.?$/.test(cleanText(filled[0]?.text ?? ""))
}

function readRow(row: TableRow, headers: Headers, decision: Decision): ListRow {
  const reasons: Reason[] = []
  const blame = (field: Field, vi: string, en: string) => {
    const column = headers.columns.get(field)
    reasons.push({ field, cell: column === undefined ? null : cellName(column, row.number), message: { vi, en } })
  }
  const text = (field: Field): string => {
    const column = headers.columns.get(field)
    const cell = column === undefined ? undefined : row.cells[column]
    if (!cell) return ""
    if (cell.formula) blame(field, "Ô này là công thức. Hãy dán giá trị (Paste Values) rồi gửi lại.", "This cell is a formula. Paste its value and send the file again.")
    else if (isBroken(cell.text)) blame(field, "Ô này có ký tự hỏng; tệp có thể đã lưu sai bảng mã.", "This cell holds broken characters; the file may be in a wrong encoding.")
    else if (cell.text.length > LONGEST_TEXT) blame(field, `Ô này dài quá ${LONGEST_TEXT} ký tự.`, `This cell is longer than ${LONGEST_TEXT} characters.`)
    else return withoutGuard(cleanText(cell.text))
    return ""
  }
  const faulty = (field: Field) => reasons.some((reason) => reason.field === field)
  /** Reads a cell that may be empty; what is there but can't be read is blamed. */
  const read = <T>(field: Field, reader: (text: string) => T | null, message: Sentence): T | null => {
    const raw = text(field)
    const value = raw === "" ? null : reader(raw)
    if (raw !== "" && value === null) blame(field, message.vi, message.en)
    return value
  }
  const required = (field: Field, value: unknown, vi: string, en: string) => {
    if ((value === null || value === "") && !faulty(field)) blame(field, vi, en)
  }

  const name = text("name")
  required("name", name, "Thiếu tên sản phẩm.", "The name of the product is missing.")
  const producer_name = text("producer_name")
  required("producer_name", producer_name, "Thiếu tên chủ thể.", "The producer is missing.")
  const stars = read("star", readStars, { vi: "Không đọc được hạng sao. Ghi 3, 4 hoặc 5.", en: "The stars can't be read. Write 3, 4 or 5." })
  required("star", stars, "Thiếu hạng sao.", "The stars are missing.")
  if (stars !== null && stars < 3) blame("star", "Sản phẩm 1 hoặc 2 sao không được cấp giấy chứng nhận.", "Products of 1 or 2 stars get no certificate.")

  const decisionText = text("decision_no")
  const inCell = readDecision(decisionText)
  if (decisionText !== "" && inCell.decision_no === null) blame("decision_no", "Số quyết định cần dạng 124/QĐ-UBND.", "The number of a decision looks like 124/QĐ-UBND.")
  const decision_no = decisionText === "" ? decision.decision_no : inCell.decision_no
  required("decision_no", decision_no, "Thiếu số quyết định.", "The number of the decision is missing.")
  const sameDecision = decision_no !== null && decision_no === decision.decision_no
  const dateMessage = { vi: "Không đọc được ngày. Ghi ngày/tháng/năm, ví dụ 20/02/2023.", en: "The date can't be read. Write day/month/year, like 20/02/2023." }
  const issued_on = read("issued_on", readDate, dateMessage) ?? inCell.issued_on ?? (sameDecision ? decision.issued_on : null)
  required("issued_on", issued_on, "Thiếu ngày công nhận.", "The day of issue is missing.")
  const expires_on = read("expires_on", readDate, dateMessage)
  if (expires_on && issued_on && expires_on <= issued_on) blame("expires_on", "Ngày hết hạn phải sau ngày cấp.", "The last day must come after the day of issue.")

  const kindText = text("producer_kind")
  const address = readAddress(text("address"))
  const communeCode = text("commune_code")
  if (communeCode !== "" && !/^\d{4,5}$/.test(communeCode)) blame("commune_code", "Mã xã gồm 5 chữ số.", "A commune's code has 5 digits.")
  return {
    row: row.number,
    register_id: read("register_id", readRegisterId, { vi: "Ghi mã dạng ocop_… lấy từ sổ, hoặc chữ “mới”.", en: "Write an id like ocop_… out of the register, or “new”." }),
    code: read("code", (raw) => readProductCode(raw)?.code ?? null, {
      vi: "Mã sản phẩm cần dạng 19-05503-1-2026 (cũ: 83-829-28780-3-2022).",
      en: "A product's code looks like 19-05503-1-2026 (before: 83-829-28780-3-2022).",
    }),
    name,
    producer_name,
    producer_kind: readProducerKind(kindText) ?? readProducerKind(producer_name),
    place: {
      // A spreadsheet takes 05503 for a number and drops the zero.
      code: /^\d{4,5}$/.test(communeCode) ? communeCode.padStart(5, "0") : null,
      commune: text("commune") || address.commune,
      district: text("district") || address.district,
      province: text("province") || address.province,
    },
    product_set_no: read("product_set_no", readSetNo, { vi: "Bộ sản phẩm là số từ 1 đến 26.", en: "A product set is a number from 1 to 26." }),
    star: stars === 3 || stars === 4 || stars === 5 ? stars : null,
    decision_no,
    issued_on,
    issued_by: text("issued_by") || inCell.issued_by || (sameDecision ? decision.issued_by : null),
    expires_on,
    reasons,
  }
}

function readSetNo(text: string): number | null {
  const found = /^(?:bộ\s+)?(\d{1,2})(?:\.0+)?(?:\s*[.:–-].*)?$/iu.exec(text)
  const number = Number(found?.[1])
  return number >= 1 && number <= 26 ? number : null
}

function readRegisterId(text: string): string | null {
  if (/^(mới|moi|new)$/iu.test(text)) return "new"
  return /^ocop_[\w-]{1,60}$/.test(text) ? text : null
}
