import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { expect, test } from "vitest"
import { takeHouseNotice, takePayeeNotice } from "./take-notice"

const SECRET = "made-up-key"
const NOTICE = { id: 1, gateway: "MBBank", transactionDate: "2026-11-22 09:00:00", accountNumber: "0123456789", content: "x", transferType: "in", transferAmount: 1_000 }

async function call(authorization: string, remoteAddress: string, token?: string) {
  const answered: { status: number; body?: unknown; logged: string[]; taken: number; noted: string[] } = { status: 200, logged: [], taken: 0, noted: [] }
  const payments = {
    settings: { bank: { sepay: { apiKey: SECRET }, payos: {}, casso: {} } },
    bank: {
      openConnection: async () => ({ id: "pwh_1", bin: "970422", accountNumber: "0123456789", secrets: [{ apiKey: SECRET }] }),
      noteDelivery: async (_id: string, verdict: string) => void answered.noted.push(verdict),
    },
    takeBankNotice: async () => {
      answered.taken += 1
      return { kind: "unmatched", reason: "unknown_memo" }
    },
  }
  const scope = { resolve: (key: string) => (key === "logger" ? { warn: (line: string) => void answered.logged.push(line) } : payments) }
  const req = { scope, params: { token }, headers: { authorization }, rawBody: Buffer.from(JSON.stringify(NOTICE)), body: NOTICE, socket: { remoteAddress } } as unknown as MedusaRequest
  const res = {
    status(status: number) {
      answered.status = status
      return res
    },
    json: (body: unknown) => void (answered.body = body),
  } as unknown as MedusaResponse
  await (token ? takePayeeNotice : takeHouseNotice)(req, res, "sepay")
  return answered
}

test.each([
  ["the operator's own address", undefined, "198.51.100.66"],
  ["a payee's address", "t".repeat(32), "198.51.100.68"],
])("who keeps forging to %s is told 429 and fills no log; a genuine notice from the same place still gets through", async (_what, token, from) => {
  const answers = []
  for (let round = 0; round < 80; round += 1) answers.push(await call("Apikey forged", from, token))
  expect(answers.map(({ status }) => status)).toEqual([...Array<number>(61).fill(401), ...Array<number>(19).fill(429)])
  expect(answers.flatMap(({ logged }) => logged)).toHaveLength(4)
  expect(answers.reduce((sum, { taken }) => sum + taken, 0)).toBe(0)
  // The owner still reads on their page that something was refused.
  if (token) expect(new Set(answers.flatMap(({ noted }) => noted)).has("valid")).toBe(false)
  expect(await call(`Apikey ${SECRET}`, from, token)).toMatchObject({ status: 200, taken: 1, logged: [] })
  expect(await call("Apikey forged", "198.51.100.67", token)).toMatchObject({ status: 401 })
})
