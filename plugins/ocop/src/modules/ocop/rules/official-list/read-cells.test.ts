import { addDays } from "@cho-phien/administrative-units"
import fc from "fast-check"
import { expect, test } from "vitest"
import { readAddress, readDate, readDecision, readProducerKind, readProductCode, readStars } from "./read-cells"

test.each([
  ["20/02/2023", "2023-02-20"],
  ["2.1.2024", "2024-01-02"],
  ["02-01-2024", "2024-01-02"],
  ["2023-02-20", "2023-02-20"],
  ["2023-02-20T00:00:00.000Z", "2023-02-20"],
  ["ngày 20 tháng 02 năm 2023", "2023-02-20"],
  ["44977", "2023-02-20"],
  ["20/02/23", null],
  ["31/02/2023", null],
  ["02/20/2023", null],
  ["sớm thôi", null],
  ["99999999999", null],
])("the day %s is %s", (text, date) => expect(readDate(text)).toBe(date))

test("every day of the century reads back from each way of writing it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 36_526, max: 73_050 }), (serial) => {
      const date = addDays("1899-12-30", serial)
      const [year, month, day] = date.split("-")
      for (const text of [String(serial), `${day}/${month}/${year}`, `${Number(day)}.${Number(month)}.${year}`, date]) expect(readDate(text)).toBe(date)
    }),
  )
})

test.each([["4", 4], ["4.0", 4], ["4 sao", 4], ["4 SAO", 4], ["****", 4], ["★★★", 3], ["★★★★☆", 4], ["5*", 5], ["OCOP 3 sao", 3], ["Hạng 4 sao", 4], ["bốn sao", 4], ["năm sao", 5], ["6", null], ["34", null], ["3-4 sao", null], ["đạt", null], ["", null]])("the stars %s are %s", (text, stars) => expect(readStars(text)).toBe(stars))

test.each([
  ["19-05503-1-2026", "new"],
  ["83-829-28780-3-2022", "old"],
  ["19 – 05503 – 1 – 2026", "new"],
])("%s is a product code of the %s form", (text, form) => expect(readProductCode(text)?.form).toBe(form))

test.each(["19-5503-1-2026", "19-05503-1-26", "=19-05503-1-2026", "19-05503-1-2026x", "19-05503-999999-2026"])("%s is no product code", (text) => expect(readProductCode(text)).toBeNull())

test("a decision is read from its cell or from the title of the list", () => {
  expect(readDecision("124/QĐ-UBND")).toEqual({ decision_no: "124/QĐ-UBND", issued_on: null, issued_by: null })
  expect(readDecision("(Kèm theo Quyết định số 2361 /QĐ - BNNMT ngày 26 tháng 6 năm 2025 của Bộ Nông nghiệp và Môi trường)")).toEqual({
    decision_no: "2361/QĐ-BNNMT",
    issued_on: "2025-06-26",
    issued_by: "Bộ Nông nghiệp và Môi trường",
  })
  expect(readDecision("Quyết định số 124/qđ-ubnd ngày 20/02/2023 của UBND tỉnh Cao Bằng về việc công nhận")).toEqual({ decision_no: "124/QĐ-UBND", issued_on: "2023-02-20", issued_by: "UBND tỉnh Cao Bằng" })
  expect(readDecision("Danh sách sản phẩm").decision_no).toBeNull()
})

test.each([["HTX chè Hảo Đạt", "cooperative"], ["Hợp tác xã miến", "cooperative"], ["THT trồng nấm", "cooperative_group"], ["Cty TNHH Thái Hải", "enterprise"], ["Hộ kinh doanh Nguyễn Thị Hà", "household_business"], ["Cơ sở bún Ba Bể", "household_business"], ["Ông Lý Văn A", "individual"], ["Hảo Đạt", null]])("%s is a %s", (name, kind) => expect(readProducerKind(name)).toBe(kind))

test("an address gives commune, old district and province", () => {
  expect(readAddress("xóm Hồng Thái 2, xã Tân Cương, TP Thái Nguyên, tỉnh Thái Nguyên")).toEqual({ commune: "xã Tân Cương", district: "TP Thái Nguyên", province: "tỉnh Thái Nguyên" })
  expect(readAddress("Xã Tân Cương, Thái Nguyên")).toEqual({ commune: "Xã Tân Cương", district: null, province: "Thái Nguyên" })
})

test("no text makes a reader throw or invent", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      const date = readDate(text)
      if (date !== null) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect([null, 1, 2, 3, 4, 5]).toContain(readStars(text))
      readProductCode(text)
      readDecision(text)
      readAddress(text)
      readProducerKind(text)
    }),
    { numRuns: 2_000 },
  )
})
