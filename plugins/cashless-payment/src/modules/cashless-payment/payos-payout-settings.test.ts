import { expect, test } from "vitest"
import { readPayosPayoutSettings } from "./payos-payout-settings"

const keys = { PAYOS_PAYOUT_CLIENT_ID: "client", PAYOS_PAYOUT_API_KEY: "api", PAYOS_PAYOUT_CHECKSUM_KEY: "checksum" }
const read = (env: Record<string, string>, sandbox = false) => readPayosPayoutSettings(env, sandbox, (purpose) => `made up for ${purpose}`)

test("without keys there is no such channel; with all three there is, at payOS's own address", () => {
  expect(read({})).toBeNull()
  expect(read(keys)).toEqual({ url: "https://api-merchant.payos.vn", clientId: "client", apiKey: "api", checksumKey: "checksum", sandbox: false })
})

test.each(Object.keys(keys))("%s alone missing is named, and so is half of them", (name) => {
  expect(() => read({ ...keys, [name]: "" })).toThrow(/PAYOS_PAYOUT_CLIENT_ID, PAYOS_PAYOUT_API_KEY, PAYOS_PAYOUT_CHECKSUM_KEY/)
})

test("money is not sent in the clear, and not to a redirecting nonsense address", () => {
  expect(() => read({ ...keys, PAYOS_PAYOUT_URL: "http://payos.example" })).toThrow(/https/)
  expect(() => read({ ...keys, PAYOS_PAYOUT_URL: "payos" })).toThrow(/PAYOS_PAYOUT_URL/)
  expect(read({ ...keys, PAYOS_PAYOUT_URL: "http://localhost:9/x/" })?.url).toBe("http://localhost:9/x")
})

test("the sandbox makes up its keys, pays at its own address, and refuses a real one", () => {
  expect(read({ PORT: "9220" }, true)).toMatchObject({ url: "http://127.0.0.1:9220/sandbox/payos", clientId: "made up for PAYOS_PAYOUT_CLIENT_ID" })
  expect(() => read({ PAYOS_PAYOUT_URL: "https://api-merchant.payos.vn" }, true)).toThrow(/SANDBOX=true.*PAYOS_PAYOUT_URL/)
})
