import { create as createQr } from "qrcode"
import type { Statement } from "../modules/ocop/rules/statement"
import { outlines, widthOf, wrap, type Weight } from "./lettering"

/** A label as filled outlines in hundredths of a millimetre, ready for any kind of file; it has no frame of its own. */
export type LabelDrawing = { width: number; height: number; shapes: { d: string; fill: string }[] }

/** 70 × 37 mm: twenty-four fit an A4 sheet. */
const WIDTH = 7000
const HEIGHT = 3700
const QR = 3500
/** Modules begin and end on a grid of 0.05 mm: whole pixels in pictures of 1400 and 2800, so that their edges are sharp. */
const GRID = 5
const TEXT_X = 3560
const TEXT_WIDTH = WIDTH - TEXT_X - 160
const COLOURS = { ink: "#1B1F1D", soft: "#55605A", tea: "#1F5C3B", honey: "#C98A10", brick: "#B4412A" }

/** @param address what the QR holds: the page of the certificate with the signed statement */
export function drawLabel(statement: Statement, address: string): LabelDrawing {
  const shapes = [{ d: qrPath(address, 60, (HEIGHT - QR) / 2, QR), fill: COLOURS.ink }]
  let y = 170
  const write = (text: string, fill: string, weight: Weight, size: number, lines = 1) => {
    for (const line of wrap(text, weight, size, TEXT_WIDTH, lines)) {
      y += size * 1.28
      shapes.push({ d: outlines(line, weight, size, TEXT_X, y), fill })
    }
  }
  write("Chợ Phiên · OCOP", COLOURS.tea, 700, 250)
  y += 90
  for (let star = 0; star < statement.star; star += 1) shapes.push({ d: starPath(TEXT_X + 180 + star * 400, y + 200, 190), fill: COLOURS.honey })
  y += 420
  const foot = [
    { text: statement.code, fill: COLOURS.ink, weight: 700 as const, size: 270 },
    { text: `Có giá trị đến ${statement.expires.split("-").reverse().join("/")}`, fill: COLOURS.ink, weight: 600 as const, size: 215 },
    ...(statement.illustrative ? [{ text: "Dữ liệu minh hoạ", fill: COLOURS.brick, weight: 600 as const, size: 200 }] : []),
  ]
  let baseline = HEIGHT - 300
  for (const { text, fill, weight, size } of foot) {
    const fitting = Math.min(size, (size * TEXT_WIDTH) / widthOf(text, weight, size))
    shapes.push({ d: outlines(text, weight, fitting, TEXT_X, baseline), fill })
    baseline -= size * 1.32
  }
  write(statement.product, COLOURS.ink, 700, 290, 3)
  y += 30
  // The producer has what the product's name and the foot leave: two lines, or one.
  if (statement.producer) write(statement.producer, COLOURS.soft, 400, 215, baseline - y >= 2 * 275 ? 2 : 1)
  return { width: WIDTH, height: HEIGHT, shapes }
}

/** The dark modules as one outline, with the quiet zone of four modules inside the given square (ISO/IEC 18004). */
export function qrPath(text: string, left: number, top: number, side: number): string {
  const { size, data } = createQr(text, { errorCorrectionLevel: "M" }).modules
  const unit = onGrid(side / (size + 8))
  const margin = onGrid((side - size * unit) / 2)
  let path = ""
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!data[row * size + column]) continue
      let end = column
      while (end < size && data[row * size + end]) end += 1
      path += box(left + margin + column * unit, top + margin + row * unit, (end - column) * unit, unit)
      column = end
    }
  }
  return path
}

function onGrid(length: number): number {
  return Math.floor(length / GRID) * GRID
}

export function box(x: number, y: number, width: number, height: number): string {
  return `M${x} ${y}h${width}v${height}h${-width}Z`
}

/** Our own star; the state's OCOP logo belongs to those who may use it. */
function starPath(x: number, y: number, radius: number): string {
  const points = Array.from({ length: 10 }, (_, corner) => {
    const length = corner % 2 === 0 ? radius : radius * 0.42
    const angle = (corner * Math.PI) / 5
    return `${(x + length * Math.sin(angle)).toFixed(1)} ${(y - length * Math.cos(angle)).toFixed(1)}`
  })
  return `M${points.join("L")}Z`
}
