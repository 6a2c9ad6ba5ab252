import type { MedusaContainer } from "@medusajs/framework/types"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { applyIntent } from "./apply-intent"
import type { PaymentIntent } from "./cashless"
import { settleCash } from "./cash-on-delivery"
import { finishReopenedPayments } from "./reopen-payments"
import { resumeShipping } from "./ship-parcel"
import { sweepSellerPayments } from "./sweep-seller-payments"

vi.mock("./apply-intent", () => ({ applyIntent: vi.fn() }))
vi.mock("./cash-on-delivery", () => ({ settleCash: vi.fn(), takeBackParcel: vi.fn() }))
vi.mock("./cancel-seller-order", () => ({ cancelSellerOrderWorkflow: vi.fn() }))
vi.mock("./cancel-order-items", () => ({ resumeItemCancel: vi.fn() }))
vi.mock("./ship-parcel", () => ({ resumeShipping: vi.fn() }))
vi.mock("./reopen-payments", () => ({ finishReopenedPayments: vi.fn() }))

type Row = { id: string; order_id: string; intent_id: string | null; shipping_at: Date | null; reopening_key: string | null }
const row = (id: string, more: Partial<Row> = {}): Row => ({ id, order_id: `order_${id}`, intent_id: `pi_${id}`, shipping_at: null, reopening_key: null, ...more })

let waiting: Record<string, Row[]>
const problems: [string, string[], string][] = []
const begun: [string, string[]][] = []

/** As the module: what is taken is not given again in that run. */
const groups = {
  takeUnfinished: ({ kind, limit }: { kind: string; limit: number }) => Promise.resolve((waiting[kind] ?? []).filter((one) => !taken.has(one.id)).slice(0, limit).map(({ id }) => (taken.add(id), id))),
  listSellerPayments: ({ id }: { id: string[] }) => Promise.resolve(Object.values(waiting).flat().filter((one) => id.includes(one.id))),
  listOrderActs: ({ id }: { id: string[] }) => Promise.resolve((waiting.shipping ?? []).filter((one) => id.includes(one.id))),
  beginRepair: ({ kind, ids }: { kind: string; ids: string[] }) => Promise.resolve(begun.push([kind, ids])),
  noteRepairProblem: (kind: string, ids: string[], problem: string) => Promise.resolve(problems.push([kind, ids, problem])),
  forgetRepairs: vi.fn(),
}
const taken = new Set<string>()
const container = { resolve: (name: string) => (name === "logger" ? { warn: vi.fn() } : groups) } as unknown as MedusaContainer

beforeEach(() => {
  vi.clearAllMocks()
  taken.clear()
  problems.length = 0
  begun.length = 0
})
afterEach(() => void vi.useRealTimers())

test("three hundred that fail keep neither the next one of their kind nor another kind waiting", async () => {
  waiting = { stuck: [...Array.from({ length: 300 }, (_, index) => row(`broken${index}`)), row("good")], reopening: [row("a", { reopening_key: "run" }), row("b", { reopening_key: "run" })] }
  vi.mocked(applyIntent).mockImplementation((_container, id) => (id === "pi_good" ? Promise.resolve({} as PaymentIntent) : Promise.reject(new Error("not to be mended"))))
  expect(await sweepSellerPayments(container)).toBe(303)
  expect(vi.mocked(applyIntent).mock.calls.map(([, id]) => id)).toContain("pi_good")
  expect(problems).toHaveLength(300)
  expect(problems[0]).toEqual(["stuck", ["broken0"], "not to be mended"])
  expect(vi.mocked(finishReopenedPayments).mock.calls).toEqual([[container, "run"]])
})

test("orders of one intent are mended by one act, and cash by its own", async () => {
  waiting = { stuck: [row("a", { intent_id: "pi_shared" }), row("b", { intent_id: "pi_shared" }), row("cash", { intent_id: null })] }
  vi.mocked(applyIntent).mockRejectedValue({ code: "busy" })
  await sweepSellerPayments(container)
  expect(vi.mocked(applyIntent)).toHaveBeenCalledTimes(1)
  expect(problems).toEqual([["stuck", ["a", "b"], '{"code":"busy"}']])
  expect(vi.mocked(settleCash).mock.calls).toEqual([[container, "order_cash"]])
})

test("a parcel that was said sent is made, one after the other, also where one can't be", async () => {
  waiting = { shipping: [row("lost"), row("left")] }
  vi.mocked(resumeShipping).mockImplementation((_container, { order_id }) => (order_id === "order_lost" ? Promise.reject(new Error("nothing reserved")) : Promise.resolve()))
  await sweepSellerPayments(container)
  expect(vi.mocked(resumeShipping).mock.calls.map(([, { order_id }]) => order_id)).toEqual(["order_lost", "order_left"])
  expect(problems).toEqual([["shipping", ["lost"], "nothing reserved"]])
})

/** Each waits a minute for a place that is busy. */
const busy = () => {
  vi.setSystemTime(Date.now() + 60_000)
  return Promise.reject(new Error("Timed-out acquiring lock."))
}

test("a run ends before the next begins: what it did not come to was not tried", async () => {
  vi.useFakeTimers({ toFake: ["Date"] })
  waiting = { shipping: Array.from({ length: 30 }, (_, index) => row(`parcel${index}`)) }
  vi.mocked(resumeShipping).mockImplementation(busy)
  const start = Date.now()
  await sweepSellerPayments(container)
  expect(Date.now() - start).toBe(60_000)
  expect(vi.mocked(resumeShipping)).toHaveBeenCalledTimes(1)
  expect(begun).toEqual([["shipping", ["parcel0"]]])
})

test("a try is counted before it is made, and so is that there was nothing to do for a row yet", async () => {
  waiting = { overdue: [row("on its way", { intent_id: null, shipping_at: new Date() })], stuck: [row("a")] }
  vi.mocked(applyIntent).mockImplementation(() => {
    expect(begun).toContainEqual(["stuck", ["a"]])
    return Promise.resolve({} as PaymentIntent)
  })
  await sweepSellerPayments(container)
  expect(problems).toEqual([])
  expect(begun.toSorted()).toEqual([["overdue", ["on its way"]], ["stuck", ["a"]]])
})

test("a kind that takes all of every run's time keeps no other kind waiting for long", async () => {
  vi.useFakeTimers({ toFake: ["Date"] })
  waiting = { stuck: [row("a"), row("b")], reopening: [row("c", { reopening_key: "run" })], shipping: [row("d")] }
  for (const act of [applyIntent, finishReopenedPayments, resumeShipping]) vi.mocked<() => Promise<unknown>>(act as () => Promise<unknown>).mockImplementation(busy)
  for (let run = 0; run < 5; run += 1) {
    taken.clear()
    await sweepSellerPayments(container)
  }
  expect(new Set(begun.map(([kind]) => kind))).toEqual(new Set(["stuck", "reopening", "shipping"]))
  expect(begun).toHaveLength(5)
})
