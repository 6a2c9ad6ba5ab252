import { expect, test } from "vitest"
import { dayOf, dayWords } from "./books"

test("a day is read as it is written in Viet Nam, day before month", () => {
  expect(dayOf("11/12/2026")).toBe("2026-12-11")
  expect(dayOf(" 1.2.2026 ")).toBe("2026-02-01")
  expect(dayOf(dayWords("2026-11-22"))).toBe("2026-11-22")
})

test.each(["", "31/02/2026", "12/13/2026", "0/1/2026", "22/11/26", "22/11", "2026-11-22", "hôm nay"])("%j is no day", (text) => expect(dayOf(text)).toBeNull())
