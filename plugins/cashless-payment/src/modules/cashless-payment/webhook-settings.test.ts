import { expect, test } from "vitest"
import { readWebhookSettings } from "./webhook-settings"

const given = { PAYMENT_WEBHOOK_URL: "https://books.example/hooks", PAYMENT_WEBHOOK_SECRET: "whsec_of_the_books" }

test("an endpoint by settings, its secret and the one before", () => {
  expect(readWebhookSettings({}, false)).toBeNull()
  expect(readWebhookSettings(given, false)).toEqual({ url: "https://books.example/hooks", secret: "whsec_of_the_books", previousSecret: null })
  expect(readWebhookSettings({ ...given, PAYMENT_WEBHOOK_SECRET_PREVIOUS: "old" }, false)?.previousSecret).toBe("old")
})

test.each([
  [{ ...given, PAYMENT_WEBHOOK_SECRET: "" }, false, /^PAYMENT_WEBHOOK_SECRET is missing/],
  [{ ...given, PAYMENT_WEBHOOK_URL: undefined }, false, /^PAYMENT_WEBHOOK_URL is missing/],
  [{ ...given, PAYMENT_WEBHOOK_URL: "http://books.example" }, false, /public https address/],
  [{ ...given, PAYMENT_WEBHOOK_URL: "https://10.0.0.7/hooks" }, false, /public https address/],
  [{ ...given, PAYMENT_WEBHOOK_URL: "http://169.254.169.254/" }, true, /PAYMENT_WEBHOOK_URL/],
])("a wrong one is named: %j", (env, sandbox, sentence) => {
  expect(() => readWebhookSettings(env, sandbox)).toThrow(sentence)
})

test("in the sandbox the receiver may be on this machine", () => {
  expect(readWebhookSettings({ ...given, PAYMENT_WEBHOOK_URL: "http://127.0.0.1:4242/hooks" }, true)?.url).toBe("http://127.0.0.1:4242/hooks")
})
