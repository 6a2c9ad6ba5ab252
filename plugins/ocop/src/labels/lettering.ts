import { readFileSync } from "node:fs"
import { create, type Font } from "fontkit"

export type Weight = 400 | 600 | 700

/** @fontsource cuts the typeface into alphabets; a Vietnamese word needs letters out of several. */
const ALPHABETS = ["latin", "vietnamese", "latin-ext"]
const fonts = new Map<Weight, Font[]>()

/**
 * Lines of Be Vietnam Pro as outlines, so that a label looks the same in SVG, PNG and PDF on any machine, whatever is
 * installed there. Letters the typeface does not have are left out. Coordinates are whole numbers: for a label a
 * hundredth of a millimetre is fine enough, and it keeps the files small.
 */
export function outlines(text: string, weight: Weight, size: number, x: number, baseline: number): string {
  const scale = (font: Font) => size / font.unitsPerEm
  let pen = x
  let drawn = ""
  for (const { font, glyph } of glyphsOf(text, weight)) {
    drawn += glyph.path.transform(scale(font), 0, 0, -scale(font), pen, baseline).toSVG().replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number))))
    pen += glyph.advanceWidth * scale(font)
  }
  return drawn
}

export function widthOf(text: string, weight: Weight, size: number): number {
  return glyphsOf(text, weight).reduce((sum, { font, glyph }) => sum + (glyph.advanceWidth * size) / font.unitsPerEm, 0)
}

/** Breaks at spaces into at most `lines` lines of at most `width`; what is left over is cut with an ellipsis. */
export function wrap(text: string, weight: Weight, size: number, width: number, lines: number): string[] {
  const words = text.normalize("NFC").split(/\s+/).filter(Boolean)
  const result: string[] = []
  while (words.length > 0) {
    let line = words.shift() ?? ""
    while (words.length > 0 && widthOf(`${line} ${words[0]}`, weight, size) <= width) line += ` ${words.shift()}`
    if (result.length === lines - 1 && words.length > 0) line += "…"
    result.push(cut(line, weight, size, width))
    if (result.length === lines) break
  }
  return result
}

function cut(line: string, weight: Weight, size: number, width: number): string {
  const letters = [...line.replace(/…$/, "")]
  let kept = line
  while (letters.length > 1 && widthOf(kept, weight, size) > width) {
    letters.pop()
    kept = `${letters.join("").trimEnd()}…`
  }
  return kept
}

function glyphsOf(text: string, weight: Weight) {
  return [...text.normalize("NFC")].flatMap((letter) => {
    const point = letter.codePointAt(0) ?? 0
    const font = load(weight).find((candidate) => candidate.hasGlyphForCodePoint(point))
    return font ? [{ font, glyph: font.glyphForCodePoint(point) }] : []
  })
}

function load(weight: Weight): Font[] {
  const known = fonts.get(weight)
  if (known) return known
  const loaded = ALPHABETS.map((alphabet) => {
    const font = create(readFileSync(require.resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${alphabet}-${weight}-normal.woff`)))
    if (!("unitsPerEm" in font)) throw new Error("A collection is not a font")
    return font
  })
  fonts.set(weight, loaded)
  return loaded
}
