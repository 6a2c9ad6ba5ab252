import { expect, test, vi } from "vitest"
import { OutboxPump } from "./outbox-pump"

/** An outbox of so many events, and the pump on it; `most` is how many were emitted and not dealt with at once. */
function outbox(events: number) {
  const seen = { left: events, batches: [] as number[], open: 0, most: 0, errors: [] as string[], broken: false }
  const emit = async (limit: number) => {
    if (seen.broken) throw new Error("database gone")
    await Promise.resolve()
    const ids = Array.from({ length: Math.min(limit, seen.left) }, (_, index) => `evt_${seen.left - index}`)
    seen.left -= ids.length
    seen.open += ids.length
    seen.most = Math.max(seen.most, seen.open)
    if (ids.length > 0) seen.batches.push(ids.length)
    for (const id of ids) setTimeout(() => {
      seen.open -= 1
      pump.done(id)
    }, 5)
    return ids
  }
  const pump = new OutboxPump({ emit, onError: (error) => seen.errors.push(error.message) })
  return { seen, pump }
}

test("everything due is emitted in small batches by one run, however many ask", async () => {
  const { seen, pump } = outbox(35)
  await Promise.all(Array.from({ length: 20 }, () => pump.run()))
  expect(seen).toMatchObject({ left: 0, batches: [4, 4, 4, 4, 4, 4, 4, 4, 3] })
})

test("listeners never have more than two batches before them", async () => {
  const { seen, pump } = outbox(200)
  await pump.run()
  expect(seen.left).toBe(0)
  expect(seen.most).toBeLessThan(8)
})

test("while gateways are waiting a batch waits for a gap, but not for ever", async () => {
  let busy = true
  const emit = vi.fn(async () => [])
  const pump = new OutboxPump({ emit, onError: vi.fn(), isBusy: () => busy })
  const first = pump.run()
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(emit).not.toHaveBeenCalled()
  busy = false
  await first
  expect(emit).toHaveBeenCalledTimes(1)
  busy = true
  await pump.run()
  expect(emit).toHaveBeenCalledTimes(2)
}, 30_000)

test("while gateways are waiting batches are small; what is due is told all the same, and in full ones as soon as they are served", async () => {
  let busy = true
  let left = 9
  const limits: number[] = []
  const emit = async (limit: number) => {
    limits.push(limit)
    if (limits.length === 2) busy = false
    return Array.from({ length: Math.min(limit, left) }, () => `evt_${left--}`)
  }
  const pump = new OutboxPump({ emit: async (limit) => (await emit(limit)).map((id) => (setTimeout(() => pump.done(id)), id)), onError: vi.fn(), isBusy: () => busy })
  await pump.run()
  expect(limits).toEqual([2, 2, 4, 4])
  expect(left).toBe(0)
}, 30_000)

test("a listener that never answers, or lives in another process, holds up the rest for a moment only", async () => {
  let left = 8
  const pump = new OutboxPump({ emit: async (limit) => Array.from({ length: Math.min(limit, left) }, () => `evt_${left--}`), onError: vi.fn() })
  await pump.run()
  expect(left).toBe(0)
}, 30_000)

test("what is written while a run is under way is emitted without being asked again later", async () => {
  const { seen, pump } = outbox(1)
  const run = pump.run()
  await Promise.resolve()
  seen.left += 3
  void pump.run()
  await run
  expect(seen.left).toBe(0)
})

test("a failure is reported and the next request tries again", async () => {
  const { seen, pump } = outbox(3)
  seen.broken = true
  await pump.run()
  expect(seen.errors).toEqual(["database gone"])
  seen.broken = false
  await pump.run()
  expect(seen.left).toBe(0)
})
