import fc from "fast-check"
import { expect, test } from "vitest"
import { cleanText, known, oneLine } from "./clean-text"

test("what may not stand in a paper is left out, and nothing else", () => {
  expect(cleanText("a\ud83db\udc00c\u0000d\u0007e\u202Ef\u2066g\uFFFEh")).toBe("abcdefgh")
  expect(cleanText("🍵 Chè\tđinh\r\nTân Cương\u2028…")).toBe("🍵 Chè đinh\nTân Cương\n…")
  expect(cleanText("Hoà".normalize("NFD"))).toBe("Hoà")
})

test("clean text stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const clean = cleanText(text)
      expect(cleanText(clean)).toBe(clean)
      expect(clean).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u)
    }),
  )
})

test("a text of nothing is not known", () => {
  expect([known(null), known(undefined), known(" \n "), known("\u0000"), oneLine(" a \n b ")]).toEqual([null, null, null, null, "a b"])
})
