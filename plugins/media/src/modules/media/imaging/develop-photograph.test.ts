import sharp from "sharp"
import { beforeAll, expect, test } from "vitest"
import { MediaError } from "../errors"
import { developPhotograph, type DevelopedPhotograph } from "./develop-photograph"

/**
 * A landscape photograph as a phone held upright writes it: pixels on their side, EXIF
 * orientation 6, the place it was taken. Upright, the left half is red and the right half is blue.
 */
async function phoneJpeg(width = 900, height = 1200): Promise<Buffer> {
  const half = await sharp({ create: { width: width / 2, height, channels: 3, background: "#0000ff" } }).png().toBuffer()
  const upright = await sharp({ create: { width, height, channels: 3, background: "#ff0000" } })
    .composite([{ input: half, left: width / 2, top: 0 }])
    .png()
    .toBuffer()
  return sharp(upright)
    .rotate(270)
    .jpeg({ quality: 95 })
    .withExif({
      IFD0: { Make: "Điện thoại", Model: "Của bà con" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "21/1 35/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "105/1 50/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
}

let developed: DevelopedPhotograph
let original: Buffer
beforeAll(async () => {
  original = await phoneJpeg()
  developed = await developPhotograph(original)
})

test("the fixture really is on its side and really carries a place", async () => {
  const { orientation, width, exif } = await sharp(original).metadata()
  expect(orientation).toBe(6)
  expect(width).toBe(1200)
  // Tag 0x8825 is the pointer to the GPS directory.
  expect(exif?.includes(Buffer.from([0x88, 0x25])) || exif?.includes(Buffer.from([0x25, 0x88]))).toBe(true)
})

test("upright, in both formats and all planned widths", async () => {
  expect([developed.width, developed.height]).toEqual([900, 1200])
  expect(developed.renditions.map(({ width, format }) => `${width}.${format}`)).toEqual([
    "320.avif", "320.webp", "640.avif", "640.webp", "900.avif", "900.webp",
  ])
  for (const rendition of developed.renditions) {
    const { data, info } = await sharp(rendition.bytes).raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([rendition.width, rendition.height])
    const pixel = (x: number, y: number) => {
      const at = (y * info.width + x) * info.channels
      return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
    }
    const quarter = Math.round(info.width / 4)
    for (const y of [10, info.height - 10]) {
      const [red, , blueOfRed] = pixel(quarter, y)
      const [redOfBlue, , blue] = pixel(info.width - quarter, y)
      expect(red).toBeGreaterThan(200)
      expect(blueOfRed).toBeLessThan(60)
      expect(blue).toBeGreaterThan(200)
      expect(redOfBlue).toBeLessThan(60)
    }
  }
})

test("no metadata is left in any rendition", async () => {
  for (const { bytes } of developed.renditions) {
    const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata()
    expect({ exif, xmp, iptc, icc }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined, icc: undefined })
    expect(orientation ?? 1).toBe(1)
    for (const trace of ["Exif", "Make", "GPS", "bà con"]) expect(bytes.includes(Buffer.from(trace))).toBe(false)
  }
})

test("the colour is the dominant one", async () => {
  const green = await sharp({ create: { width: 400, height: 400, channels: 3, background: "#208040" } }).webp().toBuffer()
  const { color } = await developPhotograph(green)
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  expect(color).toMatch(/^#[0-9a-f]{6}$/)
  for (const [index, wanted] of [0x20, 0x80, 0x40].entries()) expect(Math.abs((channels[index] ?? 0) - wanted)).toBeLessThan(12)
})

const reason = (bytes: Buffer) =>
  developPhotograph(bytes).then(
    () => "taken",
    (error: unknown) => (error instanceof MediaError ? error.reason : error),
  )

test("what cannot be taken is refused with its reason", async () => {
  const blank = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: "#ffffff" } }).png({ compressionLevel: 1 }).toBuffer()
  expect(await reason(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toBe("media.unsupported")
  expect(await reason(Buffer.alloc(0))).toBe("media.unsupported")
  expect(await reason(await blank(100, 400))).toBe("media.too_small")
  expect(await reason(await blank(300, 2000))).toBe("media.too_elongated")
  expect(await reason(await blank(8000, 7600))).toBe("media.too_large")
  expect(await reason(original.subarray(0, 3000))).toBe("media.unreadable")
  expect(await reason(Buffer.concat([Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), Buffer.alloc(64)]))).toBe("media.heic")
})
