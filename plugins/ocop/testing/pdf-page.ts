import { inflateSync } from "node:zlib"

const A4 = { width: 595.28, height: 841.89 }

/**
 * The filled shapes of a one-page PDF as an SVG, so that a test sees what a printer would put on the paper. Understands
 * what pdfkit writes for outlines (ISO 32000-1 Annex A: q Q cm m l c h, fills and their colours) and nothing else.
 */
export function pdfPageAsSvg(pdf: Buffer, dotsPerInch: number): string {
  const stack: string[] = []
  let open = 0
  let path = ""
  let fill = "#000000"
  let svg = ""
  const words: string[] = []
  const take = (count: number) => words.splice(-count, count).map(Number)
  for (const word of contentOf(pdf).split(/\s+/)) {
    switch (word) {
      case "q":
        stack.push(`${open}|${fill}`)
        open = 0
        break
      case "Q": {
        svg += "</g>".repeat(open)
        const [depth, colour] = (stack.pop() ?? "0|#000000").split("|")
        open = Number(depth)
        fill = colour ?? fill
        break
      }
      case "cm":
        svg += `<g transform="matrix(${take(6).join(" ")})">`
        open += 1
        break
      case "m":
      case "l":
        path += `${word.toUpperCase()}${take(2).join(" ")}`
        break
      case "c":
        path += `C${take(6).join(" ")}`
        break
      case "h":
        path += "Z"
        break
      case "scn":
        fill = `#${take(3).map((part) => Math.round(part * 255).toString(16).padStart(2, "0")).join("")}`
        break
      case "f":
        svg += `<path fill="${fill}" d="${path}"/>`
        path = ""
        break
      case "S":
        path = ""
        break
      default:
        words.push(word)
    }
  }
  const dots = (points: number) => Math.round((points * dotsPerInch) / 72)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${dots(A4.width)}" height="${dots(A4.height)}" viewBox="0 0 ${A4.width} ${A4.height}"><rect width="100%" height="100%" fill="#fff"/><g transform="matrix(1 0 0 -1 0 ${A4.height})">${svg}${"</g>".repeat(open)}</g></svg>`
}

function contentOf(pdf: Buffer): string {
  const start = pdf.indexOf("stream\n") + "stream\n".length
  return inflateSync(pdf.subarray(start, pdf.indexOf("\nendstream", start))).toString("latin1")
}
