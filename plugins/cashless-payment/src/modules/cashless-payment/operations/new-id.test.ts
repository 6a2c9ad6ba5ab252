import { expect, test } from "vitest"
import { newId } from "./new-id"

test("is a ULID behind a prefix, and none comes twice", () => {
  const ids = Array.from({ length: 5000 }, () => newId("evt"))
  for (const id of ids) expect(id).toMatch(/^evt_[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
  expect(new Set(ids.map((id) => id.slice(-16))).size).toBe(ids.length)
})

test("sorts by the millisecond it was made in", () => {
  const [old, young] = [newId("pin", 1_700_000_000_000), newId("pin", 1_700_000_000_001)]
  expect(old < young).toBe(true)
  // The time of the specification's own example: https://github.com/ulid/spec
  expect(newId("x", 1_469_918_176_385).slice(2, 12)).toBe("01ARYZ6S41")
})

test("every character is drawn about as often as any other", () => {
  const counts = new Map<string, number>()
  for (let round = 0; round < 4000; round += 1) for (const character of newId("x").slice(-16)) counts.set(character, (counts.get(character) ?? 0) + 1)
  expect(counts.size).toBe(32)
  for (const count of counts.values()) expect(count).toBeGreaterThan(1600)
})
