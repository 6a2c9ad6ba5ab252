import { strToU8, unzipSync, zipSync } from "fflate"
import fc from "fast-check"
import { expect, test } from "vitest"
import { listTemplate } from "./list-template"
import { readOfficialList } from "./read-list"
import { writeXlsx } from "./write-xlsx"

const header = ["Tên sản phẩm", "Chủ thể", "Hạng sao", "Số quyết định", "Ngày ký"]
const line = ["Chè Đinh Tân Cương", "HTX chè Hảo Đạt", "4 sao", "310/QĐ-UBND", "15/06/2026"]
const csv = (sign = ",") => [header, line].map((cells) => cells.join(sign)).join("\r\n")
const xlsx = (rows: (string | number)[][] = [line]) => writeXlsx([{ name: "Danh sách", header, rows }])
const codeOf = (file: Uint8Array): string => {
  try {
    readOfficialList(file)
    return "read"
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}
/** The workbook with one of its parts rewritten. */
const patched = (change: (sheet: string) => string, more: Record<string, Uint8Array> = {}) => {
  const parts = unzipSync(xlsx())
  const path = "xl/worksheets/sheet1.xml"
  return zipSync({ ...parts, [path]: strToU8(change(new TextDecoder().decode(parts[path]))), ...more })
}
const utf16 = (text: string) => new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]))

test.each([
  ["UTF-8", strToU8(csv())],
  ["UTF-8 with a mark", strToU8(`\uFEFF${csv(";")}`)],
  ["tabs", strToU8(csv("\t"))],
  ["UTF-16 with a mark", utf16(csv("\t"))],
  ["UTF-16 without", utf16(csv(";")).subarray(2)],
  ["XLSX", xlsx()],
])("a list in %s is read", (_name, file) => {
  expect(readOfficialList(file).rows[0]).toMatchObject({ name: line[0], producer_name: line[1], star: 4, issued_on: "2026-06-15", reasons: [] })
})

test("a day as a spreadsheet's number is a day", () => {
  expect(readOfficialList(xlsx([["Chè", "HTX", 4, "310/QĐ-UBND", 46188]])).rows[0]).toMatchObject({ star: 4, issued_on: "2026-06-15" })
})

test("Windows-1258 is read, other letters are refused in words", () => {
  // "Tên sản phẩm": base letters with combining tone marks, as the code page has them.
  const bytes = Buffer.from(csv().normalize("NFD").replace(/e\u0302/g, "\xEA").replace(/a\u0302/g, "\xE2").replace(/u\u031B/g, "\xFD").replace(/o\u031B/g, "\xF5").replace(/a\u0306/g, "\xE3").replace(/\u0309/g, "\xD2").replace(/\u0301/g, "\xEC").replace(/\u0300/g, "\xCC").replace(/\u0323/g, "\xF2").replace(/\u0303/g, "\xDE").replace(/đ/g, "\xF0").replace(/Đ/g, "\xD0").replace(/[^\p{ASCII}\u0080-\u00FF]/gu, "?"), "latin1")
  expect(readOfficialList(new Uint8Array(bytes))).toMatchObject({ encoding: "windows-1258", rows: [{ star: 4 }] })
  expect(codeOf(new Uint8Array(Buffer.from("T\xAAn s\xB6n ph\xC8m,Ch\xF1 th\xD3,H\xB9ng sao\n1,2,3", "latin1")))).toBe("ocop.list_wrong_encoding")
})

test.each([
  ["nothing", new Uint8Array(0), "ocop.list_empty"],
  ["more than 5 MB", new Uint8Array(5 * 1024 * 1024 + 1).fill(65), "ocop.list_too_large"],
  ["a PDF", strToU8("%PDF-1.7 …"), "ocop.list_wrong_format"],
  ["an old .xls or a file with a password", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "ocop.list_wrong_format"],
  ["a Word file", zipSync({ "word/document.xml": strToU8("<w/>") }), "ocop.list_wrong_format"],
  ["macros", patched((xml) => xml, { "xl/vbaProject.bin": strToU8("x") }), "ocop.list_has_macros"],
  ["half a workbook", xlsx().subarray(0, 700), "ocop.list_damaged"],
  ["broken XML", patched((xml) => xml.replace("</row>", "<oops>")), "ocop.list_damaged"],
  ["no headings", strToU8("a,b\n1,2"), "ocop.list_headings_missing"],
  ["a heading twice", strToU8("Tên sản phẩm,Tên sản phẩm,Chủ thể,Hạng sao\na,b,c,3"), "ocop.list_heading_twice"],
  ["only headings", strToU8(header.join(",")), "ocop.list_no_rows"],
  ["61 columns", strToU8(`${csv()}\r\n${Array.from({ length: 61 }, () => "x").join(",")}`), "ocop.list_too_many_columns"],
  ["100,000 rows of CSV", strToU8(`${header.join(",")}\n${"a,b,3,c,d\n".repeat(100_000)}`), "ocop.list_too_many_rows"],
  ["merged cells in the data", patched((xml) => xml.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="B2:B3"/></mergeCells>')), "ocop.list_has_merged_cells"],
])("%s is refused in words", (_name, file, code) => expect(codeOf(file)).toBe(code))

test("100,000 rows of XLSX are refused fast", () => {
  const file = xlsx(Array.from({ length: 100_000 }, (_, index) => [`Chè ${index}`, "HTX", 4]))
  const start = Date.now()
  expect(codeOf(file)).toMatch(/ocop\.list_(too_many_rows|unpacks_too_large|too_large)/)
  expect(Date.now() - start).toBeLessThan(20_000)
}, 60_000)

test("a bomb is stopped, also when its directory lies", () => {
  const bomb = patched((xml) => xml.replace("</sheetData>", `${" ".repeat(60 * 1024 * 1024)}</sheetData>`))
  expect(bomb.length).toBeLessThan(1024 * 1024)
  expect(codeOf(bomb)).toBe("ocop.list_unpacks_too_large")
  // Every size in the directory and before the parts is made to say 1 kB.
  const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength)
  for (let at = 0; at + 30 < bomb.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1024, true)
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 1024, true)
  }
  expect(codeOf(bomb)).toBe("ocop.list_unpacks_too_large")
}, 60_000)

test("a formula is neither run nor trusted, an entity not expanded", () => {
  const formula = patched((xml) => xml.replace(/<c r="A2"[^>]*>.*?<\/c>/, '<c r="A2"><f>HYPERLINK("http://x")</f><v>Chè</v></c>'))
  expect(readOfficialList(formula).rows[0]?.reasons[0]).toMatchObject({ cell: "A2", field: "name" })
  expect(codeOf(patched((xml) => xml.replace("<worksheet", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet').replace("Chè Đinh", "&e;")))).toBe("ocop.list_damaged")
})

test("the template is a list without rows, and merged titles above the headings are fine", () => {
  expect(codeOf(listTemplate())).toBe("ocop.list_no_rows")
  expect(codeOf(patched((xml) => xml.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:E1"/></mergeCells>')))).toBe("read")
})

test("whatever the bytes, the answer is a list or a refusal in words", () => {
  const good = xlsx()
  const damaged = fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, byte]) => {
    const copy = good.slice()
    copy[at] = byte
    return copy
  })
  fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 600 }), damaged, fc.string({ unit: "binary" }).map((text) => strToU8(`${csv()}\n${text}`))), (file) => {
    expect(codeOf(file)).toMatch(/^(read$|ocop\.list_)/)
  }), { numRuns: 600 })
}, 60_000)
