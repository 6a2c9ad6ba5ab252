import PDFDocument from "pdfkit"
import sharp from "sharp"
import type { LabelDrawing } from "./label-drawing"

/** How many labels an A4 sheet can carry, as columns and rows; twenty-four is the size sold as 70 × 37 mm. */
const SHEETS = { 8: [2, 4], 12: [2, 6], 24: [3, 8] } as const
export type PerSheet = keyof typeof SHEETS

const A4 = { width: 595.28, height: 841.89 }

/** @param side its width and height attributes; in millimetres for print when not given */
export function labelSvg({ width, height, shapes }: LabelDrawing, side = { width: `${width / 100}mm`, height: `${height / 100}mm` }): string {
  const paths = shapes.map(({ d, fill }) => `<path fill="${fill}" d="${d}"/>`).join("")
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side.width}" height="${side.height}" viewBox="0 0 ${width} ${height}">${paths}</svg>`
}

/** @param widthPixels of the picture; its height follows */
export function labelPng(drawing: LabelDrawing, widthPixels: number): Promise<Buffer> {
  // Drawn at the very size it is asked for: scaled afterwards, the modules of the QR would blur.
  const side = { width: `${widthPixels}`, height: `${Math.round((widthPixels * drawing.height) / drawing.width)}` }
  return sharp(Buffer.from(labelSvg(drawing, side))).png().toBuffer()
}

/** An A4 sheet with the label as often as it fits, to be cut along the hairlines. */
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
  const scale = Math.min(cell.width / drawing.width, cell.height / drawing.height)
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
