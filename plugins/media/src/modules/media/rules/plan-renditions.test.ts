import fc from "fast-check"
import { expect, test } from "vitest"
import { planRenditions, refuseSize } from "./plan-renditions"

const widths = (width: number, height = width) => planRenditions(width, height).map((planned) => planned.width)

test("a phone's photograph gets the three page widths", () => {
  expect(planRenditions(3000, 4000)).toEqual([
    { width: 320, height: 427 },
    { width: 640, height: 853 },
    { width: 1080, height: 1440 },
  ])
})

test("a smaller one keeps its own width and is never enlarged", () => {
  expect(widths(800)).toEqual([320, 640, 800])
  expect(widths(640)).toEqual([320, 640])
  expect(widths(250)).toEqual([250])
})

test("no plan enlarges, all keep the proportions within a pixel", () => {
  const side = fc.integer({ min: 200, max: 9000 })
  fc.assert(
    fc.property(side, side, (width, height) => {
      const plan = planRenditions(width, height)
      expect(plan.length).toBeGreaterThan(0)
      for (const planned of plan) {
        expect(planned.width).toBeLessThanOrEqual(width)
        expect(planned.height).toBeLessThanOrEqual(height)
        expect(Math.abs(planned.height - (planned.width * height) / width)).toBeLessThanOrEqual(0.5)
      }
    }),
  )
})

test("sizes that cannot be shown are refused", () => {
  expect(refuseSize(4000, 3000, 60e6)).toBeNull()
  expect(refuseSize(10_000, 10_000, 60e6)).toBe("media.too_large")
  expect(refuseSize(1000, 199, 60e6)).toBe("media.too_small")
  expect(refuseSize(1001, 200, 60e6)).toBe("media.too_elongated")
})
