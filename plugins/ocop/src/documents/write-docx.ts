import { strToU8, zipSync } from "fflate"
import { cleanText } from "./clean-text"

/** Sizes in points, lengths in millimetres. */
export type Run = {
  text: string
  bold?: boolean
  italic?: boolean
  underline?: boolean
  raised?: boolean
  size?: number
}

/** A run, or a line of dots up to a tab stop (millimetres from the left edge of the text), the right edge without one. */
export type Inline = Run | { dots: true; upTo?: number }

export type Paragraph = {
  kind: "paragraph"
  runs: Inline[]
  align?: "left" | "center" | "right" | "both"
  firstLine?: number
  left?: number
  right?: number
  before?: number
  after?: number
  keepWithNext?: boolean
  /** A line below, as long as the paragraph is wide. */
  ruled?: boolean
}

export type Cell = { blocks: Paragraph[]; columns?: number; shaded?: boolean }

/** `widths` are parts of the width of the text. Head rows are repeated on every page. */
export type Table = { kind: "table"; widths: number[]; rows: Cell[][]; lines?: boolean; headRows?: number }

export type PageBreak = { kind: "page_break" }
export type Block = Paragraph | Table | PageBreak
export type DocxFile = { title: string; landscape?: boolean; blocks: Block[] }

/** Decree 30/2020/NĐ-CP, Appendix I, I.1–2: A4, 20–25 mm above and below, 30–35 mm left, 15–20 mm right. */
const MARGIN = { top: 20, bottom: 20, left: 30, right: 20 }
const A4 = { short: 210, long: 297 }

/** How wide the text is. */
export function textWidth(landscape = false): number {
  return (landscape ? A4.long : A4.short) - MARGIN.left - MARGIN.right
}

/** The font of the decree; its size is 13 or 14 points. */
const FONT = "Times New Roman"
export const BODY_SIZE = 13

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const PACKAGE = "http://schemas.openxmlformats.org/package/2006"
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

/** A document of paragraphs and tables (ECMA-376), nothing that runs and nothing from outside. Same input, same bytes. */
export function writeDocx(file: DocxFile): Uint8Array {
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD_TYPE}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${WORD_TYPE}.header+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    "docProps/core.xml": `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(file.title)}</dc:title><dc:creator>Chợ Phiên</dc:creator><dc:language>vi-VN</dc:language></cp:coreProperties>`,
    "word/_rels/document.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/header" Target="header1.xml"/></Relationships>`,
    "word/styles.xml": `${HEAD}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/><w:sz w:val="${BODY_SIZE * 2}"/><w:szCs w:val="${BODY_SIZE * 2}"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults></w:styles>`,
    // The number of the page, centred above the text, not on the first (Decree 30/2020/NĐ-CP, Appendix I, I.7).
    "word/header1.xml": `${HEAD}<w:hdr xmlns:w="${WORD}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`,
    "word/document.xml": `${HEAD}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>${body(file)}${sectionXml(file.landscape ?? false)}</w:body></w:document>`,
  }
  // A fixed day (zip knows none before 1980): the same document gives the same file.
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), { mtime: new Date(2026, 0, 1) })
}

function body({ blocks, landscape = false }: DocxFile): string {
  const width = textWidth(landscape)
  const xml = blocks.map((block) => blockXml(block, width)).join("")
  // Word repairs a file whose last block is a table.
  return blocks.at(-1)?.kind === "paragraph" ? xml : `${xml}<w:p/>`
}

function blockXml(block: Block, width: number): string {
  if (block.kind === "page_break") return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
  return block.kind === "paragraph" ? paragraphXml(block, width) : tableXml(block, width)
}

