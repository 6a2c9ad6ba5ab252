import fc from "fast-check"
import { expect, test } from "vitest"
import { evidenceFileName, sniffEvidence } from "./sniff-evidence"

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))

test.each([
  ["%PDF-1.7\n", "application/pdf"],
  ["\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"],
  ["\x89PNG\r\n\x1a\n\x00\x00", "image/png"],
  ["RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"],
  ["<html>", null],
  ["<svg xmlns=", null],
  [" %PDF-1.7", null],
  ["PK\x03\x04", null],
  ["", null],
])("%j is %s", (head, type) => expect(sniffEvidence(bytes(head))).toBe(type))

test("text is never taken for a picture or a PDF unless it begins like one", () =>
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }).filter((text) => !text.startsWith("%PDF-") && !text.startsWith("RIFF")), (text) => {
      expect(sniffEvidence(new TextEncoder().encode(text))).toBeNull()
    }),
  ))

test("the stored name says what the bytes are", () => expect(evidenceFileName("qcert_1", "application/pdf")).toBe("qcert_1.pdf"))
