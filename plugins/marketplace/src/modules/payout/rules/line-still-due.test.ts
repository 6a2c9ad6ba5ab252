import fc from "fast-check"
import { expect, test } from "vitest"
import { lineStillDue } from "./line-still-due"

const vnd = fc.integer({ min: 0, max: 1_000_000_000 })

test("a line goes out as long as what is left covers what is held", () => {
  expect(lineStillDue(undefined)).toBe("due")
  expect(lineStillDue({ payableVnd: -1, heldVnd: 0 })).toBe("balance_changed")
  fc.assert(
    fc.property(vnd, vnd, (free, heldVnd) => {
      expect(lineStillDue({ payableVnd: free + heldVnd, heldVnd })).toBe("due")
      expect(lineStillDue({ payableVnd: heldVnd, heldVnd: heldVnd + free + 1 })).toBe("held")
    }),
  )
})
