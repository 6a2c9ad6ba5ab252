import type { MedusaContainer } from "@medusajs/framework/types"
import { beforeEach, expect, test, vi } from "vitest"

/** A process that has just begun, and what its module was asked for. */
async function freshProcess(fetchLists: () => Promise<unknown>) {
  vi.resetModules()
  const { default: job } = await import("./expire-payment-intents")
  const asked: string[] = []
  const payments = {
    bank: { fetchLists: async () => { asked.push("lists"); await fetchLists(); asked.push("read") } },
    expireIntents: async () => void asked.push("expire"),
  }
  const container = { resolve: (name: string) => (name === "logger" ? { error: () => undefined } : payments) } as unknown as MedusaContainer
  return { asked, run: () => job(container) }
}

beforeEach(() => vi.useFakeTimers())

test("what was paid while the house was shut is heard before its time is called over, once", async () => {
  const { asked, run } = await freshProcess(async () => undefined)
  await Promise.all([run(), run()])
  await run()
  expect(asked).toEqual(["lists", "read", "expire", "expire", "expire"])
})

test("lists that fail, or never answer, hold no stock for ever", async () => {
  const failing = await freshProcess(() => Promise.reject(new Error("no database")))
  await failing.run()
  expect(failing.asked).toEqual(["lists", "expire"])
  const silent = await freshProcess(() => new Promise(() => undefined))
  const running = silent.run()
  await vi.advanceTimersByTimeAsync(119_000)
  expect(silent.asked).toEqual(["lists"])
  await vi.advanceTimersByTimeAsync(2_000)
  await running
  expect(silent.asked).toEqual(["lists", "expire"])
})
