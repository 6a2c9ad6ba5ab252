import PDFDocument from "pdfkit"
import { readFileSync } from "node:fs"
import { create, type Font } from "fontkit"
import { cleanText } from "./clean-text"
import { qrPath } from "../labels/label-drawing"

/** Sizes in points. */
export type PdfText = { text: string; bold?: boolean; size?: number; colour?: string; link?: string }

export type PdfBlock =
  /** `keep`: points that must still fit below it, so that a heading never stands at the foot of a page. */
  | ({ kind: "text"; align?: "left" | "center"; after?: number; keep?: number } & PdfText)
  | { kind: "rule" }
  /** Names in a narrow column, values beside them. */
  | { kind: "facts"; facts: { term: string; value: string; link?: string }[] }
  /** Columns are parts of the width; the first row of cells is the heading and repeated on every page. */
  | { kind: "table"; widths: number[]; head: string[]; rows: string[][]; figures?: number[]; lastBold?: boolean }
  /** A QR with lines of text beside it. */
  | { kind: "qr"; holds: string; side: number; beside: PdfText[] }

const A4 = { width: 595.28, height: 841.89 }
/** 20 mm, and 30 mm on the left, as on papers of the authorities. */
const MARGIN = { top: 57, bottom: 62, left: 85, right: 57 }
const WIDTH = A4.width - MARGIN.left - MARGIN.right
const LEADING = 1.4
const SIZE = 10.5
const INK = "#1B1F1D"
const SOFT = "#55605A"

/**
 * Text in Be Vietnam Pro on A4, with real letters that can be searched and copied. `footer` stands on every page, with
 * its number. Letters the typeface does not have are left out.
 */
export function writePdf(blocks: PdfBlock[], { title, footer, created }: { title: string; footer: string; created: Date }): Promise<Buffer> {
  const document = new PDFDocument({ size: "A4", margin: 0, bufferPages: true, lang: "vi", info: { Title: cleanText(title), Creator: "Chợ Phiên", CreationDate: created } })
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk))
    document.on("end", () => resolve(Buffer.concat(chunks)))
    document.on("error", reject)
  })
  for (const { name, bytes } of [...load(false), ...load(true)]) document.registerFont(name, bytes)
  const paper = new Paper(document)
  for (const block of blocks) paper.add(block)
  const { start, count } = document.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page)
    const number = `${page - start + 1}/${count}`
    drawLine(document, { text: footer, size: 8, colour: SOFT }, MARGIN.left, A4.height - 40)
    drawLine(document, { text: number, size: 8, colour: SOFT }, A4.width - MARGIN.right - widthOf({ text: number, size: 8 }), A4.height - 40)
  }
  document.end()
  return done
}

class Paper {
  private y = MARGIN.top

  constructor(private readonly document: PDFKit.PDFDocument) {}

  add(block: PdfBlock): void {
    if (block.kind === "text") return this.text(block)
    if (block.kind === "facts") return this.facts(block.facts)
    if (block.kind === "table") return this.table(block)
    if (block.kind === "qr") return this.qr(block)
    this.document.moveTo(MARGIN.left, this.y).lineTo(A4.width - MARGIN.right, this.y).lineWidth(0.6).stroke("#E4DED2")
    this.y += 10
  }

  private text({ align = "left", after = 6, keep = 0, ...text }: Extract<PdfBlock, { kind: "text" }>): void {
    for (const line of lines(text, WIDTH)) {
      this.room(heightOf(text) + keep)
      const x = align === "center" ? MARGIN.left + (WIDTH - widthOf({ ...text, text: line })) / 2 : MARGIN.left
      drawLine(this.document, { ...text, text: line }, x, this.y)
      this.y += heightOf(text)
    }
    this.y += after
  }

  private facts(facts: { term: string; value: string; link?: string }[]): void {
    const column = WIDTH * 0.32
    for (const { term, value, link } of facts) {
      const terms = lines({ text: term }, column - 10)
      const values = lines({ text: value, bold: !link }, WIDTH - column)
      this.room(Math.max(terms.length, values.length) * heightOf({}))
      terms.forEach((text, i) => drawLine(this.document, { text, colour: SOFT }, MARGIN.left, this.y + i * heightOf({})))
      values.forEach((text, i) => drawLine(this.document, { text, bold: !link, link, colour: link ? "#1F5C3B" : INK }, MARGIN.left + column, this.y + i * heightOf({})))
      this.y += Math.max(terms.length, values.length) * heightOf({}) + 3
    }
    this.y += 6
  }

