import fc from "fast-check"
import { expect, test } from "vitest"
import { RefusalLimit } from "./refusal-limit"

test("a few refusals are told, more are quiet, and beyond the limit the answer is no longer polite, for a minute", () => {
  const limit = new RefusalLimit(5)
  const heard = (address: string, now: number) => limit.note(address, now)
  expect(Array.from({ length: 8 }, () => heard("203.0.113.1", 60_000))).toEqual(["told", "told", "told", "quiet", "quiet", "told", "too_many", "too_many"])
  expect(heard("203.0.113.2", 60_000)).toBe("told")
  expect(heard("203.0.113.1", 119_999)).toBe("too_many")
  expect(heard("203.0.113.1", 120_000)).toBe("told")
})

test("however many addresses there are, the book of them stays small and a new one is heard", () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_001, max: 20_000 }), (strangers) => {
      const limit = new RefusalLimit(1)
      for (let index = 0; index < strangers; index += 1) limit.note(`a${index}`, 60_000)
      expect(limit.note("new", 60_000)).toBe("told")
    }),
    { numRuns: 5 },
  )
})
