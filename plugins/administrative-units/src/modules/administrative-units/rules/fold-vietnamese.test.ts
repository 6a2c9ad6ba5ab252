import fc from "fast-check"
import { expect, test } from "vitest"
import { foldVietnamese, foldedWords } from "./fold-vietnamese"

test("folds tones, vowels and đ", () => {
  expect(foldVietnamese("Chè Đinh Tân Cương")).toBe("che dinh tan cuong")
  expect(foldVietnamese("ĐƯỜNG THỐT NỐT")).toBe("duong thot not")
  expect(foldVietnamese("Phường Quảng Yên")).toBe("phuong quang yen")
})

test("the placing of the tone mark and the Unicode form do not matter", () => {
  expect(foldVietnamese("Thủy Hòa")).toBe(foldVietnamese("Thuỷ Hoà"))
  expect(foldVietnamese("Hoà Bình".normalize("NFD"))).toBe("hoa binh")
})

test("is idempotent and blind to the Unicode form for any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const folded = foldVietnamese(text)
      expect(foldVietnamese(folded)).toBe(folded)
      expect(foldVietnamese(text.normalize("NFD"))).toBe(folded)
    }),
  )
})

test("words drop punctuation", () => {
  expect(foldedWords("Chè Tân-Cương, (Thái Nguyên)!")).toEqual(["che", "tan", "cuong", "thai", "nguyen"])
  expect(foldedWords("  …  ")).toEqual([])
})
