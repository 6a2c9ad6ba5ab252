import { strToU8, zipSync } from "fflate"
import { safeCell } from "../modules/ocop/rules/official-list/safe-cell"
import { cellName } from "../modules/ocop/rules/official-list/types"

export type Sheet = { name: string; header: string[]; rows: (string | number | null)[][]; widths?: number[] }

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const PACKAGE = "http://schemas.openxmlformats.org/package/2006"
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
/** Two styles: plain text cells (format @, so that 05503 keeps its zero) and bold headings. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyFont="1" applyNumberFormat="1"/></cellXfs></styleSheet>`

/** A workbook of plain tables (ECMA-376): texts and numbers, headings frozen, nothing that runs. Same input, same bytes. */
export function writeXlsx(sheets: Sheet[]): Uint8Array {
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map((sheet, i) => `<sheet name="${escaped(sheet.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join("")}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": STYLES,
  }
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet)
  })
  // A fixed day (zip knows none before 1980): the same table gives the same file.
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), { mtime: new Date(2026, 0, 1) })
}

function sheetXml({ header, rows, widths = [] }: Sheet): string {
  const columns = header.map((_, i) => `<col min="${i + 1}" max="${i + 1}" width="${widths[i] ?? 18}" customWidth="1" style="1"/>`).join("")
  const lines = [header, ...rows].map((cells, i) => `<row r="${i + 1}">${cells.map((value, column) => cellXml(value, cellName(column, i + 1), i === 0 ? 2 : 1)).join("")}</row>`)
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>${lines.join("")}</sheetData></worksheet>`
}

function cellXml(value: string | number | null, name: string, style: number): string {
  if (value === null || value === "") return ""
  if (typeof value === "number") return `<c r="${name}"><v>${value}</v></c>`
  // An inline string is never run; the guard is for the day somebody saves the sheet as CSV.
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(safeCell(value))}</t></is></c>`
}

function escaped(text: string): string {
  const printable = text.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, "")
  return printable.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
}
