import fc from "fast-check"
import { expect, test } from "vitest"
import { fieldOf, readHeaders } from "./read-headers"
import { readRows } from "./read-rows"
import { csvLine, safeCell, withoutGuard } from "./safe-cell"
import type { TableRow } from "./types"

const table = (...lines: string[][]): TableRow[] => lines.map((cells, index) => ({ number: index + 1, cells: cells.map((text) => ({ text })) }))

function read(rows: TableRow[]) {
  const answer = readHeaders(rows)
  if ("missing" in answer) throw new Error(answer.missing.join())
  return readRows(rows, answer.headers)
}

test.each([
  ["TÊN SẢN PHẨM", "name"],
  ["Ten san pham", "name"],
  ["Tên chủ thể (HTX, THT, doanh nghiệp)", "producer_name"],
  ["Chủ thể sản xuất/kinh doanh", "producer_name"],
  ["Kết quả phân hạng", "star"],
  ["Hạng\nsao", "star"],
  ["Số QĐ", "decision_no"],
  ["Ngày ký quyết định", "issued_on"],
  ["Xã/phường/thị trấn", "commune"],
  ["Huyện, thành phố", "district"],
  ["Mã số sản phẩm (nếu có)", "code"],
  ["Ngày hết hạn", "expires_on"],
])("the heading %s is %s", (heading, field) => expect(fieldOf(heading)?.field).toBe(field))

test.each(["STT", "Ghi chú", "Số điện thoại", ""])("the heading %s is none of ours", (heading) => expect(fieldOf(heading)).toBeNull())

test("a list as a province writes it is read with its titles, sections and totals", () => {
  const { rows, ignored } = read(
    table(
      ["UBND TỈNH THÁI NGUYÊN"],
      ["DANH SÁCH SẢN PHẨM OCOP (kèm theo Quyết định số 310/QĐ-UBND ngày 15/06/2026 của UBND tỉnh Thái Nguyên)"],
      ["STT", "Tên sản phẩm", "Chủ thể", "Địa chỉ", "Hạng sao"],
      ["I", "Thành phố Thái Nguyên"],
      ["1", "Chè Đinh", "HTX chè Hảo Đạt", "xã Tân Cương, TP Thái Nguyên", "4 sao"],
      [],
      ["Tổng cộng: 1 sản phẩm"],
    ),
  )
  expect(ignored).toEqual([4, 7])
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ row: 5, star: 4, decision_no: "310/QĐ-UBND", issued_on: "2026-06-15", issued_by: "UBND tỉnh Thái Nguyên", producer_kind: "cooperative", reasons: [], place: { commune: "xã Tân Cương", district: "TP Thái Nguyên" } })
})

test("every wrong cell is named", () => {
  const rows = table(["Tên sản phẩm", "Chủ thể", "Hạng sao", "Số quyết định", "Ngày ký", "Mã số sản phẩm"], ["Chè", "", "2 sao", "124", "31/02/2023", "19-1"])
  expect(read(rows).rows[0]?.reasons.map((reason) => reason.cell).sort()).toEqual(["B2", "C2", "D2", "E2", "F2"])
  const formula: TableRow[] = [rows[0] as TableRow, { number: 2, cells: [{ text: "5", formula: true }, { text: "HTX" }, { text: "3" }] }]
  expect(read(formula).rows[0]?.reasons[0]).toMatchObject({ field: "name", cell: "A2" })
})

test("what an import can't do without is told when it is missing", () => {
  expect(readHeaders(table(["Tên sản phẩm", "Hạng sao"]))).toEqual({ missing: ["producer_name"] })
})

test("no cell can run, and what we guarded reads as it was", () => {
  for (const evil of ["=1+1", "+A1", "-2", "@SUM(A1)", "\t=1", " =1", "＝1", "\r=cmd|' /C calc'!A0"]) expect(safeCell(evil)).toBe(`'${evil}`)
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(safeCell(text)).not.toMatch(/^[=+\-@\t\r]/)
      if (!text.startsWith("'")) expect(withoutGuard(safeCell(text))).toBe(text)
      expect(csvLine([text])).toMatch(/\r\n$/)
    }),
  )
})

test("no table makes the reader throw", () => {
  const cell = fc.record({ text: fc.string({ unit: "binary", maxLength: 60 }), formula: fc.boolean() })
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }), (lines) => {
      const head = { number: 1, cells: ["Tên sản phẩm", "Chủ thể", "Hạng sao", "Số quyết định", "Ngày ký", "Mã xã", "Địa chỉ"].map((text) => ({ text })) }
      const { rows } = read([head, ...lines.map((cells, index) => ({ number: index + 2, cells }))])
      for (const row of rows) if (row.reasons.length === 0) expect(row).toMatchObject({ star: expect.any(Number), name: expect.stringMatching(/./s) })
    }),
    { numRuns: 500 },
  )
})
