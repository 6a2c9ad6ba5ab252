import fc from "fast-check"
import { expect, test } from "vitest"
import { compareDay, type ReportedPayment } from "./compare-day"

const payment = (given: Partial<ReportedPayment> = {}): ReportedPayment => ({
  intentId: "pi_1",
  rail: "vnpay",
  succeeded: true,
  gatewayVnd: 300_000,
  orders: [
    { orderId: "order_1", amountVnd: 100_000, paid: true, bookedVnd: 100_000 },
    { orderId: "order_2", amountVnd: 200_000, paid: true, bookedVnd: 200_000 },
  ],
  ...given,
})
const kinds = (given: Partial<ReportedPayment>) => compareDay([payment(given)], []).differences.map(({ kind, subject }) => [kind, subject])
const [first, second] = payment().orders as [ReportedPayment["orders"][number], ReportedPayment["orders"][number]]

test("when all three agree there is nothing to work off, and the totals are equal", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (amounts) => {
      const payments = amounts.map((orders, p) =>
        payment({ intentId: `pi_${p}`, gatewayVnd: orders.reduce((a, b) => a + b, 0), orders: orders.map((amountVnd, o) => ({ orderId: `order_${p}_${o}`, amountVnd, paid: true, bookedVnd: amountVnd })) }),
      )
      const { totals, differences } = compareDay(payments, [])
      expect(differences).toEqual([])
      for (const total of totals) expect([total.ordersVnd, total.booksVnd]).toEqual([total.gatewayVnd, total.gatewayVnd])
    }),
  )
})

test("each way two of them can disagree has its name", () => {
  expect(kinds({ gatewayVnd: 299_999 })).toEqual([["gateway_and_orders", "pi_1"]])
  expect(kinds({ orders: [] })).toEqual([["money_without_order", "pi_1"]])
  expect(kinds({ gatewayVnd: 0 })).toEqual([["order_without_money", "pi_1"]])
  expect(kinds({ succeeded: false })).toEqual([["order_without_money", "pi_1"]])
  expect(kinds({ orders: [first, { ...second, bookedVnd: null }] })).toEqual([["not_in_books", "order_2"]])
  expect(kinds({ orders: [{ ...first, bookedVnd: 99_999 }, second] })).toEqual([["books_and_orders", "order_1"]])
  expect(kinds({ gatewayVnd: 100_000, orders: [first, { ...second, paid: false }] })).toEqual([["books_and_orders", "order_2"]])
})

test("a payment of /v1 has no order: gateway, what was asked for, and books are compared", () => {
  const charge = (bookedVnd: number | null, gatewayVnd = 300_000) => kinds({ gatewayVnd, orders: [], charge: { amountVnd: 300_000, bookedVnd } })
  expect(charge(300_000)).toEqual([])
  expect(charge(null)).toEqual([["not_in_books", "pi_1"]])
  expect(charge(299_999)).toEqual([["books_and_orders", "pi_1"]])
  expect(charge(300_000, 299_999)).toEqual([["gateway_and_orders", "pi_1"]])
  expect(compareDay([payment({ orders: [], charge: { amountVnd: 300_000, bookedVnd: 300_000 } })], []).totals).toEqual([{ rail: "vnpay", payments: 1, gatewayVnd: 300_000, givenBackVnd: 0, ordersVnd: 300_000, booksVnd: 300_000 }])
})

test("money that came for a payment that was over is the gateway's, stands apart, and is nothing to work off", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 6 }), fc.boolean(), (amounts, paid) => {
      const back = amounts.map((amountVnd) => ({ rail: "vnpay", amountVnd }))
      const { totals, differences } = compareDay(paid ? [payment()] : [], [], back)
      const [total] = totals
      expect(differences).toEqual([])
      expect([totals.length, total!.givenBackVnd, total!.gatewayVnd - total!.givenBackVnd]).toEqual([1, amounts.reduce((a, b) => a + b, 0), total!.ordersVnd])
    }),
  )
})

test("money nobody knows is a difference of its own and counts as the gateway's", () => {
  const { totals, differences } = compareDay([], [{ transactionId: "btx_1", rail: "vietqr", amountVnd: 50_000 }])
  expect(differences).toMatchObject([{ kind: "unmatched_money", subject: "btx_1", gatewayVnd: 50_000 }])
  expect(totals).toMatchObject([{ rail: "vietqr", gatewayVnd: 50_000, ordersVnd: 0 }])
})
