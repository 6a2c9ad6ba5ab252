import fc from "fast-check"
import { expect, test } from "vitest"
import { sniffFormat } from "./sniff-format"

const ascii = (value: string) => Uint8Array.from(Buffer.from(value, "latin1"))

test.each([
  ["\xff\xd8\xff\xe1....Exif", "jpeg"],
  ["\x89PNG\r\n\x1a\n", "png"],
  ["RIFF\x10\x00\x00\x00WEBPVP8 ", "webp"],
  ["\x00\x00\x00\x1cftypavif", "avif"],
  ["\x00\x00\x00\x24ftypheic", "heic"],
  ["\x00\x00\x00\x24ftypmif1", "heic"],
  ["\x00\x00\x00\x18ftypmp42", null],
  ["GIF89a", null],
  ["<svg xmlns=", null],
  ["%PDF-1.7", null],
  ["RIFF\x10\x00\x00\x00WAVE", null],
  ["", null],
])("%j is %s", (head, format) => {
  expect(sniffFormat(ascii(head))).toBe(format)
})

test("any bytes are answered without throwing", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 32 }), (bytes) => void sniffFormat(bytes)))
})
