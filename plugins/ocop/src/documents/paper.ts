import type { CivilDate } from "@cho-phien/administrative-units"
import { known, oneLine } from "./clean-text"
import type { Applicant, Authority, CouncilMember, DossierKind, Signed, Text } from "./types"
import { textWidth, type Block, type Cell, type Inline, type Paragraph, type Run, type Table } from "./write-docx"

// The pieces Vietnamese administrative papers are made of (Decree 30/2020/NĐ-CP, Appendix I).

/** For what is not known within a line. */
export const DOTS = "…………"

/** Above and below paragraphs at least 6 pt, first lines 10 mm in (Appendix I, II.6). */
const GAP = 6

export function paragraph(runs: Inline[] | string, options: Omit<Paragraph, "kind" | "runs"> = {}): Paragraph {
  return { kind: "paragraph", runs: typeof runs === "string" ? [{ text: runs }] : runs, after: GAP, ...options }
}

/** A sentence of the text: justified, first line in. */
export function sentence(runs: Inline[] | string): Paragraph {
  return paragraph(runs, { align: "both", firstLine: 10 })
}

export function centred(text: string, style: Omit<Run, "text"> = { bold: true }, options: Omit<Paragraph, "kind" | "runs"> = {}): Paragraph {
  return paragraph([{ text, ...style }], { align: "center", ...options })
}

export function heading(text: string): Paragraph {
  return paragraph([{ text, bold: true }], { before: GAP, keepWithNext: true })
}

/** A value of one line after its name, dots to the edge where it is not known. */
export function field(label: string, value: Text): Paragraph {
  const text = oneLine(value)
  return paragraph([{ text: `${label}: ` }, text ? { text } : { dots: true }], { align: text ? "both" : "left" })
}

/** Two short values on one line. */
export function fieldPair(first: [string, Text], second: [string, Text]): Paragraph {
  const [a, b] = [oneLine(first[1]), oneLine(second[1])]
  const middle = textWidth() / 2 - 2
  return paragraph([
    { text: `${first[0]}: ` },
    a ? { text: a } : { dots: true, upTo: middle },
    { text: `${a ? "; " : " "}${second[0]}: ` },
    b ? { text: b } : { dots: true },
  ])
}

/** A text of many lines, or `lines` dotted ones to be filled by hand. */
export function essay(value: Text, lines = 2): Paragraph[] {
  const text = known(value)
  if (!text) return Array.from({ length: lines }, () => paragraph([{ dots: true }]))
  return text.split(/\n+/).filter((line) => line.trim() !== "").map((line) => sentence(line.trim()))
}

export function box(ticked: boolean): string {
  return ticked ? "☑" : "☐"
}

export function tick(label: string, ticked: boolean, left = 0): Paragraph {
  return paragraph(`${label}: ${box(ticked)}`, { left })
}

/** "ngày 05 tháng 02 năm 2026": days below 10 and the months 1 and 2 have a nought (Appendix I, II.4.b). */
export function dateInWords(day: CivilDate | null): string {
  if (!day) return "ngày … tháng … năm ……"
  const [year = "", month = "", date = ""] = day.split("-")
  return `ngày ${date} tháng ${Number(month) < 3 ? month : String(Number(month))} năm ${year}`
}

/** "22/11/2026" */
export function shortDate(day: CivilDate | null): string | null {
  return day ? day.split("-").reverse().join("/") : null
}

export function placeAndDate({ place, on }: Signed): Run {
  return { text: `${oneLine(place) ?? DOTS}, ${dateInWords(on)}`, italic: true }
}

export function textOr(value: Text, otherwise = DOTS): string {
  return oneLine(value) ?? otherwise
}

/** "tỉnh Thái Nguyên" for "Tỉnh Thái Nguyên", as it stands within a sentence. */
export function inSentence(unit: Text, kind: string): string {
  const text = oneLine(unit)
  return text ? text.charAt(0).toLocaleLowerCase("vi") + text.slice(1) : `${kind} ${DOTS}`
}

const COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
const MOTTO = "Độc lập - Tự do - Hạnh phúc"
const NO_GAP = { after: 0 }

function nation(wide: number): Paragraph[] {
  return [
    centred(COUNTRY, { bold: true, size: 12 }, NO_GAP),
    centred(MOTTO, { bold: true, size: 13 }, NO_GAP),
    line(wide, 56),
  ]
}

/** A short line under a heading, `long` millimetres, in the middle of `wide`. */
function line(wide: number, long: number): Paragraph {
  const side = Math.max(0, (wide - long) / 2)
  return { kind: "paragraph", runs: [{ text: "", size: 2 }], left: side, right: side, ruled: true }
}

/** The heading of a paper that no body issues. */
export function nationalHeading(): Block[] {
  return [...nation(textWidth()), paragraph("", { after: GAP })]
}

