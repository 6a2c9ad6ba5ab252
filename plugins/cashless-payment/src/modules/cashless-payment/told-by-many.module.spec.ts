import fc from "fast-check"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startModule, type RunningModule } from "../../../test/support/running-module"
import { BANK_AGGREGATORS } from "../../aggregators/bank-aggregator"
import { NOTICE_WRITERS } from "../../sandbox/bank-notices"
import type { Aggregator } from "./operations/bank-transfer"
import type { PaymentIntentView } from "./operations/payment-intent-view"

/**
 * One or two transfers of one sum under one reference of the bank, told by up to three aggregators in any order, each
 * with the whole memo or a cut one: whatever is told, no money counts twice, and none that somebody named is out of sight.
 */
const AMOUNT = 150_000
const NUMBER = "0912345678"
const MB = "970422"
const AGGREGATORS = ["sepay", "casso", "payos"] as const

let running: RunningModule
let serial = 0

beforeAll(async () => {
  Object.assign(process.env, { SANDBOX: "false", STOREFRONT_URL: "http://localhost:8000", PAYMENT_ENCRYPTION_KEY: "made-up-sealing-key" })
  running = await startModule("cashless_told_by_many")
})
afterAll(() => running?.stop())

type Telling = { of: number; by: Aggregator }
type Transfer = { ids: Record<Aggregator, number>; intent: PaymentIntentView }

/** An order that asks for more than came: counted twice, it would show. */
async function newIntent(isOpen: boolean): Promise<PaymentIntentView> {
  const intent = await running.payments.createIntent({
    amountVnd: 3 * AMOUNT, rail: "vietqr", payee: { bin: MB, accountNumber: NUMBER, accountName: "HTX CHE THU", bankName: "MB" }, description: `Đơn ${(serial += 1)}`,
    metadata: {}, expiresAt: new Date(Date.now() + 30 * 60_000), idempotencyKey: `told-by-many-${serial}`,
  })
  if (!isOpen) await running.payments.cancelIntent(intent.id, "expired")
  return intent
}

function tell({ ids, intent }: Transfer, by: Aggregator, whole: boolean, referenceCode: string, bookedAt: Date) {
  const booked = {
    noticeId: ids[by], direction: "in" as const, bankBin: MB, accountNumber: NUMBER, payerBankBin: "970436", payerAccountNumber: "9990000000001", payerName: "NGUOI MUA THU",
    amountVnd: AMOUNT, memo: whole ? intent.vietqr!.memo : "chuyen tien", referenceCode, bookedAt,
  }
  const { body } = NOTICE_WRITERS[by](booked, "made-up-secret", new Date())
  const reading = BANK_AGGREGATORS[by].read(JSON.parse(body), new Date())
  if (reading.kind !== "transfer") throw new Error(JSON.stringify(reading))
  return running.payments.takeBankNotice(reading.transfer, body)
}

const tellings: fc.Arbitrary<Telling[]> = fc.array(fc.record({ of: fc.nat({ max: 1 }), by: fc.constantFrom(...AGGREGATORS) }), { minLength: 1, maxLength: 8 })
/** One aggregator knows one memo of a transfer. */
const memos = fc.tuple(...[0, 1].map(() => fc.record({ sepay: fc.boolean(), casso: fc.boolean(), payos: fc.boolean() })))

test("no transfer counts twice, none is dropped, and whom one is for is to be seen wherever somebody named it", async () => {
  await fc.assert(
    fc.asyncProperty(tellings, memos, fc.boolean(), async (told, knowsCode, isOpen) => {
      const referenceCode = `FT${(serial += 1)}`
      const bookedAt = new Date()
      const transfers: Transfer[] = []
      for (const _ of [0, 1]) transfers.push({ ids: { sepay: (serial += 1), casso: (serial += 1), payos: (serial += 1) }, intent: await newIntent(isOpen) })
      for (const { of, by } of told) await tell(transfers[of]!, by, knowsCode[of]![by], referenceCode, bookedAt)

      const rows = await running.rows("select state, reason, intent_id from bank_transaction where reference_code = ?", [referenceCode])
      const mostOfOneTeller = Math.max(...AGGREGATORS.map((by) => new Set(told.filter((telling) => telling.by === by).map(({ of }) => of)).size))
      expect(rows.length, "as many as one teller told").toBeGreaterThanOrEqual(mostOfOneTeller)
      // Of two, a telling without a code may be taken for the other one's, and leave a row more for a person; of one never.
      if (new Set(told.map(({ of }) => of)).size === 1) expect(rows.length, "one is one").toBe(1)
      for (const [at, { intent }] of transfers.entries()) {
        const received = (await running.payments.retrieveIntent(intent.id)).amount_received_vnd
        expect(received, "once at most").toBeLessThanOrEqual(AMOUNT)
        expect(await running.payments.bank.lateMoney([intent.id]).then(({ length }) => length), "late once at most").toBeLessThanOrEqual(1)
        if (!told.some(({ of, by }) => of === at && knowsCode[of]![by])) expect(received, "not by another's money").toBe(0)
        else expect(received === AMOUNT || rows.some((row) => row.state === "unmatched" && row.intent_id === intent.id), "paid, or to be seen at the desk").toBe(true)
      }
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 40) },
  )
}, process.env.PROPERTY_RUNS ? 3_600_000 : 120_000)
