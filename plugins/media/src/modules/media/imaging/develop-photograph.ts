import sharp from "sharp"
import { MediaError, maxPixels } from "../errors"
import { planRenditions, refuseSize } from "../rules/plan-renditions"
import { sniffFormat } from "../rules/sniff-format"

export type RenditionFormat = "avif" | "webp"
export type DevelopedRendition = { width: number; height: number; format: RenditionFormat; bytes: Buffer }
export type DevelopedPhotograph = {
  /** Upright size of the original, in pixels. */
  width: number
  height: number
  /** The dominant colour, "#rrggbb": what a page shows until the photograph has arrived. */
  color: string
  renditions: DevelopedRendition[]
}

// Low efforts: a 12 megapixel JPEG takes about 0.6 s on two cores, and a farmer waits for it on a bad link.
const avif = { quality: 52, effort: 2 } satisfies sharp.AvifOptions
const webp = { quality: 76, effort: 3 } satisfies sharp.WebpOptions
const timeoutSeconds = 30

/**
 * Makes the stored renditions of an uploaded photograph: upright, in sRGB, without a
 * single byte of metadata (place, phone, owner), in AVIF and WebP.
 * Throws MediaError for what cannot be taken.
 */
export async function developPhotograph(original: Buffer): Promise<DevelopedPhotograph> {
  const { width, height } = await measureUpright(original)
  const refusal = refuseSize(width, height, maxPixels)
  if (refusal) throw new MediaError(refusal)

  const plan = planRenditions(width, height)
  const largest = plan[plan.length - 1]
  if (!largest) throw new MediaError("media.unreadable")
  try {
    // Decoded once; the smaller sizes come from the largest rendition's pixels.
    // sharp writes no metadata unless asked, and converts embedded colour profiles to sRGB.
    const base = await sharp(original, { limitInputPixels: maxPixels, failOn: "error" })
      .timeout({ seconds: timeoutSeconds })
      .autoOrient()
      .resize(largest.width, largest.height, { fit: "fill" })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true })
    const pixels = () => sharp(base.data, { raw: base.info })
    const renditions = await Promise.all(
      plan.flatMap((size) => {
        const scaled = () => (size.width === largest.width ? pixels() : pixels().resize(size.width, size.height, { fit: "fill" }))
        return [
          scaled().avif(avif).toBuffer().then((bytes) => ({ ...size, format: "avif" as const, bytes })),
          scaled().webp(webp).toBuffer().then((bytes) => ({ ...size, format: "webp" as const, bytes })),
        ]
      }),
    )
    return { width, height, color: await dominantColor(pixels()), renditions }
  } catch (error) {
    if (error instanceof MediaError) throw error
    throw new MediaError("media.unreadable")
  }
}

async function measureUpright(original: Buffer): Promise<{ width: number; height: number }> {
  const format = sniffFormat(original.subarray(0, 16))
  if (!format) throw new MediaError("media.unsupported")
  try {
    const { autoOrient } = await sharp(original, { limitInputPixels: false }).metadata()
    return autoOrient
  } catch {
    // libvips from npm carries AV1 but no HEVC decoder (a patent matter), so most HEIC ends here.
    throw new MediaError(format === "heic" ? "media.heic" : "media.unreadable")
  }
}

async function dominantColor(image: sharp.Sharp): Promise<string> {
  const { dominant } = await sharp(await image.resize(64, 64, { fit: "fill" }).png().toBuffer()).stats()
  return `#${[dominant.r, dominant.g, dominant.b].map((channel) => channel.toString(16).padStart(2, "0")).join("")}`
}
