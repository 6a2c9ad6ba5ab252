import type { OcopBadge } from "@cho-phien/ocop"
import { expect, test } from "vitest"
import { currentBadge, currentMarks, dateNumber } from "./current-badge"

const badge = (more: Partial<OcopBadge> = {}): OcopBadge => ({
  stars: 4,
  product_id: "ocop_1",
  product_name: "Chè Đinh",
  producer_name: "HTX Tân Hương",
  certificate_code: "CODE",
  decision_no: null,
  issued_by: null,
  issued_on: "2023-11-22",
  expires_on: "2026-11-22",
  status: "expiring",
  illustrative: true,
  ...more,
})

test("stars hold up to and including the last day", () => {
  expect(currentBadge(badge(), "2026-11-22")).toEqual(badge())
  expect(currentBadge(badge(), "2026-11-23")).toEqual(badge({ stars: null, status: "expired" }))
})

test("a prolonged certificate keeps its stars: the register takes them when that ends", () => {
  expect(currentBadge(badge({ status: "prolonged" }), "2026-12-31")?.stars).toBe(4)
})

test("nothing becomes something", () => {
  expect(currentBadge(null, "2026-11-23")).toBeNull()
  const revoked = badge({ stars: null, status: "revoked" })
  expect(currentBadge(revoked, "2020-01-01")).toEqual(revoked)
})

test("dates as numbers sort like dates", () => {
  expect(dateNumber("2027-01-31")).toBe(20270131)
  expect(dateNumber("2026-12-31")).toBeLessThan(dateNumber("2027-01-01"))
  expect(() => dateNumber("31/01/2027")).toThrow()
})

test("a quality mark leaves the card with its last day; what is no mark never was on it", () => {
  const mark = { id: "qcert_1", kind: "vietgap" as const, mark_rank: 4, number: "1", holder_name: "A", issuer: "B", issued_on: "2024-01-01", expires_on: "2026-11-22", state: "valid" as const, checked_on: null, illustrative: false }
  expect(currentMarks([mark], "2026-11-22")).toEqual([mark])
  expect(currentMarks([mark], "2026-11-23")).toEqual([])
  expect(currentMarks([{ ...mark, expires_on: null }, { ...mark, mark_rank: null }], "2026-11-23")).toEqual([{ ...mark, expires_on: null }])
})