  private table({ widths, head, rows, figures = [], lastBold = false }: Extract<PdfBlock, { kind: "table" }>): void {
    const sum = widths.reduce((a, b) => a + b, 0)
    const columns = widths.map((part) => (part / sum) * WIDTH)
    const row = (cells: string[], bold: boolean, shaded: boolean) => {
      const broken = cells.map((text, i) => lines({ text, bold, size: 9.5 }, (columns[i] ?? 0) - 10))
      const height = Math.max(...broken.map((cell) => cell.length)) * heightOf({ size: 9.5 }) + 5
      if (this.room(height) && !shaded) row(head, true, true)
      let x = MARGIN.left
      broken.forEach((cell, i) => {
        const width = columns[i] ?? 0
        if (shaded) this.document.rect(x, this.y, width, height).fill("#F1EDE4")
        this.document.rect(x, this.y, width, height).lineWidth(0.6).stroke("#B9B2A4")
        cell.forEach((text, n) => {
          const left = figures.includes(i) ? x + width - 5 - widthOf({ text, bold, size: 9.5 }) : x + 5
          drawLine(this.document, { text, bold, size: 9.5 }, left, this.y + 2.5 + n * heightOf({ size: 9.5 }))
        })
        x += width
      })
      this.y += height
    }
    row(head, true, true)
    rows.forEach((cells, i) => row(cells, lastBold && i === rows.length - 1, false))
    this.y += 10
  }

  private qr({ holds, side, beside }: Extract<PdfBlock, { kind: "qr" }>): void {
    const left = MARGIN.left + side + 12
    const broken = beside.map((text) => ({ text, lines: lines(text, A4.width - MARGIN.right - left) }))
    const height = broken.reduce((sum, { text, lines: own }) => sum + own.length * heightOf(text) + 4, 0)
    this.room(Math.max(side, height))
    const { document } = this
    document.save().translate(MARGIN.left, this.y).scale(side / 10_000)
    document.path(qrPath(holds, 0, 0, 10_000)).fill(INK).restore()
    let y = this.y
    for (const { text, lines: own } of broken) {
      for (const line of own) {
        drawLine(document, { ...text, text: line }, left, y)
        y += heightOf(text)
      }
      y += 4
    }
    this.y += Math.max(side, height) + 8
  }

  /** Turns the page where `height` has no more room; true when it did. */
  private room(height: number): boolean {
    if (this.y + height <= A4.height - MARGIN.bottom || this.y === MARGIN.top) return false
    this.document.addPage()
    this.y = MARGIN.top
    return true
  }
}

function heightOf({ size = SIZE }: Pick<PdfText, "size">): number {
  return size * LEADING
}

/** Breaks at spaces, and within a word that is longer than the line, as an address is. */
function lines(text: Omit<PdfText, "link" | "colour">, width: number): string[] {
  const result: string[] = []
  for (const paragraph of cleanText(text.text).split("\n")) {
    let line = ""
    for (const word of paragraph.split(/ +/)) {
      const longer = line === "" ? word : `${line} ${word}`
      if (widthOf({ ...text, text: longer }) <= width) {
        line = longer
        continue
      }
      if (line !== "") result.push(line)
      line = ""
      for (const letter of word) {
        if (line !== "" && widthOf({ ...text, text: line + letter }) > width) {
          result.push(line)
          line = ""
        }
        line += letter
      }
    }
    result.push(line)
  }
  return result
}

function widthOf({ text, bold = false, size = SIZE }: PdfText): number {
  return pieces(text, bold).reduce((sum, { face, text: piece }) => sum + (face.font.layout(piece).advanceWidth * size) / face.font.unitsPerEm, 0)
}

function drawLine(document: PDFKit.PDFDocument, { text, bold = false, size = SIZE, colour = INK, link }: PdfText, x: number, y: number): void {
  let pen = x
  for (const { face, text: piece } of pieces(text, bold)) {
    document.font(face.name).fontSize(size).fillColor(colour).text(piece, pen, y, { lineBreak: false })
    pen += (face.font.layout(piece).advanceWidth * size) / face.font.unitsPerEm
  }
  if (link) document.link(x, y, pen - x, size * 1.2, link)
}

type Face = { name: string; bytes: Buffer; font: Font }

/** @fontsource cuts the typeface into alphabets; a Vietnamese line needs letters out of several. The fullest comes first. */
const ALPHABETS = ["latin", "vietnamese", "latin-ext"]
const faces = new Map<boolean, Face[]>()

/** The text in runs of one face each; a combining letter stays with the face of the one before where that has it. */
function pieces(text: string, bold: boolean): { face: Face; text: string }[] {
  const result: { face: Face; text: string }[] = []
  for (const letter of cleanText(text)) {
    const point = letter.codePointAt(0) ?? 0
    const last = result.at(-1)
    if (last?.face.font.hasGlyphForCodePoint(point)) {
      last.text += letter
      continue
    }
    const face = load(bold).find(({ font }) => font.hasGlyphForCodePoint(point))
    if (face) result.push({ face, text: letter })
  }
  return result
}

function load(bold: boolean): Face[] {
  const known = faces.get(bold)
  if (known) return known
  const loaded = ALPHABETS.map((alphabet) => {
    const bytes = readFileSync(require.resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${alphabet}-${bold ? 700 : 400}-normal.woff`))
    const font = create(bytes)
    if (!("unitsPerEm" in font)) throw new Error("A collection is not a font")
    return { name: `${alphabet}-${bold ? "bold" : "plain"}`, bytes, font }
  })
  faces.set(bold, loaded)
  return loaded
}
