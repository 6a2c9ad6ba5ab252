/** The widths the pages ask for: a card on a phone, a card on a dense screen, a product page. */
export const renditionWidths = [320, 640, 1080] as const

export const minSidePixels = 200
export const maxElongation = 5

/** Whether a photograph of this size can be shown at all; null when it can. Sizes are upright pixels. */
export function refuseSize(width: number, height: number, maxPixels: number) {
  if (width * height > maxPixels) return "media.too_large" as const
  if (Math.min(width, height) < minSidePixels) return "media.too_small" as const
  // A WebP may not exceed 16,383 pixels on a side; far sooner it stops being a product photograph.
  if (Math.max(width, height) > maxElongation * Math.min(width, height)) return "media.too_elongated" as const
  return null
}

/**
 * The sizes to make, ascending and never larger than the original. A photograph narrower
 * than the widest page size also gets its own width, so that nothing it shows is lost.
 */
export function planRenditions(width: number, height: number): { width: number; height: number }[] {
  const widest = renditionWidths[renditionWidths.length - 1] ?? width
  const widths: number[] = renditionWidths.filter((planned) => planned <= width)
  if (width < widest && !widths.includes(width)) widths.push(width)
  return widths.map((planned) => ({ width: planned, height: Math.max(1, Math.round((planned * height) / width)) }))
}
