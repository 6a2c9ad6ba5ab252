import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { expect, test } from "vitest"
import { IPN_ANSWER } from "../../../../modules/cashless-payment/rules/vnpay-outcome"
import { RefusalLimit } from "../../refusal-limit"
import { GET } from "./route"

async function call(takeVnpayIpn: (query: string) => Promise<unknown>, remoteAddress = "203.0.113.7") {
  const answered: { status: number; body?: unknown; logged: string[] } = { status: 200, logged: [] }
  const log = (line: string) => void answered.logged.push(line)
  const scope = { resolve: (key: string) => (key === "logger" ? { warn: log, error: log } : { takeVnpayIpn }) }
  const req = { scope, originalUrl: "/hooks/vnpay/ipn?vnp_Amount=1&vnp_Amount=2", socket: { remoteAddress } } as unknown as MedusaRequest
  const res = {
    setHeader() {},
    status(status: number) {
      answered.status = status
      return res
    },
    json: (body: unknown) => void (answered.body = body),
  }
  await GET(req, res as unknown as MedusaResponse)
  return answered
}

test("the query goes in exactly as it came, doubles and all", async () => {
  let heard = ""
  await call(async (query) => {
    heard = query
    return IPN_ANSWER.confirmed
  })
  expect(heard).toBe("vnp_Amount=1&vnp_Amount=2")
})

test("every answer of the table is given with HTTP 200", async () => {
  for (const answer of Object.values(IPN_ANSWER)) expect(await call(async () => answer)).toMatchObject({ status: 200, body: answer })
})

test("the database is down: 99, so that VNPay calls again, and no word of why", async () => {
  const answer = await call(async () => {
    throw new Error("connect ECONNREFUSED 10.0.0.1:5432")
  })
  expect(answer).toMatchObject({ status: 200, body: { RspCode: "99", Message: "Unknown error" } })
})

test("who keeps forging is told 429 and fills no log; a genuine notice from the same address still gets through", async () => {
  const answers = []
  for (let round = 0; round < 80; round += 1) answers.push(await call(async () => IPN_ANSWER.invalidSignature, "198.51.100.66"))
  expect(answers.at(-1)).toMatchObject({ status: 429, body: { RspCode: "97" } })
  expect(answers.flatMap(({ logged }) => logged)).toHaveLength(4)
  expect(await call(async () => IPN_ANSWER.confirmed, "198.51.100.66")).toMatchObject({ status: 200, body: { RspCode: "00" } })
  expect(await call(async () => IPN_ANSWER.invalidSignature, "198.51.100.67")).toMatchObject({ status: 200, body: { RspCode: "97" } })
})

test("a minute later it begins anew, and a flood of addresses takes no more room than fits", () => {
  const limit = new RefusalLimit(5)
  for (let round = 0; round < 10; round += 1) limit.note("a", 0)
  expect(limit.note("a", 59_999)).toBe("too_many")
  expect(limit.note("a", 60_000)).toBe("told")
  for (let round = 0; round < 25_000; round += 1) limit.note(`address-${round}`, 60_001)
  expect(limit.note("b", 60_002)).toBe("told")
})
