import { describe, expect, test } from "vitest"
import { dayOf, dayProblem, dayWords } from "./books"

test("a day is read as it is written in Viet Nam, day before month", () => {
  expect(dayOf("11/12/2026")).toBe("2026-12-11")
  expect(dayOf(" 1.2.2026 ")).toBe("2026-02-01")
  expect(dayOf(dayWords("2026-11-22"))).toBe("2026-11-22")
})

test.each(["", "31/02/2026", "12/13/2026", "0/1/2026", "22/11/26", "22/11", "2026-11-22", "hôm nay"])("%j is no day", (text) => expect(dayOf(text)).toBeNull())

describe("a day that may not be chosen says why", () => {
  const bounds = { min: "2026-11-22", max: "2026-12-31" }
  test.each([
    ["", "Nhập ngày, ví dụ 22/11/2026."],
    ["   ", "Nhập ngày, ví dụ 22/11/2026."],
    ["31/02/2026", "Không có ngày này. Viết ngày/tháng/năm, ví dụ 22/11/2026."],
    ["21/11/2026", "Chọn từ ngày 22/11/2026 trở đi."],
    ["1/1/2027", "Chọn đến hết ngày 31/12/2026."],
  ])("%j", (text, problem) => expect(dayProblem(text, bounds)).toBe(problem))

  test.each(["22/11/2026", "31/12/2026"])("%s is allowed", (text) => expect(dayProblem(text, bounds)).toBeNull())
  test("without bounds every day is allowed", () => expect(dayProblem("1/1/1999")).toBeNull())
})
