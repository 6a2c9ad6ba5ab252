import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { ChangeWatch } from "./change-watch"

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const beat = () => vi.advanceTimersByTimeAsync(1_000)

/** How often somebody heard that something changed. */
const changes = (told: ReturnType<typeof vi.fn>) => told.mock.calls.filter(([what]) => what === "changed").length

function rows(first: Record<string, string>) {
  let now = first
  const read = vi.fn(async (ids: string[]) => new Map(ids.flatMap((id) => (now[id] === undefined ? [] : [[id, now[id]!] as const]))))
  return { read, become: (next: Record<string, string>) => (now = next) }
}

test("a change is told to everybody who watches it, and to nobody else", async () => {
  const { read, become } = rows({ a: "1", b: "1" })
  const watch = new ChangeWatch(read)
  const [one, two, other] = [vi.fn(), vi.fn(), vi.fn()]
  watch.watch("a", one)
  watch.watch("a", two)
  watch.watch("b", other)
  await beat()
  expect([one, two, other].map((told) => told.mock.calls)).toEqual([[["ready"]], [["ready"]], [["ready"]]])
  become({ a: "2", b: "1" })
  await beat()
  await beat()
  expect([one, two, other].map(changes)).toEqual([1, 1, 0])
})

test("what happens before the first beat is in what is read when told ready; who comes later is told ready too", async () => {
  const { read, become } = rows({ a: "1" })
  const watch = new ChangeWatch(read)
  const [early, late] = [vi.fn(), vi.fn()]
  watch.watch("a", early)
  become({ a: "2" })
  await beat()
  expect(early.mock.calls).toEqual([["ready"]])
  watch.watch("a", late)
  become({ a: "3" })
  await beat()
  expect(early.mock.calls).toEqual([["ready"], ["changed"]])
  expect(late.mock.calls).toEqual([["ready"]])
})

test("one reading a beat, however many watch; none when nobody does", async () => {
  const { read } = rows({ a: "1" })
  const watch = new ChangeWatch(read)
  const stops = Array.from({ length: 50 }, () => watch.watch("a", vi.fn()))
  expect(watch.size).toBe(50)
  await beat()
  expect(read).toHaveBeenCalledTimes(1)
  expect(read).toHaveBeenCalledWith(["a"])
  for (const stop of stops) stop()
  expect(watch.size).toBe(0)
  await beat()
  await beat()
  expect(read).toHaveBeenCalledTimes(1)
})

test("a row that vanishes or appears is a change too", async () => {
  const { read, become } = rows({ a: "1" })
  const watch = new ChangeWatch(read)
  const told = vi.fn()
  watch.watch("a", told)
  await beat()
  become({})
  await beat()
  become({ a: "1" })
  await beat()
  expect(changes(told)).toBe(2)
})

test("a database that is away for a while is asked again, and what changed meanwhile is told", async () => {
  const { read, become } = rows({ a: "1" })
  const watch = new ChangeWatch(read)
  const told = vi.fn()
  watch.watch("a", told)
  await beat()
  become({ a: "2" })
  read.mockRejectedValueOnce(new Error("gone"))
  await beat()
  expect(changes(told)).toBe(0)
  await beat()
  expect(changes(told)).toBe(1)
})

test("a slow reading is not overtaken by the next beat", async () => {
  let answer: (stamps: Map<string, string>) => void = () => {}
  const read = vi.fn(() => new Promise<Map<string, string>>((resolve) => (answer = resolve)))
  const watch = new ChangeWatch(read)
  watch.watch("a", vi.fn())
  await beat()
  await beat()
  await beat()
  expect(read).toHaveBeenCalledTimes(1)
  answer(new Map())
  await beat()
  expect(read).toHaveBeenCalledTimes(2)
})

test("who stops while a change is being told is not told any more than once", async () => {
  const { read, become } = rows({ a: "1" })
  const watch = new ChangeWatch(read)
  const told = vi.fn((what: string) => what === "changed" && stop())
  const stop = watch.watch("a", told)
  await beat()
  become({ a: "2" })
  await beat()
  become({ a: "3" })
  await beat()
  expect(changes(told)).toBe(1)
})
