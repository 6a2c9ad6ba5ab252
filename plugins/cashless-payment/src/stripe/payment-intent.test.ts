import { expect, test } from "vitest"
import type { PaymentIntentView } from "../modules/cashless-payment/operations/payment-intent-view"
import { readListQuery } from "./list-query"
import { toStripePaymentIntent } from "./payment-intent"

const intent: PaymentIntentView = {
  id: "pi_1",
  rail: "vietqr",
  status: "requires_action",
  amount_vnd: 150_000,
  amount_received_vnd: 50_000,
  description: "Đơn hàng",
  metadata: { order_id: "order_1" },
  expires_at: "2026-11-22T02:30:00.000Z",
  created_at: "2026-11-22T02:00:00.500Z",
  succeeded_at: null,
  canceled_at: null,
  cancellation_reason: null,
  last_error_code: null,
  vietqr: { payload: "0002", bin: "970422", bank_name: "MB", account_number: "1", account_name: "A", memo: "CP1", amount_vnd: 150_000 },
}

test("amounts are đồng, times are whole seconds, the QR is the next action", () => {
  expect(toStripePaymentIntent(intent, false)).toMatchObject({
    object: "payment_intent", amount: 150_000, amount_received: 50_000, currency: "vnd", created: 1795312800, livemode: false,
    payment_method_types: ["vietqr"], status: "requires_action",
    next_action: { type: "vietqr_display_qr_code", vietqr_display_qr_code: { data: "0002", reference: "CP1" } },
  })
})

test("a finished intent asks for nothing more", () => {
  expect(toStripePaymentIntent({ ...intent, status: "succeeded" }, true)).toMatchObject({ next_action: null, livemode: true })
})

test.each([["expired", "automatic"], ["requested_by_customer", "requested_by_customer"], ["no stock", "automatic"]])("canceled because %s is Stripe's %s", (ours, stripes) => {
  const canceled: PaymentIntentView = { ...intent, status: "canceled", canceled_at: intent.expires_at, cancellation_reason: ours }
  expect(toStripePaymentIntent(canceled, false).cancellation_reason).toBe(stripes)
})

test("list parameters", () => {
  expect(readListQuery({})).toEqual({ limit: 10, startingAfter: null, endingBefore: null })
  expect(readListQuery({ limit: "100", starting_after: "pi_1" })).toEqual({ limit: 100, startingAfter: "pi_1", endingBefore: null })
})

test.each([
  [{ limit: "0" }, "limit"],
  [{ limit: "101" }, "limit"],
  [{ limit: "ten" }, "limit"],
  [{ limit: ["1", "2"] }, "limit"],
  [{ starting_after: "" }, "starting_after"],
  [{ color: "red" }, "color"],
])("wrong list parameters are refused in Stripe's words: %j", (query, param) => {
  expect(() => readListQuery(query)).toThrow(expect.objectContaining({ status: 400, fields: expect.objectContaining({ param }) }))
})
