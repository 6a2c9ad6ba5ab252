import PDFDocument from "pdfkit"
import sharp from "sharp"
import { box, type LabelDrawing } from "./label-drawing"

/** How many labels an A4 sheet can carry, as columns and rows; twenty-four is the size sold as 70 × 37 mm. */
const SHEETS = { 8: [2, 4], 12: [2, 6], 24: [3, 8] } as const
export type PerSheet = keyof typeof SHEETS

const A4 = { width: 595.28, height: 841.89 }
const MILLIMETRE = 72 / 25.4
/**
 * White around each label of a sheet. Printers leave 4 to 5 mm at the edges of the paper empty; with the margins inside
 * the drawing, nothing of the outer labels falls into them.
 */
const GAP = 1.5 * MILLIMETRE
const FRAME = "#E4DED2"

/** @param side its width and height attributes; in millimetres for print when not given */
export function labelSvg({ width, height, shapes }: LabelDrawing, side = { width: `${width / 100}mm`, height: `${height / 100}mm` }): string {
  const frame = [{ d: box(0, 0, width, height), fill: FRAME }, { d: box(12, 12, width - 24, height - 24), fill: "#FFFFFF" }]
  const paths = [...frame, ...shapes].map(({ d, fill }) => `<path fill="${fill}" d="${d}"/>`).join("")
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side.width}" height="${side.height}" viewBox="0 0 ${width} ${height}">${paths}</svg>`
}

/** @param widthPixels of the picture; its height follows */
export function labelPng(drawing: LabelDrawing, widthPixels: number): Promise<Buffer> {
  // Drawn at the very size it is asked for: scaled afterwards, the modules of the QR would blur.
  const side = { width: `${widthPixels}`, height: `${Math.round((widthPixels * drawing.height) / drawing.width)}` }
  return sharp(Buffer.from(labelSvg(drawing, side))).png().toBuffer()
}

/** An A4 sheet of labels: for sheets of stickers of that size, or for plain paper to be cut along the dashes. */
export function labelSheet(drawing: LabelDrawing, perSheet: PerSheet, title: string): Promise<Buffer> {
  const document = new PDFDocument({ size: "A4", margin: 0, info: { Title: title, Creator: "Chợ Phiên" }, lang: "vi" })
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on("data", (chunk: Buffer) => chunks.push(chunk))
    document.on("end", () => resolve(Buffer.concat(chunks)))
    document.on("error", reject)
  })
  const [columns, rows] = SHEETS[perSheet]
  const cell = { width: A4.width / columns, height: A4.height / rows }
  const scale = Math.min((cell.width - 2 * GAP) / drawing.width, (cell.height - 2 * GAP) / drawing.height)
  for (let column = 1; column < columns; column += 1) document.moveTo(column * cell.width, 0).lineTo(column * cell.width, A4.height)
  for (let row = 1; row < rows; row += 1) document.moveTo(0, row * cell.height).lineTo(A4.width, row * cell.height)
  document.lineWidth(0.4).dash(2, { space: 4 }).stroke("#857E70").undash()
  for (let index = 0; index < perSheet; index += 1) {
    document.save()
    document.translate(
      (index % columns) * cell.width + (cell.width - drawing.width * scale) / 2,
      Math.floor(index / columns) * cell.height + (cell.height - drawing.height * scale) / 2,
    )
    document.scale(scale)
    for (const { d, fill } of drawing.shapes) document.path(d).fill(fill)
    document.restore()
  }
  document.end()
  return done
}
