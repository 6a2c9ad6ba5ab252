import fc from "fast-check"
import { expect, test } from "vitest"
import { freeHandle, handleFrom } from "./handle"

test.each([
  ["Chè Tân Cương", "che-tan-cuong"],
  ["Chè Tân Cương, đặc biệt (200 g)", "che-tan-cuong-dac-biet-200-g"],
  ["HTX Đồng Hỷ", "htx-dong-hy"],
  ["Miến dong".normalize("NFD"), "mien-dong"],
  ["🍵", "hang"],
])("%s → %s", (name, handle) => expect(handleFrom(name)).toBe(handle))

test("any name gives a web address of at most 60 plain characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (name) => {
      const handle = handleFrom(name)
      return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(handle) && handle.length <= 60
    }),
  )
})

test("a taken address gets a number", () => {
  expect(freeHandle("che", new Set())).toBe("che")
  expect(freeHandle("che", new Set(["che", "che-2", "che-xanh"]))).toBe("che-3")
})
