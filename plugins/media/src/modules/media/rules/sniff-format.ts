export type PhotographFormat = "jpeg" | "png" | "webp" | "avif" | "heic"

const heicBrands = new Set(["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"])

/**
 * What a file is, by its first bytes (16 are enough) and never by its name: phones
 * and chat programs rename freely. Null for anything that is not a photograph we know.
 */
export function sniffFormat(head: Uint8Array): PhotographFormat | null {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return "jpeg"
  if (text(head, 1, 4) === "PNG" && head[0] === 0x89) return "png"
  if (text(head, 0, 4) === "RIFF" && text(head, 8, 12) === "WEBP") return "webp"
  // ISO base media file: box size, "ftyp", then the major brand (ISO/IEC 23008-12).
  if (text(head, 4, 8) === "ftyp") {
    const brand = text(head, 8, 12)
    if (brand === "avif") return "avif"
    if (heicBrands.has(brand)) return "heic"
  }
  return null
}

function text(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
