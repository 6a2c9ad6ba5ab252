import { randomInt } from "node:crypto"
import { expect, test } from "vitest"
import { BANK_AGGREGATORS, type NoticeRequest } from "../aggregators/bank-aggregator"
import type { Aggregator } from "../modules/cashless-payment/operations/bank-transfer"
import { bankOfName } from "../modules/cashless-payment/rules/banks"
import { findMemoCodes, newMemoCode } from "../modules/cashless-payment/rules/memo-code"
import { book, type SandboxTransfer } from "./bank"
import { NOTICE_WRITERS } from "./bank-notices"
import { MANGLINGS, type Mangling } from "./mangle-memo"

const now = new Date("2026-11-22T02:00:00Z")
const order: SandboxTransfer = {
  payer: "9990000000001", bin: "970422", accountNumber: "0123456789", amountVnd: 150_000, memo: "CP", mangling: "vietcombank", leaves: null,
  notices: 1, listed: true, delayMs: 0, signature: "valid",
}
const aggregators = Object.keys(NOTICE_WRITERS) as Aggregator[]
const request = ({ body, headers }: { body: string; headers: Record<string, string> }): NoticeRequest => ({ header: (name) => headers[name], rawBody: Buffer.from(body), body: JSON.parse(body) as unknown })

test.each(Object.keys(MANGLINGS) as Mangling[])("a code survives what a bank does to a memo: %s", (mangling) => {
  for (let round = 0; round < 200; round += 1) {
    const code = newMemoCode((limit) => randomInt(limit))
    expect(findMemoCodes(book({ ...order, memo: code, mangling }, now).memo)).toContain(code)
  }
})

test.each(aggregators)("%s's notice is believed with its secret alone, and says what was transferred", (aggregator) => {
  const transfer = book({ ...order, memo: "CP chè" }, now)
  const notice = request(NOTICE_WRITERS[aggregator](transfer, "secret-of-the-test", now))
  expect(BANK_AGGREGATORS[aggregator].verify(notice, { secret: "secret-of-the-test" }, now)).toBe("valid")
  expect(BANK_AGGREGATORS[aggregator].verify(notice, { secret: "another" }, now)).toBe("wrong_signature")
  expect(BANK_AGGREGATORS[aggregator].verify(notice, {}, now)).toBe("not_configured")
  expect(BANK_AGGREGATORS[aggregator].read(notice.body, now)).toMatchObject({
    kind: "transfer",
    transfer: { provider: aggregator, accountNumber: "0123456789", amountVnd: 150_000, direction: "in", referenceCode: transfer.referenceCode, memo: transfer.memo, bookedAt: now },
  })
})

test.each(["sepay", "casso"] as const)("%s names the banks at both ends as it would in life, so that money back finds its way", (aggregator) => {
  const read = (changes: Partial<SandboxTransfer>) => {
    const reading = BANK_AGGREGATORS[aggregator].read(request(NOTICE_WRITERS[aggregator](book({ ...order, ...changes }, now), "s", now)).body, now)
    if (reading.kind !== "transfer") throw new Error(reading.kind)
    const { bankName, counterParty } = reading.transfer
    return [bankOfName(bankName), counterParty?.bankBin ?? null]
  }
  const told = (bin: string) => (aggregator === "casso" ? bin : null)
  expect(read({})).toEqual(["970422", told("970436")])
  expect(read({ bin: "970499" })).toEqual(["970499", told("970436")])
  // Out: whom it went to is at the other end.
  expect(read({ bin: "970415", leaves: { bin: "970499", accountNumber: "77" } })).toEqual(["970499", told("970415")])
})

test.each(["sepay", "casso"] as const)("%s's notice is stale an hour later and an hour too early", (aggregator) => {
  const notice = request(NOTICE_WRITERS[aggregator](book(order, now), "secret-of-the-test", now))
  for (const drift of [-3_600_000, 3_600_000]) {
    expect(BANK_AGGREGATORS[aggregator].verify(notice, { secret: "secret-of-the-test" }, new Date(now.getTime() + drift))).toBe("stale_timestamp")
  }
})

test("money that leaves the account is outgoing, whoever tells it", () => {
  const casso = { data: { id: 1, amount: -5_000, transactionDateTime: "2026-11-22 09:00:00", accountNumber: "1" } }
  expect(BANK_AGGREGATORS.casso.read(casso, now)).toMatchObject({ transfer: { direction: "out", amountVnd: 5_000 } })
  const sepay = { id: 1, gateway: "MB", transactionDate: "2026-11-22 09:00:00", accountNumber: "1", transferType: "out", transferAmount: 5_000 }
  expect(BANK_AGGREGATORS.sepay.read(sepay, now)).toMatchObject({ transfer: { direction: "out", amountVnd: 5_000 } })
})

test("a payment payOS calls failed is no money", () => {
  const body = JSON.parse(NOTICE_WRITERS.payos(book(order, now), "k", now).body) as { data: Record<string, unknown> }
  expect(BANK_AGGREGATORS.payos.read({ data: { ...body.data, code: "01" } }, now)).toEqual({ kind: "nothing" })
})

test.each(aggregators)("%s: what is missing or of the wrong kind is named", (aggregator) => {
  expect(BANK_AGGREGATORS[aggregator].read({ data: {} }, now).kind).toBe("malformed")
  expect(BANK_AGGREGATORS[aggregator].read(null, now).kind).toBe("malformed")
})

test.each(["sepay", "casso"] as const)("%s tells of money that leaves a watched account as leaving it", (aggregator) => {
  const transfer = book({ ...order, accountNumber: "0011223344", leaves: { bin: "970499", accountNumber: "0123456789" }, memo: "Hoan tien" }, now)
  const { body } = request(NOTICE_WRITERS[aggregator](transfer, "secret-of-the-test", now))
  expect(BANK_AGGREGATORS[aggregator].read(body, now)).toMatchObject({ kind: "transfer", transfer: { direction: "out", accountNumber: "0123456789", amountVnd: 150_000 } })
})
