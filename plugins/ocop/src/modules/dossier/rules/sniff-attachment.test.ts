import fc from "fast-check"
import { strToU8, zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { safeFilename, sniffAttachment } from "./sniff-attachment"

const office = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8("x")])))

describe("what a file is", () => {
  test.each([
    ["a PDF", strToU8("%PDF-1.7\n"), "pdf"],
    ["a JPEG", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), "jpg"],
    ["a PNG", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), "png"],
    ["a WebP", strToU8("RIFFxxxxWEBPVP8 "), "webp"],
    ["a DOCX", office("[Content_Types].xml", "word/document.xml"), "docx"],
    ["an XLSX", office("[Content_Types].xml", "xl/workbook.xml"), "xlsx"],
  ])("%s", (_name, bytes, extension) => {
    expect(sniffAttachment(bytes)?.extension).toBe(extension)
  })
  test.each([
    ["a page that calls itself a PDF", strToU8("<!doctype html><script>alert(1)</script>%PDF-1.7")],
    ["an SVG", strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["a program", new Uint8Array([0x4d, 0x5a, 0x90])],
    ["nothing", new Uint8Array()],
    ["a plain archive", office("a.txt")],
    ["a document with macros", office("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")],
    ["half an archive", office("[Content_Types].xml", "word/document.xml").slice(0, 40)],
  ])("%s isn't taken", (_name, bytes) => {
    expect(sniffAttachment(bytes)).toBeNull()
  })
  test("random bytes never make it fall over", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      sniffAttachment(bytes)
      sniffAttachment(new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]))
    }))
  })
})

describe("its name", () => {
  test.each([
    ["../../etc/passwd", "passwd.pdf"],
    ["C:\\Users\\me\\Giấy phép.PDF", "Giấy phép.pdf"],
    ["invoice\u202efdp.exe", "invoicefdp.exe.pdf"],
    ["..", "tai-lieu.pdf"],
    ["a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie x=1.pdf"],
    ["", "tai-lieu.pdf"],
    ["scan.html", "scan.html.pdf"],
  ])("%j is kept as %j", (name, kept) => {
    expect(safeFilename(name, "pdf")).toBe(kept)
  })
  test("has no path, no control character and the true ending, whatever comes", () => {
    fc.assert(fc.property(fc.string({ maxLength: 400, unit: "binary" }), (name) => {
      const kept = safeFilename(name, "jpg")
      expect(kept).toMatch(/^[^\\/\p{C}"<>|?*:;]+\.jpg$/u)
      expect(kept.length).toBeLessThanOrEqual(124)
      expect(kept.startsWith(".")).toBe(false)
    }))
  })
})
