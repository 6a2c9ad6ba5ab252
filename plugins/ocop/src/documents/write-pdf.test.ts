import { inflateSync } from "node:zlib"
import { expect, test } from "vitest"
import { writePdf, type PdfBlock } from "./write-pdf"

const about = { title: "Bản kê", footer: "Chợ Phiên", created: new Date("2026-11-22T00:00:00Z") }
const write = (...blocks: PdfBlock[]) => writePdf(blocks, about)
const pages = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length

/** The letters of a PDF as a reader copies them: every font's codes through its own table to Unicode. */
function lettersOf(pdf: Buffer): string {
  const raw = pdf.toString("latin1")
  const objects = new Map([...raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [Number(id), body ?? ""]))
  const stream = (body: string) => {
    const bytes = Buffer.from(body.slice(body.indexOf("stream\n") + 7, body.lastIndexOf("\nendstream")), "latin1")
    return body.includes("/FlateDecode") ? inflateSync(bytes).toString("latin1") : bytes.toString("latin1")
  }
  const tables = new Map<string, Map<string, string>>()
  for (const body of objects.values()) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(body)
    if (map) tables.set([...objects].find(([, other]) => other === body)?.[0].toString() ?? "", readTable(stream(objects.get(Number(map[1])) ?? "")))
  }
  const fonts = new Map([...raw.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name ?? "", tables.get(id ?? "")]))
  let text = ""
  for (const body of [...objects.values()].filter((candidate) => candidate.includes("stream\n") && !/\/ToUnicode|\/Subtype|\/Length1/.test(candidate))) {
    let table: Map<string, string> | undefined
    for (const [, font, codes] of stream(body).matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>/g)) {
      if (font) table = fonts.get(font)
      else for (const code of codes?.match(/.{4}/g) ?? []) text += table?.get(code) ?? ""
    }
  }
  return text
}

function readTable(map: string): Map<string, string> {
  const table = new Map<string, string>()
  for (const [, first = "", , list = ""] of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g)) {
    let code = Number.parseInt(first, 16)
    for (const [, hex = ""] of list.matchAll(/<([0-9a-f ]+)>/g)) {
      table.set(code.toString(16).padStart(4, "0"), String.fromCharCode(...(hex.replaceAll(" ", "").match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))))
      code += 1
    }
  }
  return table
}

test("Vietnamese words can be read out of the file", async () => {
  const text = "Chè đinh Tân Cương, nghề ướp, ẵm bồng, Ữ Ẵ, 1.250.000 ₫"
  const letters = lettersOf(await write({ kind: "text", text }, { kind: "text", text: "Đã giao đến Thừa Thiên", bold: true }))
  expect(letters).toContain(text)
  expect(letters).toContain("Đã giao đến Thừa Thiên")
})

test("text in decomposed letters is the same text", async () => {
  expect(lettersOf(await write({ kind: "text", text: "Hoà Bình, Đắk Lắk".normalize("NFD") }))).toContain("Hoà Bình, Đắk Lắk")
})

test("hostile text does not break the file", async () => {
  const text = "\u0000\u0007\ud83d (Tj) ET \\) <</JS>> \u202E \uFFFE 🍵 "
  expect(pages(await write({ kind: "text", text }, { kind: "facts", facts: [{ term: text, value: text, link: "https://cho.example/)" }] }, { kind: "table", widths: [1], head: [text], rows: [[text]] }))).toBe(1)
})

test("a word longer than the line is broken, and a table over pages repeats its heading", async () => {
  const pdf = await write({ kind: "text", text: `https://cho.example/${"x".repeat(900)}` }, { kind: "table", widths: [1, 1], head: ["Tháng", "Số đơn"], rows: Array.from({ length: 90 }, (_, i) => [`Dòng ${i}`, "1"]), figures: [1] })
  const count = pages(pdf) ?? 0
  expect(count).toBeGreaterThan(2)
  expect(lettersOf(pdf).match(/Tháng/g)).toHaveLength(count)
})

test("the same text gives the same bytes", async () => {
  const blocks: PdfBlock[] = [{ kind: "qr", holds: "https://cho.example", side: 80, beside: [{ text: "Quét" }] }, { kind: "rule" }]
  expect((await write(...blocks)).equals(await write(...blocks))).toBe(true)
})
