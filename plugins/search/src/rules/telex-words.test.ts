import { foldedWords } from "@cho-phien/administrative-units"
import fc from "fast-check"
import { expect, test } from "vitest"
import { telexWords, typedWithMarks } from "./telex-words"

test.each([
  ["Chè Đinh Tân Cương", ["chef", "ddinh", "taan", "cuwowng"]],
  ["hoà, hòa", ["hoaf", "hoaf"]],
  ["BƯỞI Năm-Roi", ["buwowir", "nawm", "roi"]],
  ["miến dong 500g ST25", ["mieens", "dong", "500g", "st25"]],
  ["", []],
  ["!!! ---", []],
])("%j → %j", (text, words) => expect(telexWords(text)).toEqual(words))

test("words that differ by one mark stay different", () => {
  const words = ["bo", "bò", "bơ", "bỏ", "bọ", "bở", "bờ", "bô", "bố", "bồ", "đo", "do"].flatMap(telexWords)
  expect(new Set(words).size).toBe(words.length)
})

test("marks typed or not", () => {
  expect(typedWithMarks("che tan cuong")).toBe(false)
  expect(typedWithMarks("chè tan cuong")).toBe(true)
  expect(typedWithMarks("Đak")).toBe(true)
  expect(typedWithMarks("")).toBe(false)
})

const syllables = fc.array(fc.constantFrom("Chè", "đường", "hoà", "Thuỷ", "ngưỡng", "Ước", "quýt", "gạo", "rau", "2026"), { maxLength: 8 })

test("composed and decomposed, upper and lower case are the same words", () => {
  fc.assert(
    fc.property(syllables, (words) => {
      const text = words.join(" ")
      const wanted = telexWords(text)
      for (const variant of [text.normalize("NFD"), text.toUpperCase(), text.normalize("NFD").toUpperCase()]) {
        expect(telexWords(variant)).toEqual(wanted)
      }
    }),
  )
})

test("any text gives words that are safe in a query and as many as the folded ones", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      const words = telexWords(text)
      for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]+$/u)
    }),
  )
  fc.assert(
    fc.property(syllables, (words) => {
      expect(telexWords(words.join(" "))).toHaveLength(foldedWords(words.join(" ")).length)
    }),
  )
})
