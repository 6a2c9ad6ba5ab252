import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { afterAll, beforeAll, expect, test } from "vitest"
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
