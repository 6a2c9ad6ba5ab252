import { expect, test } from "vitest"
import { bareName, unitSearchText } from "./unit-name"

test("a name without its kind", () => {
  expect(bareName("Xã Tân Cương")).toBe("tan cuong")
  expect(bareName("tan cuong")).toBe("tan cuong")
  expect(bareName("TP. Thái Nguyên")).toBe("thai nguyen")
  expect(bareName("TT Phước Dân")).toBe("phuoc dan")
  expect(bareName("Thị xã Phổ Yên")).toBe("pho yen")
  expect(bareName("P.5")).toBe("5")
})

test("a kind with nothing behind it is the name", () => {
  expect(bareName("Xã")).toBe("xa")
  expect(bareName("")).toBe("")
})

test("search text holds every word led by a space", () => {
  expect(unitSearchText("Xã Tân Cương", null, "Thái Nguyên")).toBe(" xa tan cuong thai nguyen")
})
