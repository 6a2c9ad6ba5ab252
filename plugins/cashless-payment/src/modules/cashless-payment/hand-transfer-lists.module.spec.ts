import { afterAll, beforeAll, expect, test } from "vitest"
import { startModule, type RunningModule } from "../../../test/support/running-module"
import type { CounterParty } from "./operations/bank-transfer"
import type { PaymentIntentView } from "./operations/payment-intent-view"

/** Which money on its way back is found, and where it goes unless somebody says otherwise. */
const AMOUNT = 150_000
const ACCOUNT = "0123456789"

let running: RunningModule
let serial = 0
beforeAll(async () => {
  Object.assign(process.env, { SANDBOX: "false", STOREFRONT_URL: "http://localhost:8000" })
  running = await startModule("cashless_hand_transfer_lists")
})
afterAll(async () => running?.stop())

function newIntent(): Promise<PaymentIntentView> {
  return running.payments.createIntent({
    amountVnd: AMOUNT, rail: "vietqr", description: "Cho Phien don", metadata: {}, payee: { bin: "970422", accountNumber: ACCOUNT, accountName: "HTX CHE THU", bankName: "Sandbox" },
    expiresAt: new Date(Date.now() + 30 * 60_000), idempotencyKey: `lists-${(serial += 1)}`,
  })
}

/** A part of an intent's money, from an account of a bank. */
const pay = (intent: PaymentIntentView, amountVnd: number, counterParty: CounterParty) =>
  running.payments.takeBankNotice({
    provider: "casso", providerTransactionId: `l-${(serial += 1)}`, bankName: "Sandbox", accountNumber: ACCOUNT, subAccountNumber: null, direction: "in",
    amountVnd, memo: intent.vietqr!.memo, referenceCode: `FTL${serial}`, bookedAt: new Date(), counterParty,
  }, "{}")

/** Of an intent that two transfers paid. */
async function targetOfRefund(one: CounterParty, other: CounterParty) {
  const intent = await newIntent()
  await pay(intent, 100_000, one)
  await pay(intent, 50_000, other)
  const { id } = await running.payments.queueRefund({ intentId: intent.id, amountVnd: 40_000, reason: "requested", idempotencyKey: `lists-refund-${serial}` })
  return (await running.payments.handTransfers.find(id))!.to
}

test("paid from one number at two banks it waits for an account: nobody sends it to a stranger's at the other bank", async () => {
  const phone = { accountNumber: "0912345678", name: "TRAN THI B" }
  const [mb, tpb] = [{ ...phone, bankBin: "970422", bankName: "MBBank" }, { ...phone, bankBin: "970423", bankName: "TPBank" }]
  expect(await targetOfRefund(mb, tpb)).toBeNull()
  expect(await targetOfRefund(mb, mb)).toMatchObject({ bin: "970422", account_number: "0912345678" })
  expect(await targetOfRefund(mb, { ...phone, bankBin: null, bankName: null })).toMatchObject({ bin: "970422" })
})

test("what has changed is found page by page, however much it is", async () => {
  const intent = await newIntent()
  await running.rows(
    `insert into payment_refund (id, intent_id, amount_vnd, raw_amount_vnd, status, method, reason, idempotency_key)
     select 're_many' || lpad(n::text, 4, '0'), ?, 1000, '{"value": "1000", "precision": 20}', 'requires_action', 'by_hand', 'requested', 're_many' || n from generate_series(1, 620) n`,
    [intent.id],
  )
  const found: string[] = []
  for (let after = ""; ; ) {
    const page = await running.payments.handTransfers.changedSince(new Date(Date.now() - 60_000), { after, limit: 200 })
    found.push(...page.map(({ id }) => id))
    if (page.length < 200) break
    after = page.at(-1)!.id
  }
  expect(found.filter((id) => id.startsWith("re_many"))).toHaveLength(620)
  expect(new Set(found).size).toBe(found.length)
})
