import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { NoticeTraffic } from "./notice-traffic"

const START = new Date("2026-11-22T03:00:00.000Z").getTime()

beforeEach(() => void vi.useFakeTimers({ now: START, toFake: ["Date"] }))
afterEach(() => void vi.useRealTimers())

test("is busy from a notice until none has come for a while", () => {
  const traffic = new NoticeTraffic()
  expect(traffic.isBusy()).toBe(false)
  traffic.note()
  vi.setSystemTime(START + 24)
  expect(traffic.isBusy()).toBe(true)
  traffic.note()
  vi.setSystemTime(START + 48)
  expect(traffic.isBusy()).toBe(true)
  vi.setSystemTime(START + 49)
  expect(traffic.isBusy()).toBe(false)
})

test("who steps aside goes on though notices never end, and at once where there are none", async () => {
  const traffic = new NoticeTraffic()
  traffic.note()
  // The clock stands: it is busy for ever.
  const begun = performance.now()
  for (let piece = 0; piece < 3; piece += 1) await traffic.stepAside()
  expect(traffic.isBusy()).toBe(true)
  // At least so long: ten pieces a second at most.
  expect(performance.now() - begun).toBeGreaterThan(250)
  vi.setSystemTime(START + 60_000)
  const order: string[] = []
  const free = traffic.stepAside().then(() => order.push("free"))
  setImmediate(() => order.push("a turn of the loop later"))
  await free
  expect(order).toEqual(["free"])
})
