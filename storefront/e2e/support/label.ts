import jsQR from "jsqr"
import { expect } from "vitest"
import sharp from "sharp"
import type { Run } from "./stack"

/** A label as the shop hands it out, such as `label.png?width=700`. */
export async function labelFile(run: Run, code: string, name: string): Promise<Buffer> {
  const answer = await fetch(`${run.shop}/api/labels/${code}/${name}`)
  expect(answer.status, name).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}

/** What a phone reads off a picture of a label. @throws Error where it sees no QR code */
export async function scanLabel(picture: Buffer): Promise<URL> {
  const { data, info } = await sharp(picture, { density: 300 }).flatten({ background: "#fff" }).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const seen = jsQR(new Uint8ClampedArray(data), info.width, info.height)
  if (!seen) throw new Error("The label shows no QR code.")
  return new URL(seen.data)
}
