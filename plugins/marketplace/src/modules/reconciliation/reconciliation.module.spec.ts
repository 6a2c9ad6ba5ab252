import { createRequire } from "node:module"
import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { compareDay, type ReportedPayment } from "./rules/compare-day"
import type ReconciliationModuleService from "./service"

let running: RunningModule<ReconciliationModuleService>
let service: ReconciliationModuleService

beforeAll(async () => {
  running = await startModule("reconciliation", resolve(__dirname, "../../../.medusa/server/src/modules/reconciliation"), "spec_marketplace_reconciliation")
  service = running.service
})
afterAll(() => running?.stop())

const payment = (bookedVnd: number | null): ReportedPayment => ({ intentId: "pi_1", rail: "vnpay", succeeded: true, gatewayVnd: 100_000, orders: [{ orderId: "order_1", amountVnd: 100_000, paid: true, bookedVnd }] })
const differences = async (day: string) => (await service.listReconciliationDifferences({ day })).map(({ kind, state }) => [kind, state])
const missing = compareDay([payment(null)], [])

test("a difference that heals is gone, and one that comes back is open again; a day has one line per rail however often it is counted", async () => {
  const day = "2026-11-20"
  await service.keepReport(day, missing)
  expect(await differences(day)).toEqual([["not_in_books", "open"]])
  await service.keepReport(day, compareDay([payment(100_000)], []))
  expect(await differences(day)).toEqual([["not_in_books", "gone"]])
  await Promise.all([1, 2, 3, 4].map(() => service.keepReport(day, missing)))
  expect(await differences(day)).toEqual([["not_in_books", "open"]])
  expect(await service.listReconciliationDays({ day })).toMatchObject([{ rail: "vnpay", payments: 1 }])
})

test("what a person worked off stays so when the day is counted again", async () => {
  const day = "2026-11-21"
  await service.keepReport(day, missing)
  const [difference] = await service.listReconciliationDifferences({ day })
  await service.resolveDifference(difference!.id, "user_1", "Đã ghi tay")
  await service.keepReport(day, missing)
  expect(await differences(day)).toEqual([["not_in_books", "resolved"]])
  await expect(service.resolveDifference(difference!.id, "user_1", "lần nữa")).rejects.toMatchObject({ code: "reconciliation.difference_not_found" })
})

test("what was given back is kept beside what came, also of a day on which nothing was paid", async () => {
  const day = "2026-11-23"
  await service.keepReport(day, compareDay([], [], [{ rail: "vnpay", amountVnd: 70_000 }]))
  const [kept] = await service.listReconciliationDays({ day })
  expect([kept!.payments, Number(kept!.gateway_vnd), Number(kept!.given_back_vnd), Number(kept!.orders_vnd)]).toEqual([0, 70_000, 70_000, 0])
})

test("a day on which nothing was paid has no line and nothing to work off", async () => {
  await service.keepReport("2026-11-22", compareDay([], []))
  expect(await service.listReconciliationDays({ day: "2026-11-22" })).toEqual([])
})

describe("the operator's page of it", () => {
  type Line = { id?: string; day: string; rail: string; subject: string }
  // Built as the module is: the framework must be loaded once.
  const { GET } = createRequire(__filename)("../../../.medusa/server/src/api/admin/reconciliation/route") as { GET: (req: object, res: object) => Promise<void> }
  const onRail = (rail: string): ReportedPayment => ({ ...payment(100_000), rail })

  async function read(query: Record<string, string>): Promise<{ days: Line[]; days_count: number; differences: Line[]; count: number }> {
    let answer: unknown
    const res = { status: () => res, setHeader: () => res, vary: () => res, json: (body: unknown) => void (answer = body) }
    await GET({ query, headers: {}, scope: { resolve: () => service } }, res)
    return answer as { days: Line[]; days_count: number; differences: Line[]; count: number }
  }
  const nameOf = ({ day, rail }: Line) => `${day} ${rail}`

  test("reports come newest first, page after page: none twice, none left out", async () => {
    const days = Array.from({ length: 35 }, (_, index) => new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10))
    for (const day of days) await service.keepReport(day, compareDay([onRail("vnpay"), onRail("vietqr")], []))
    const newestFirst = days.toReversed().flatMap((day) => [`${day} vietqr`, `${day} vnpay`])
    const paged: string[] = []
    for (let page = await read({ limit: "9" }); page.days.length > 0; page = await read({ limit: "9", offset: String(paged.length) })) paged.push(...page.days.map(nameOf))
    expect(paged.filter((line) => line < "2026")).toEqual(newestFirst)
    expect(paged.length).toBe((await service.listReconciliationDays({}, { take: 1000 })).length)
    const first = await read({})
    expect([first.days.map(nameOf), first.days_count]).toEqual([paged.slice(0, 60), paged.length])
  })

  test("of more differences than one answer holds the newest come, and the count is that of all that are open", async () => {
    const lost = (amountVnd: number) => Array.from({ length: 150 }, (_, index) => ({ transactionId: `btx_${amountVnd}_${index}`, rail: "vietqr", amountVnd }))
    for (const [day, amountVnd] of [["2027-01-01", 1_000], ["2027-01-02", 2_000], ["2027-01-03", 3_000]] as const) await service.keepReport(day, compareDay([], lost(amountVnd)))
    await service.keepReport("2027-01-03", compareDay([], []))
    const { differences: shown, count } = await read({})
    expect(shown.map(({ day }) => day)).toEqual([...Array.from({ length: 150 }, () => "2027-01-02"), ...Array.from({ length: 50 }, () => "2027-01-01")])
    expect(new Set(shown.map(({ id }) => id)).size).toBe(200)
    expect(count).toBe((await service.listReconciliationDifferences({ state: "open" }, { take: 1000 })).length)
    expect(count).toBeGreaterThanOrEqual(300)
    await service.resolveDifference(shown[0]!.id!, "user_1", "Đã chuyển trả")
    const after = await read({})
    expect([after.count, after.differences.length, after.differences.some(({ id }) => id === shown[0]!.id)]).toEqual([count - 1, 200, false])
  })

  test.each<Record<string, string>>([{ limit: "0" }, { limit: "201" }, { offset: "-1" }, { page: "2" }])("%j is refused", async (query) => {
    expect(await read(query)).not.toHaveProperty("days")
  })
})
