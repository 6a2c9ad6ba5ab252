import { ApiError } from "@cho-phien/administrative-units"
import { describe, expect, test } from "vitest"
import { readPeriod } from "./evidence-period"

const today = "2026-11-22"

const refusal = (given: { from?: string; to?: string }) => {
  try {
    readPeriod(given, today)
  } catch (error) {
    if (error instanceof ApiError) return { code: error.code, fields: Object.keys(error.fields ?? {}) }
  }
  return null
}

test("without days: twelve months up to today", () => {
  expect(readPeriod({}, today)).toEqual({ from: "2025-12-01", to: today })
  expect(readPeriod({ from: "", to: "2026-01-31" }, today)).toEqual({ from: "2025-02-01", to: "2026-01-31" })
})

test("a single day is a period", () => {
  expect(readPeriod({ from: today, to: today }, today)).toEqual({ from: today, to: today })
})

test("days are taken as people write them", () => {
  expect(readPeriod({ from: "1/2/2026", to: " 28.02.2026 " }, today)).toEqual({ from: "2026-02-01", to: "2026-02-28" })
  expect(readPeriod({ from: "01022026", to: "28-02-2026" }, today)).toEqual({ from: "2026-02-01", to: "2026-02-28" })
})

describe("what is refused", () => {
  test.each([
    [{ from: "2026-02-30" }, "from"],
    [{ from: "30/02/2026" }, "from"],
    [{ from: "02/2026" }, "from"],
    [{ from: "1/2/26" }, "from"],
    [{ to: "hôm nay" }, "to"],
    [{ to: "2026-11-23" }, "to"],
    [{ from: "2026-11-02", to: "2026-11-01" }, "from"],
    [{ from: "2021-11-22" }, "from"],
  ])("%j", (given, field) => {
    expect(refusal(given)).toEqual({ code: "evidence.bad_period", fields: [field] })
  })

  test("sixty months are the longest", () => {
    expect(readPeriod({ from: "2021-11-23" }, today).from).toBe("2021-11-23")
  })
})
