import { afterAll, beforeAll, expect, test } from "vitest"
import { startModule, type RunningModule } from "../../../test/support/running-module"
import type { BankTransfer, NoticeSource } from "./operations/bank-transfer"
import type { PaymentIntentView } from "./operations/payment-intent-view"
import type { LiesWith } from "./rules/lies-with"

const AMOUNT = 150_000
const SHOP = { bin: "970422", accountNumber: "0123456789", accountName: "HTX CHE THU", bankName: "MB" }
const HOUSE = "1900900900"
const operator = { id: "user_1", name: "Người vận hành thử" }

let running: RunningModule
let serial = 0

beforeAll(async () => {
  Object.assign(process.env, { SANDBOX: "false", STOREFRONT_URL: "http://localhost:8000", PAYMENT_ENCRYPTION_KEY: "made-up-sealing-key" })
  running = await startModule("cashless_money_with_house")
})
afterAll(() => running?.stop())

const unique = (prefix: string) => `${prefix}${(serial += 1)}`

function newIntent(payee = SHOP): Promise<PaymentIntentView> {
  return running.payments.createIntent({
    amountVnd: AMOUNT, rail: "vietqr", payee, description: "Đơn hàng thử", metadata: { order_id: unique("order_"), seller_id: "sel_1" },
    expiresAt: new Date(Date.now() + 30 * 60_000), idempotencyKey: unique("house-"),
  })
}

/** Money at the desk; on the house's account unless said otherwise. */
async function stray(fields: Partial<BankTransfer> = {}, source?: NoticeSource): Promise<string> {
  const money: BankTransfer = {
    provider: "sepay", providerTransactionId: unique("stray-"), bankName: "Vietcombank", accountNumber: HOUSE, subAccountNumber: null, direction: "in",
    amountVnd: AMOUNT, memo: "chuyen tien", referenceCode: unique("FTH"), bookedAt: new Date(), ...fields,
  }
  expect(await running.payments.takeBankNotice(money, "{}", new Date(), source)).toMatchObject({ kind: "unmatched" })
  const [row] = await running.rows("select id from bank_transaction where provider_transaction_id = ?", [money.providerTransactionId])
  return String(row!.id)
}

const assign = (transactionId: string, intentId: string, liesWith?: LiesWith) => running.payments.bank.assign({ transactionId, intentId, amountVnd: AMOUNT, note: null, liesWith }, operator)
const withHouse = async (intent: PaymentIntentView) => (await running.payments.bank.moneyWithHouse(new Date(0))).filter(({ intent_id }) => intent_id === intent.id)

test("money for a shop on the house's account pays its order, is told to the books once, and who said where it lies is kept", async () => {
  const [intent, id] = [await newIntent(), await stray()]
  await expect(assign(id, intent.id)).rejects.toMatchObject({ code: "cashless-payment.lies_with_needed" })
  expect((await running.payments.retrieveIntent(intent.id)).amount_received_vnd).toBe(0)
  await assign(id, intent.id, "house")
  expect((await running.payments.retrieveIntent(intent.id)).status).toBe("succeeded")
  expect(await withHouse(intent)).toMatchObject([{ transaction_id: id, provider: "sepay", amount_vnd: AMOUNT, intent_metadata: { seller_id: "sel_1" }, account_id: null }])
  expect(await running.payments.bank.moneyWithHouse(new Date(Date.now() + 60_000))).toEqual([])
  expect(await running.payments.bank.listAudit(id)).toMatchObject([{ action: "assigned", actor: operator, data: { lies_with: "house" } }])
})

test("with a code of the shop's order in the memo it waits as well: the account is another", async () => {
  const intent = await newIntent()
  await assign(await stray({ memo: intent.vietqr!.memo }), intent.id, "house")
  expect(await withHouse(intent)).toHaveLength(1)
})

test("what lies with the shop is nobody's debt: on its account, or said to be on a virtual one of its own", async () => {
  const [own, virtual] = [await newIntent(), await newIntent()]
  await assign(await stray({ accountNumber: SHOP.accountNumber, bankName: "MBBank" }), own.id, "house")
  await assign(await stray({ accountNumber: "9990001" }), virtual.id, "payee")
  expect([await withHouse(own), await withHouse(virtual)]).toEqual([[], []])
})

test("a shop can't have the house pay out what lies on a shop's account, or what only a shop's connection tells of", async () => {
  const intent = await newIntent()
  const others = { bin: "970436", accountNumber: "5550001", accountName: "HTX KHAC", bankName: "VCB" }
  await running.payments.registerAccounts([{ reference: "sel_2", name: "Gian hàng khác", email: null, payee: others, metadata: {} }])
  const connection = await running.payments.bank.connectPayee({ ownerReference: "sel_3", provider: "sepay", account: { bin: "970436", accountNumber: "5550002" }, secret: "made-up-secret" }, operator)
  const told = await stray({ accountNumber: "5550002" }, { channel: connection.id, heardBy: "notice", onlyAbout: { bin: "970436", accountNumber: "5550002" } })
  for (const id of [await stray({ accountNumber: "555 0001" }), told]) {
    await expect(assign(id, intent.id, "house")).rejects.toMatchObject({ code: "cashless-payment.not_with_house" })
  }
  expect((await running.payments.retrieveIntent(intent.id)).amount_received_vnd).toBe(0)
})

test("nor what lies on an account that a shop had before: it is suspended now, or has another", async () => {
  const [intent, former] = [await newIntent(), { bin: "970436", accountNumber: "5550003", accountName: "HTX CU", bankName: "VCB" }]
  await newIntent(former)
  await running.payments.bank.connectPayee({ ownerReference: "sel_4", provider: "sepay", account: { bin: "970436", accountNumber: "5550004" }, secret: "made-up-secret" }, operator)
  for (const accountNumber of ["5550003", "555.0004"]) {
    await expect(assign(await stray({ accountNumber }), intent.id, "house")).rejects.toMatchObject({ code: "cashless-payment.not_with_house" })
  }
})

test("named for a canceled payment it is the house's to send back; counted for what takes its place, it is told to the books", async () => {
  const [canceled, returned] = [await newIntent(), await newIntent()]
  for (const { id } of [canceled, returned]) await running.payments.cancelIntent(id, "replaced")
  await assign(await stray(), canceled.id, "house")
  expect(await withHouse(canceled)).toEqual([])
  const anew = await running.payments.createIntent({
    amountVnd: AMOUNT, rail: "vietqr", payee: SHOP, description: "Đơn hàng thử", metadata: canceled.metadata, expiresAt: new Date(Date.now() + 30 * 60_000), idempotencyKey: unique("house-"), replaces: canceled.id,
  })
  expect(anew.status).toBe("succeeded")
  expect(await withHouse(anew)).toHaveLength(1)

  const id = await stray()
  await assign(id, returned.id, "house")
  const transfer = await running.payments.bank.returnToSender(id, null, operator)
  expect(await running.payments.handTransfers.find(transfer)).toMatchObject({ sender: "house" })
})
