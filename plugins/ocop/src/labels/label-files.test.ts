import { readFileSync } from "node:fs"
import jsQR from "jsqr"
import sharp from "sharp"
import { describe, expect, test } from "vitest"
import { pdfPageAsSvg } from "../../testing/pdf-page"
import { readSigningKeys } from "../modules/ocop/rules/signing-keys"
import { checkStatement, signStatement, statementOf, type Statement } from "../modules/ocop/rules/statement"
import { drawLabel } from "./label-drawing"
import { labelPng, labelSheet, labelSvg } from "./label-files"
import { outlines, widthOf, wrap } from "./lettering"

const statement: Statement = {
  code: "CP-7Q4K-9M2T",
  product: "Chè Đinh Tân Cương thượng hạng Hảo Đạt",
  producer: "Hợp tác xã chè Hảo Đạt, xóm Nam Đồng",
  star: 5,
  decision: "123/QĐ-BNNMT",
  issued: "2026-06-01",
  expires: "2029-06-01",
  issuer: "Bộ Nông nghiệp và Môi trường",
  illustrative: true,
}
const drawing = drawLabel(statement, `https://cho-phien.example/xac-thuc/CP-7Q4K-9M2T?s=CP1.${"x".repeat(300)}.${"y".repeat(86)}`)

test("every Vietnamese letter has an outline", () => {
  const vowels = [..."aăâeêioôơuưy"].flatMap((vowel) => ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"].map((tone) => `${vowel}${tone}`.normalize("NFC")))
  for (const letter of [...vowels, ..."đqwertpsdfghjklzxcvbnm0123456789·…/-"].flatMap((l) => [l, l.toUpperCase()])) {
    for (const weight of [400, 600, 700] as const) {
      expect(widthOf(letter, weight, 100), letter).toBeGreaterThan(0)
      expect(outlines(letter, weight, 100, 0, 0), letter).toContain("M")
    }
  }
  expect(widthOf("Hòa", 400, 100)).toBeCloseTo(widthOf("Hòa".normalize("NFD"), 400, 100))
})

test("long names are broken at spaces and cut", () => {
  const lines = wrap("Nguyễn Thị Ngọc Ánh ".repeat(9), 700, 300, 3000, 2)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/…$/)
  for (const line of [...lines, ...wrap("x".repeat(300), 700, 300, 3000, 1)]) expect(widthOf(line, 700, 300)).toBeLessThanOrEqual(3000)
})

test("nothing of a label is text that needs a font, and nothing comes from outside", () => {
  expect(labelSvg(drawing)).not.toMatch(/<text|<image|href|NaN/)
})

test("the picture has the width that was asked for", async () => {
  const png = await labelPng(drawing, 1400)
  expect(await sharp(png).metadata()).toMatchObject({ width: 1400, height: 740, format: "png" })
})

/** As many letters as a statement has room for. */
const longest = statementOf({ ...statement, product: "Chè Đinh ".repeat(40), producer: "Hợp tác xã ".repeat(40), decision: "QĐ-UBND ".repeat(20), issuer: "Uỷ ban nhân dân ".repeat(20) })

