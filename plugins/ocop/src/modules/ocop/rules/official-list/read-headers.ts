import { foldedWords } from "@cho-phien/administrative-units"
import type { Field, TableRow } from "./types"

/** The usual spellings of each heading, folded. The first one, in full letters, is the template's. */
const SPELLINGS: Record<Field, string[]> = {
  register_id: ["ma so dang ky", "ma trong so", "ma so cho phien", "register id"],
  code: ["ma so san pham", "ma san pham", "ma san pham ocop", "ma ocop", "ma so san pham ocop", "ma sp", "product code"],
  name: ["ten san pham", "san pham", "ten san pham ocop", "ten sp", "san pham ocop", "ten san pham dich vu", "product name", "product"],
  producer_name: ["chu the", "ten chu the", "chu the san xuat", "chu the ocop", "don vi san xuat", "co so san xuat", "ten co so", "ten don vi", "don vi", "chu so huu", "ten chu the san xuat", "chu the san xuat kinh doanh", "producer"],
  producer_kind: ["loai hinh chu the", "loai hinh", "loai chu the", "loai hinh to chuc", "kind of producer"],
  commune_code: ["ma xa", "ma xa phuong", "ma phuong xa", "ma don vi hanh chinh", "ma dvhc", "commune code"],
  commune: ["xa phuong", "xa", "phuong", "phuong xa", "xa phuong thi tran", "xa phuong dac khu", "xa thi tran", "ten xa", "phuong xa thi tran", "commune"],
  district: ["huyen", "huyen cu", "quan huyen", "huyen thanh pho", "huyen thi xa", "huyen thi xa thanh pho", "quan huyen cu", "huyen tp", "huyen tx tp", "huyen thanh pho thi xa", "district"],
  province: ["tinh", "tinh thanh pho", "tinh thanh", "ten tinh", "tinh tp", "province"],
  address: ["dia chi", "dia chi san xuat", "dia chi chu the", "dia chi co so", "noi san xuat", "address"],
  product_set_no: ["bo san pham", "so bo san pham", "bo tieu chi", "bo san pham so", "nhom san pham so", "product set"],
  star: ["hang sao", "so sao", "hang", "xep hang", "phan hang", "ket qua phan hang", "ket qua", "hang san pham", "xep hang sao", "dat hang", "sao", "phan hang san pham", "ket qua danh gia", "stars", "star"],
  decision_no: ["so quyet dinh", "quyet dinh", "quyet dinh so", "so qd", "qd cong nhan", "quyet dinh cong nhan", "so quyet dinh cong nhan", "so ngay quyet dinh", "decision"],
  issued_on: ["ngay cong nhan", "ngay quyet dinh", "ngay ky", "ngay ban hanh", "ngay cap", "ngay qd", "ngay thang nam", "ngay thang", "ngay ky quyet dinh", "ngay thang quyet dinh", "ngay ra quyet dinh", "date of issue"],
  issued_by: ["co quan ban hanh", "co quan cong nhan", "noi cap", "co quan cap", "don vi cap", "cap cong nhan", "co quan ky", "don vi ban hanh", "issued by"],
  expires_on: ["ngay het han", "het han", "thoi han", "hieu luc den", "han su dung giay chung nhan", "co gia tri den", "het hieu luc", "ngay het hieu luc", "valid until"],
}

const BY_SPELLING = new Map<string, Field>(
  (Object.entries(SPELLINGS) as [Field, string[]][]).flatMap(([field, spellings]) => spellings.map((spelling) => [spelling, field] as const)),
)
const LONGEST_FIRST = [...BY_SPELLING].filter(([spelling]) => spelling.includes(" ")).sort(([a], [b]) => b.length - a.length)
const NEEDED: Field[] = ["name", "producer_name", "star"]
/** Titles, the decision's own line and empty lines may stand above the headings, no more. */
const MOST_LINES_ABOVE = 20

export type Headers = { row: number; columns: Map<Field, number>; twice: { field: Field; columns: number[] } | null }
export type HeaderAnswer = { headers: Headers } | { missing: Field[] }

/** The field a heading names, also with something in brackets or behind it: "Tên chủ thể (HTX, THT…)". */
export function fieldOf(heading: string): { field: Field; exact: boolean } | null {
  for (const text of [heading, heading.replace(/\([^)]*\)?/g, " ")]) {
    const field = BY_SPELLING.get(foldedWords(text.slice(0, 200)).join(" "))
    if (field) return { field, exact: true }
  }
  const folded = `${foldedWords(heading.slice(0, 200)).join(" ")} `
  const [, field] = LONGEST_FIRST.find(([spelling]) => folded.startsWith(`${spelling} `)) ?? []
  return field ? { field, exact: false } : null
}

/** Finds the line of headings: the one in which most fields are recognised. */
export function readHeaders(rows: readonly TableRow[]): HeaderAnswer {
  let best: Headers | null = null
  let fewestMissing: Field[] = NEEDED
  for (const row of rows.slice(0, MOST_LINES_ABOVE)) {
    const headers = headersOf(row)
    const missing = NEEDED.filter((field) => !headers.columns.has(field))
    if (missing.length < fewestMissing.length || (missing.length === 0 && best === null)) fewestMissing = missing
    if (missing.length === 0 && (best === null || headers.columns.size > best.columns.size)) best = headers
  }
  return best ? { headers: best } : { missing: fewestMissing }
}

function headersOf(row: TableRow): Headers {
  const columns = new Map<Field, number>()
  const exact = new Map<Field, number[]>()
  row.cells.forEach(({ text, formula }, column) => {
    const found = formula || !text ? null : fieldOf(text)
    if (!found) return
    if (found.exact) exact.set(found.field, [...(exact.get(found.field) ?? []), column])
    else if (!columns.has(found.field)) columns.set(found.field, column)
  })
  for (const [field, [column]] of exact) columns.set(field, column as number)
  const [twice] = [...exact].filter(([, places]) => places.length > 1)
  return { row: row.number, columns, twice: twice ? { field: twice[0], columns: twice[1] } : null }
}