/** Who issues the paper and its number on the left, the nation, place and day on the right. */
export function issuerHeading(authority: Authority, options: { number: string | null; signed: Signed | null; mark?: string; landscape?: boolean }): Block[] {
  const width = textWidth(options.landscape)
  const [left, right] = [width * 0.42, width * 0.58]
  const superior = oneLine(authority.superior)
  const issuer: Paragraph[] = [
    ...(superior ? [centred(onTwoLines(superior), { size: 12 }, NO_GAP)] : []),
    centred(onTwoLines(textOr(authority.name)), { bold: true, size: 12 }, NO_GAP),
    line(left, 26),
  ]
  const rows: Cell[][] = [[{ blocks: issuer }, { blocks: nation(right) }]]
  if (options.number !== null || options.signed) {
    rows.push([
      { blocks: [centred(options.number ?? "", {}, { before: GAP }), ...(options.mark ? [centred(options.mark, { bold: true })] : [])] },
      { blocks: options.signed ? [paragraph([placeAndDate(options.signed)], { align: "center", before: GAP })] : [] },
    ])
  }
  return [{ kind: "table", widths: [left, right], rows }, paragraph("", { after: 0 })]
}

/** The name of a people's committee breaks before the name of its unit. */
function onTwoLines(authority: string): string {
  return authority.replace(/^(ủy ban nhân dân) /i, "$1\n").toLocaleUpperCase("vi")
}

export function title(...lines: string[]): Paragraph[] {
  return lines.map((text, i) => centred(text, { bold: true, size: i === 0 ? 14 : 13 }, { after: i === lines.length - 1 ? 2 * GAP : 0, keepWithNext: true }))
}

export type Signature = { lines: string[]; note: string; name: Text; signed?: Signed }

/** Signatures side by side, room for pen and stamp between; or one on the right and something else on the left. */
export function signatures(...places: (Signature | Paragraph[])[]): Table {
  return {
    kind: "table",
    widths: places.map((place) => (Array.isArray(place) ? 2 : 3)),
    rows: [places.map((place) => ({ blocks: Array.isArray(place) ? place : signatureBlocks(place) }))],
  }
}

function signatureBlocks({ lines, note, name, signed }: Signature): Paragraph[] {
  const kept = { after: 0, keepWithNext: true }
  return [
    ...(signed ? [paragraph([placeAndDate(signed)], { align: "center", ...kept })] : []),
    ...lines.map((text) => centred(text, { bold: true }, kept)),
    centred(note, { italic: true }, kept),
    ...Array.from({ length: 4 }, () => paragraph("", kept)),
    centred(oneLine(name) ?? "", { bold: true }, { after: 0 }),
  ]
}

/** A table with lines. Cells are texts; a heading row is bold, shaded and repeated. */
export function grid(widths: number[], head: string[], rows: (string | Cell)[][], size = 12): Table {
  const cell = (text: string, column: number, bold = false): Cell => ({
    blocks: [paragraph([{ text, size, bold }], { after: 0, align: bold || isFigure(text) || column === 0 ? "center" : "left" })],
    shaded: bold,
  })
  return {
    kind: "table",
    widths,
    lines: true,
    headRows: 1,
    rows: [head.map((text, i) => cell(text, i, true)), ...rows.map((row) => row.map((value, i) => (typeof value === "string" ? cell(value, i) : value)))],
  }
}

/** A row of a grid across `columns`, as for the name of a part. */
export function across(text: string, columns: number, size = 12): Cell {
  return { blocks: [paragraph([{ text, bold: true, size }], { after: 0 })], columns }
}

function isFigure(text: string): boolean {
  return /^[\d.,\s/–-]+$/.test(text)
}

/** The places the paper goes to (Appendix I, II.9). */
export function recipients(places: string[]): Paragraph[] {
  return [
    paragraph([{ text: "Nơi nhận:", bold: true, italic: true, size: 12 }], { after: 0 }),
    ...places.map((place, i) => paragraph([{ text: `- ${place}${i === places.length - 1 ? "." : ";"}`, size: 11 }], { after: 0 })),
  ]
}

export const KIND_WORDS: Record<DossierKind, string> = { first: "Lần đầu", upgrade: "Nâng hạng", re_rating: "Đánh giá lại" }

/** Name, kind, address, representative: as forms 02 and 03 ask for them. */
export function representativeFields({ representative }: Applicant): Paragraph[] {
  return [
    field("- Họ tên", representative.name),
    fieldPair(["- Giới tính (Nam/nữ)", representative.gender], ["Dân tộc", representative.ethnicity]),
    field("- Địa chỉ thường trú", representative.permanent_address),
  ]
}

export function memberLine({ name, organisation, position }: CouncilMember): string {
  return [textOr(name), oneLine(position), oneLine(organisation)].filter(Boolean).join(", ")
}
