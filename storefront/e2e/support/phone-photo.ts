import sharp from "sharp"

/**
 * A JPEG as a phone held upright stores it: the pixels lie on their side, EXIF orientation 6 says so, and
 * the place is inside. Upright, the upper half is green and the lower half is brown.
 */
export async function phonePhoto(): Promise<Buffer> {
  const green = { r: 40, g: 120, b: 60 }
  const brown = { r: 120, g: 80, b: 40 }
  const half = (colour: typeof green) =>
    sharp({ create: { width: 800, height: 1200, channels: 3, background: colour } }).png().toBuffer()
  // Orientation 6: what is up in the scene lies on the left of the stored pixels.
  return sharp({ create: { width: 1600, height: 1200, channels: 3, background: brown } })
    .composite([{ input: await half(green), left: 0, top: 0 }])
    .jpeg({ quality: 90 })
    .withExif({
      IFD0: { Make: "Phone", Model: "Cheap Android" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "21/1 32/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "105/1 45/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
}