test.each([
  { of: "a usual label", given: statement, width: 700 },
  { of: "a usual label", given: statement, width: 1400 },
  { of: "the fullest label", given: longest, width: 1400 },
])("a reader finds the signed statement in the picture of $of, $width pixels wide", async ({ given, width }) => {
  const { current, published } = readSigningKeys("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
  if (!current) throw new Error("no key to sign with")
  const address = `https://cho-phien.example/xac-thuc/${given.code}?s=${signStatement(given, current)}`
  const png = await labelPng(drawLabel(given, address), width)
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const seen = jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data
  expect(seen).toBe(address)
  expect(checkStatement(new URL(seen ?? address).searchParams.get("s") ?? "", published)).toEqual({ state: "genuine", key_id: current.id, statement: given })
})

test("names of every length make labels that are read: the modules stand on whole pixels", async () => {
  const { current } = readSigningKeys("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
  if (!current) throw new Error("no key to sign with")
  for (let letters = 1; letters <= 30; letters += 2) {
    const given = statementOf({ ...statement, product: "Chè tôm nõn Tân Cương hộp gỗ quà biếu", producer: `HTX ${"chè an toàn Tân Cương ".repeat(2).slice(0, letters)}`, issuer: "UBND tỉnh Thái Nguyên" })
    const address = `http://localhost:8000/xac-thuc/${given.code}?s=${signStatement(given, current)}`
    const { data, info } = await sharp(await labelPng(drawLabel(given, address), 1400)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data, `${letters} letters`).toBe(address)
  }
})

describe.each([
  { perSheet: 8, columns: 2, rows: 4 },
  { perSheet: 12, columns: 2, rows: 6 },
  { perSheet: 24, columns: 3, rows: 8 },
] as const)("a sheet of $perSheet", ({ perSheet, columns, rows }) => {
  const address = `https://cho-phien.example/xac-thuc/CP-7Q4K-9M2T?s=CP1.${"x".repeat(330)}.${"y".repeat(86)}`
  /** 300 dots per inch, what an office printer lays down. */
  const DOTS = 300 / 25.4
  const page = async () => sharp(Buffer.from(pdfPageAsSvg(await labelSheet(drawLabel(longest, address), perSheet, "CP-7Q4K-9M2T"), 300))).ensureAlpha().raw().toBuffer({ resolveWithObject: true })

  test("is one page of A4 with a small file", async () => {
    const pdf = await labelSheet(drawing, perSheet, "CP-7Q4K-9M2T")
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-")
    expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(pdf.length).toBeLessThan(2_000_000)
  })

  test("the outermost labels of the printed page are read, the code at least 20 mm wide with white around it", async () => {
    const { data, info } = await page()
    const cell = { width: Math.floor(info.width / columns), height: Math.floor(info.height / rows) }
    for (const index of [0, perSheet - 1]) {
      const left = (index % columns) * cell.width
      const top = Math.floor(index / columns) * cell.height
      const one = await sharp(data, { raw: info }).extract({ left, top, ...cell }).raw().toBuffer()
      const seen = jsQR(new Uint8ClampedArray(one), cell.width, cell.height)
      expect(seen?.data, `label ${index + 1}`).toBe(address)
      if (!seen) continue
      const { topLeftCorner: from, topRightCorner, bottomRightCorner } = seen.location
      const to = { x: Math.max(topRightCorner.x, bottomRightCorner.x) }
      const unit = (to.x - from.x) / (4 * seen.version + 17)
      expect((to.x - from.x) / DOTS).toBeGreaterThanOrEqual(20)
      expect(from.x / unit).toBeGreaterThanOrEqual(4)
      expect(darkest(one, cell.width, from.x - 3.5 * unit, from.x - unit / 2, from.y, cell.height - from.y)).toBeGreaterThan(200)
      expect(darkest(one, cell.width, to.x + unit / 2, to.x + 3.5 * unit, from.y, cell.height - from.y)).toBeGreaterThan(200)
    }
  })

  test("nothing is printed where printers leave the paper white", async () => {
    const { data, info } = await page()
    const edge = Math.floor(4 * DOTS)
    expect(darkest(data, info.width, 0, edge, 0, info.height)).toBe(255)
    expect(darkest(data, info.width, info.width - edge, info.width, 0, info.height)).toBe(255)
    expect(darkest(data, info.width, 0, info.width, 0, edge)).toBe(255)
    expect(darkest(data, info.width, 0, info.width, info.height - edge, info.height)).toBe(255)
  })
})

/** The darkest green value (of RGBA) in a rectangle: 255 is bare paper. */
function darkest(data: Uint8Array, width: number, fromX: number, toX: number, fromY: number, toY: number): number {
  let least = 255
  for (let y = Math.ceil(fromY); y < Math.floor(toY); y += 1) {
    for (let x = Math.ceil(fromX); x < Math.floor(toX); x += 1) least = Math.min(least, data[(y * width + x) * 4 + 1] ?? 255)
  }
  return least
}

test("the fonts are free to embed", () => {
  const own = JSON.parse(readFileSync(require.resolve("@fontsource/be-vietnam-pro/package.json"), "utf8")) as { license: string }
  expect(own.license).toBe("OFL-1.1")
})
