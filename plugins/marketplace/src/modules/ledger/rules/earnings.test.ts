import { expect, test } from "vitest"
import { earningsByOrder, type OrderJournal } from "./earnings"

const facts = { goodsVnd: 150_000, shippingVnd: 30_000, commissionVnd: 7_500, vatVnd: 1_800, pitVnd: 900, rail: "vnpay", taxMode: "WITHHOLD" as const }
const sale: OrderJournal = { kind: "sale", day: "2026-11-20", orderId: "order_1", facts }

test("gross, shipping, commission, tax and what is left of an order", () => {
  expect(earningsByOrder([sale])).toEqual([{ orderId: "order_1", day: "2026-11-20", rail: "vnpay", grossVnd: 180_000, goodsVnd: 150_000, shippingVnd: 30_000, commissionVnd: 7_500, taxVnd: 2_700, refundVnd: 0, netVnd: 169_800 }])
})

test("a refund takes its share of commission and tax back, whatever order the journals come in; newest order first", () => {
  const half: OrderJournal = { kind: "refund", day: "2026-11-21", orderId: "order_1", facts: { ...facts, goodsVnd: 75_000, shippingVnd: 15_000, commissionVnd: 3_750, vatVnd: 900, pitVnd: 450 } }
  const later: OrderJournal = { ...sale, kind: "direct_sale", day: "2026-11-22", orderId: "order_2", facts: { ...facts, taxMode: "OFF", rail: "vietqr" } }
  expect(earningsByOrder([half, later, sale])).toMatchObject([
    { orderId: "order_2", taxVnd: 0, netVnd: 172_500 },
    { orderId: "order_1", day: "2026-11-20", grossVnd: 180_000, refundVnd: 90_000, commissionVnd: 3_750, taxVnd: 1_350, netVnd: 84_900 },
  ])
})

test("a tax that is only reported takes nothing", () => {
  expect(earningsByOrder([{ ...sale, facts: { ...facts, taxMode: "REPORT_ONLY" } }])[0]).toMatchObject({ taxVnd: 0, netVnd: 172_500 })
})
