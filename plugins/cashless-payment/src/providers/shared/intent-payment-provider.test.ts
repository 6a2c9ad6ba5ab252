import { expect, test } from "vitest"
import { IntentPaymentProvider } from "./intent-payment-provider"

class Provider extends IntentPaymentProvider {
  static override identifier = "test"
}

const intent = {
  id: "pi_1", status: "requires_action", amount_vnd: 150_000, amount_received_vnd: 0, share_token: "token-of-the-qr", redirect_url: "https://pay.example/?vnp_SecureHash=ab",
  metadata: { order_id: "order_1" }, terms: {}, vietqr: { account_number: "0123" },
}
const provider = new Provider({ cashlessPayment: { retrieveIntent: async () => intent } as never })

/** Medusa's store API answers with `payment_sessions.data` to whoever holds the cart. */
test("what a session holds is the intent's id and the amount, whatever it was made with or asked about", async () => {
  const { id, data } = await provider.initiatePayment({ amount: 150_000, currency_code: "vnd", data: { intent_id: "pi_1", client_secret: "x", note: "y" } } as never)
  expect([id, data]).toEqual(["pi_1", { intent_id: "pi_1", amount_vnd: 150_000 }])
  for (const asked of [await provider.authorizePayment({ data } as never), await provider.getPaymentStatus({ data } as never), await provider.cancelPayment({ data } as never), await provider.updatePayment({ amount: 150_000, currency_code: "vnd", data } as never)]) {
    expect(asked.data).toEqual({ intent_id: "pi_1", amount_vnd: 150_000 })
  }
  expect((await provider.retrievePayment({ data } as never)).data).toEqual({ intent_id: "pi_1", amount_vnd: 150_000, status: "requires_action" })
})

test("another amount than the intent's, or another currency, is refused", async () => {
  await expect(provider.initiatePayment({ amount: 150_001, currency_code: "vnd", data: { intent_id: "pi_1" } } as never)).rejects.toThrow()
  await expect(provider.initiatePayment({ amount: 150_000, currency_code: "usd", data: { intent_id: "pi_1" } } as never)).rejects.toThrow()
  await expect(provider.updatePayment({ amount: 1, currency_code: "vnd", data: { intent_id: "pi_1", amount_vnd: 150_000 } } as never)).rejects.toThrow()
})
