import { expect, test } from "vitest"
import { IPN_ANSWER, type IpnAnswer } from "../../../modules/cashless-payment/rules/vnpay-outcome"
import { RefusalLimit } from "../refusal-limit"
import { answerNotice } from "./answer-notice"

async function call(takeVnpayIpn: () => Promise<IpnAnswer>, address = "203.0.113.7") {
  const logged: string[] = []
  const log = (line: string) => void logged.push(line)
  return { ...(await answerNotice({ payments: { takeVnpayIpn }, logger: { warn: log, error: log } as never }, { query: "", address })), logged }
}

test("every answer of the table is given with HTTP 200", async () => {
  for (const answer of Object.values(IPN_ANSWER)) expect(await call(async () => answer)).toMatchObject({ status: 200, answer })
})

test("the database is down: 99, so that VNPay calls again, and no word of why", async () => {
  const answer = await call(async () => {
    throw new Error("connect ECONNREFUSED 10.0.0.1:5432")
  })
  expect(answer).toMatchObject({ status: 200, answer: { RspCode: "99", Message: "Unknown error" } })
})

test("who keeps forging is told 429 and fills no log; a genuine notice from the same address still gets through", async () => {
  const answers = []
  for (let round = 0; round < 80; round += 1) answers.push(await call(async () => IPN_ANSWER.invalidSignature, "198.51.100.66"))
  expect(answers.at(-1)).toMatchObject({ status: 429, answer: { RspCode: "97" } })
  expect(answers.flatMap(({ logged }) => logged)).toHaveLength(4)
  expect(await call(async () => IPN_ANSWER.confirmed, "198.51.100.66")).toMatchObject({ status: 200, answer: { RspCode: "00" } })
  expect(await call(async () => IPN_ANSWER.invalidSignature, "198.51.100.67")).toMatchObject({ status: 200, answer: { RspCode: "97" } })
})

test("a minute later it begins anew, and a flood of addresses takes no more room than fits", () => {
  const limit = new RefusalLimit(5)
  for (let round = 0; round < 10; round += 1) limit.note("a", 0)
  expect(limit.note("a", 59_999)).toBe("too_many")
  expect(limit.note("a", 60_000)).toBe("told")
  for (let round = 0; round < 25_000; round += 1) limit.note(`address-${round}`, 60_001)
  expect(limit.note("b", 60_002)).toBe("told")
})