function paragraphXml(paragraph: Paragraph, width: number): string {
  const { runs, align, firstLine = 0, left = 0, right = 0, before = 0, after = 0, keepWithNext, ruled } = paragraph
  const stops = runs.flatMap((run) => ("dots" in run ? [run.upTo ?? width - right] : []))
  const markSize = runs.length === 1 && runs[0] && "size" in runs[0] ? runs[0].size : undefined
  const properties = [
    keepWithNext && "<w:keepNext/>",
    ruled && '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>',
    stops.length > 0 && `<w:tabs>${stops.map((stop) => `<w:tab w:val="left" w:leader="dot" w:pos="${twips(stop)}"/>`).join("")}</w:tabs>`,
    `<w:spacing w:before="${before * 20}" w:after="${after * 20}"/>`,
    `<w:ind w:left="${twips(left)}" w:right="${twips(right)}" w:firstLine="${twips(firstLine)}"/>`,
    align && `<w:jc w:val="${align}"/>`,
    // The mark of the paragraph gives an empty one its height.
    markSize && `<w:rPr><w:sz w:val="${markSize * 2}"/></w:rPr>`,
  ]
  return `<w:p><w:pPr>${properties.filter(Boolean).join("")}</w:pPr>${runs.map(inlineXml).join("")}</w:p>`
}

function inlineXml(inline: Inline): string {
  if ("dots" in inline) return "<w:r><w:tab/></w:r>"
  const { text, bold, italic, underline, raised, size } = inline
  const properties = [
    bold && "<w:b/>",
    italic && "<w:i/>",
    size && `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`,
    underline && '<w:u w:val="single"/>',
    raised && '<w:vertAlign w:val="superscript"/>',
  ].filter(Boolean)
  const lines = cleanText(text).split("\n").map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
  return `<w:r>${properties.length > 0 ? `<w:rPr>${properties.join("")}</w:rPr>` : ""}${lines.join("<w:br/>")}</w:r>`
}

/** Left and right of the text in a table with lines. */
const CELL_MARGIN = 2

function tableXml({ widths, rows, lines = false, headRows = 0 }: Table, width: number): string {
  const sum = widths.reduce((a, b) => a + b, 0)
  const columns = widths.map((part) => twips((part / sum) * width))
  const border = (side: string) => `<w:${side} w:val="${lines ? "single" : "nil"}"${lines ? ' w:sz="4" w:space="0" w:color="auto"' : ""}/>`
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("")
  const inner = lines ? CELL_MARGIN : 0
  return `<w:tbl><w:tblPr><w:tblW w:w="${columns.reduce((a, b) => a + b, 0)}" w:type="dxa"/><w:tblInd w:w="${twips(inner)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="${twips(inner)}" w:type="dxa"/><w:right w:w="${twips(inner)}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${columns.map((w) => `<w:gridCol w:w="${w}"/>`).join("")}</w:tblGrid>${rows.map((row, i) => rowXml(row, columns, i < headRows, inner)).join("")}</w:tbl>`
}

function rowXml(cells: Cell[], columns: number[], head: boolean, inner: number): string {
  let column = 0
  const xml = cells.map(({ blocks, columns: span = 1, shaded }) => {
    const cellWidth = columns.slice(column, column + span).reduce((a, b) => a + b, 0)
    column += span
    const text = cellWidth / TWIPS_PER_MM - 2 * inner
    const properties = `<w:tcW w:w="${cellWidth}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ""}${shaded ? '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>' : ""}`
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${blocks.length > 0 ? blocks.map((block) => paragraphXml(block, text)).join("") : "<w:p/>"}</w:tc>`
  })
  return `<w:tr><w:trPr><w:cantSplit/>${head ? "<w:tblHeader/>" : ""}</w:trPr>${xml.join("")}</w:tr>`
}

function sectionXml(landscape: boolean): string {
  const [width, height] = landscape ? [A4.long, A4.short] : [A4.short, A4.long]
  return `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"${landscape ? ' w:orient="landscape"' : ""}/><w:pgMar w:top="${twips(MARGIN.top)}" w:right="${twips(MARGIN.right)}" w:bottom="${twips(MARGIN.bottom)}" w:left="${twips(MARGIN.left)}" w:header="${twips(10)}" w:footer="${twips(10)}" w:gutter="0"/><w:titlePg/></w:sectPr>`
}

const TWIPS_PER_MM = 1440 / 25.4

function twips(millimetres: number): number {
  return Math.round(millimetres * TWIPS_PER_MM)
}

function escaped(text: string): string {
  return cleanText(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
}
