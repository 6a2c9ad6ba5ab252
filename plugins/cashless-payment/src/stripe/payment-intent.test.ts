import { expect, test } from "vitest"
import { noTerms, type PaymentIntentView } from "../modules/cashless-payment/operations/payment-intent-view"
import { toPublishable, toStripePaymentIntent } from "./payment-intent"

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
  origin: "api",
  customer_id: null,
  terms: noTerms("vietqr"),
  redirect_url: null,
  vnpay_qr: null,
  share_token: "a".repeat(32),
  vietqr: { payload: "0002", bin: "970422", bank_name: "MB", account_number: "1", account_name: "A", memo: "CP1", amount_vnd: 150_000 },
}

const sandbox = { sandbox: true, backendUrl: "https://api.example.vn" }
const live = { ...sandbox, sandbox: false }

test("amounts are đồng, times are whole seconds, the QR is the next action", () => {
  expect(toStripePaymentIntent(intent, sandbox)).toMatchObject({
    object: "payment_intent", amount: 150_000, amount_received: 50_000, currency: "vnd", created: 1795312800, livemode: false,
    payment_method_types: ["vietqr"], status: "requires_action",
    next_action: { type: "vietqr_display_qr_code", vietqr_display_qr_code: { data: "0002", reference: "CP1" } },
  })
})

test("a finished intent asks for nothing more", () => {
  expect(toStripePaymentIntent({ ...intent, status: "succeeded" }, live)).toMatchObject({ next_action: null, livemode: true })
})

test.each([["expired", "automatic"], [null, null], ["requested_by_customer", "requested_by_customer"], ["no stock", "automatic"]])("canceled because %s is Stripe's %s", (ours, stripes) => {
  const canceled: PaymentIntentView = { ...intent, status: "canceled", canceled_at: intent.expires_at, cancellation_reason: ours }
  expect(toStripePaymentIntent(canceled, live).cancellation_reason).toBe(stripes)
})

test("the QR's page and pictures are opened by a token that is not the client secret", () => {
  const { next_action: action } = toStripePaymentIntent(intent, sandbox, "pi_1_secret_s")
  expect(action).toMatchObject({
    vietqr_display_qr_code: {
      hosted_instructions_url: `https://api.example.vn/payment-instructions/pi_1/${intent.share_token}`,
      image_url_png: `https://api.example.vn/payment-instructions/pi_1/${intent.share_token}/qr.png`,
      amount_remaining: 100_000,
    },
  })
  expect(JSON.stringify(action)).not.toContain("secret_s")
})

test("a holder of the client secret sees neither metadata nor whose money it is", () => {
  const shown = toPublishable(toStripePaymentIntent({ ...intent, terms: { ...intent.terms, transfer_destination: "acct_1" } }, sandbox, "pi_1_secret_s"))
  expect(shown).toMatchObject({ id: "pi_1", status: "requires_action", client_secret: "pi_1_secret_s" })
  for (const hidden of ["metadata", "customer", "transfer_data", "application_fee_amount", "amount_received"]) expect(shown).not.toHaveProperty(hidden)
})

test("a failed attempt leaves no payment method behind, and the charge is there with the money only", () => {
  const failed: PaymentIntentView = { ...intent, rail: "vnpay", vietqr: null, status: "requires_payment_method", last_error_code: "insufficient_funds" }
  expect(toStripePaymentIntent(failed, live)).toMatchObject({ payment_method: null, latest_charge: null, last_payment_error: { decline_code: "insufficient_funds" } })
  expect(toStripePaymentIntent({ ...intent, status: "succeeded" }, live)).toMatchObject({ payment_method: "pm_1", latest_charge: "ch_1" })
})
