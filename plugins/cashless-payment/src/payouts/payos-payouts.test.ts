import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { PayOS } from "@payos/node"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { payosPayoutSignature } from "../modules/cashless-payment/rules/payos-payout-signature"
import { payosPayouts } from "./payos-payouts"
import type { TransferOrder, TransferProvider } from "./transfer-provider"

const keys = { clientId: "made-up-client", apiKey: "made-up-api-key", checksumKey: "made-up-checksum-key" }
const order: TransferOrder = { reference: "pol_1", amountVnd: 1_250_000, memo: "CT2345678A9 CHO PHIEN", bankBin: "970499", accountNumber: "0010203040" }

type Seen = { method: string; path: string; headers: IncomingHttpHeaders; body: string }
const seen: Seen[] = []
let answer: (response: ServerResponse) => void
const server = createServer((request, response) => {
  let body = ""
  request.on("data", (chunk: Buffer) => (body += chunk.toString()))
  request.on("end", () => {
    seen.push({ method: request.method ?? "", path: request.url ?? "", headers: request.headers, body })
    answer(response)
  })
})
let client: TransferProvider
let sdk: PayOS

const payout = (transaction: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => ({
  id: "batch_1",
  referenceId: "pol_1",
  category: null,
  approvalState: "PROCESSING",
  createdAt: "2026-11-22T10:00:00+07:00",
  transactions: [{ id: "tx_1", referenceId: "pol_1", amount: 1_250_000, description: order.memo, toBin: "970499", toAccountNumber: "0010203040", toAccountName: "HTX CHE", reference: null, transactionDatetime: null, errorMessage: null, errorCode: null, state: "PROCESSING", ...transaction }],
  ...more,
})
const say = (status: number, body: Record<string, unknown>, signature?: string) => {
  answer = (response) => {
    response.writeHead(status, { "content-type": "application/json", ...(signature !== undefined && { "x-signature": signature }) }).end(JSON.stringify(body))
  }
}
const sayData = (data: Record<string, unknown>, signature = payosPayoutSignature(data, keys.checksumKey)) => say(200, { code: "00", desc: "success", data }, signature)
const list = (...payouts: Record<string, unknown>[]) => ({ pagination: { limit: 10, offset: 0, total: payouts.length, count: payouts.length, hasMore: false }, payouts })

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  client = payosPayouts({ url, ...keys, sandbox: true })
  sdk = new PayOS({ ...keys, baseURL: url, maxRetries: 0, logLevel: "off" })
})
beforeEach(() => seen.splice(0))
afterAll(() => new Promise((done) => server.close(done)))

describe("the wire is that of payOS's own SDK", () => {
  const wire = ({ method, path, headers, body }: Seen) => ({ method, path, body: body && (JSON.parse(body) as unknown), ...Object.fromEntries(["x-client-id", "x-api-key", "x-signature", "x-idempotency-key"].map((name) => [name, headers[name]])) })

  test("sending, with our reference as the idempotency key", async () => {
    sayData(payout())
    expect(await client.send(order)).toMatchObject({ kind: "taken", transfer: { providerId: "batch_1", state: "open", amountVnd: 1_250_000, beneficiaryName: "HTX CHE" } })
    await sdk.payouts.create({ referenceId: "pol_1", amount: 1_250_000, description: order.memo, toBin: "970499", toAccountNumber: "0010203040" }, "pol_1")
    expect(wire(seen[0]!)).toEqual(wire(seen[1]!))
    expect(seen[0]!.headers["x-signature"]).toHaveLength(64)
  })

  test("asking by reference, for the balance, and what it would cost", async () => {
    sayData(list(payout()))
    await client.find("pol_1")
    await sdk.payouts.list({ referenceId: "pol_1", limit: 10 })
    sayData({ accountNumber: "1", accountName: "X", currency: "VND", balance: "1500000" })
    expect(await client.balanceVnd()).toBe(1_500_000)
    expect((await sdk.payoutsAccount.balance()).balance).toBe("1500000")
    sayData({ estimateCredit: 3_300 })
    expect(await client.estimate("pob_1", [order])).toBe(3_300)
    await sdk.payouts.estimateCredit({ referenceId: "pob_1", category: null, payouts: [{ referenceId: "pol_1", amount: 1_250_000, description: order.memo, toBin: "970499", toAccountNumber: "0010203040" }] })
    expect(wire(seen[0]!)).toEqual(wire(seen[1]!))
    expect(wire(seen[2]!)).toEqual(wire(seen[3]!))
    expect(wire(seen[4]!)).toEqual(wire(seen[5]!))
  })
})

describe("what an answer means", () => {
  test("a no of payOS is a no, with its words", async () => {
    say(400, { code: "INVALID_ACCOUNT", desc: "Số tài khoản không đúng" })
    expect(await client.send(order)).toEqual({ kind: "refused", reason: "payOS 400: Số tài khoản không đúng (INVALID_ACCOUNT)" })
    say(200, { code: "12", desc: "Hết hạn mức" })
    expect(await client.send(order)).toEqual({ kind: "refused", reason: "payOS: Hết hạn mức (12)" })
  })

  test.each([
    ["500", () => say(500, { code: "500", desc: "x" })],
    ["429", () => say(429, { code: "429", desc: "x" })],
    ["401", () => say(401, { code: "401", desc: "x" })],
    ["400 of something in between", () => say(400, {})],
    ["an answer that is no JSON", () => (answer = (response) => void response.writeHead(200).end("<html>"))],
    ["a hang-up", () => (answer = (response) => void response.destroy())],
    ["a redirect", () => (answer = (response) => void response.writeHead(307, { location: "/elsewhere" }).end())],
    ["no signature", () => say(200, { code: "00", desc: "success", data: payout({ state: "SUCCEEDED" }) })],
    ["another's signature", () => sayData(payout({ state: "SUCCEEDED" }), payosPayoutSignature(payout(), keys.checksumKey))],
    ["another's payout", () => sayData(payout({}, { referenceId: "pol_2" }))],
    ["a payout of two transfers", () => sayData({ ...payout(), transactions: [...payout().transactions, ...payout().transactions] })],
  ] as const)("%s leaves it open, and is sent once", async (_name, prepare) => {
    prepare()
    expect(await client.send(order)).toMatchObject({ kind: "unclear" })
    expect(seen).toHaveLength(1)
  })

  test("asked by reference: there, not there, there twice, or not said", async () => {
    sayData(list(payout({ state: "SUCCEEDED", reference: "FT26326001" })))
    expect(await client.find("pol_1")).toMatchObject({ kind: "found", transfer: { state: "paid", bankReference: "FT26326001" } })
    sayData(list(payout({ state: "FAILED", errorMessage: "Tài khoản đã đóng", errorCode: "E14" })))
    expect(await client.find("pol_1")).toMatchObject({ kind: "found", transfer: { state: "failed", reason: "Tài khoản đã đóng (E14)" } })
    sayData(list())
    expect(await client.find("pol_1")).toEqual({ kind: "none" })
    sayData(list(payout(), payout({}, { id: "batch_2" })))
    expect(await client.find("pol_1")).toEqual({ kind: "several" })
    sayData({ ...list(payout({}, { referenceId: "pol_9" })), pagination: { limit: 10, offset: 0, total: 40, count: 10, hasMore: true } })
    expect(await client.find("pol_1")).toMatchObject({ kind: "unclear" })
    say(404, { code: "404", desc: "x" })
    expect(await client.find("pol_1")).toMatchObject({ kind: "unclear" })
  })
})
