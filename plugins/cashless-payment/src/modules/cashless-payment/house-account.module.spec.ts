import { afterAll, beforeAll, expect, test } from "vitest"
import { startModule, type RunningModule } from "../../../test/support/running-module"
import type { BankTransfer, NoticeSource } from "./operations/bank-transfer"
import { RECEIPTS_ON_HOUSE_ACCOUNT } from "./operations/receipts-on-house-account"

/** Which money lies on the house's own bank account, for the books. */
const AMOUNT = 150_000
const HOUSE = { bin: "970436", accountNumber: "1900900900" }
const SHOP = { bin: "970422", accountNumber: "0123456789", accountName: "HTX CHE THU", bankName: "MB" }
const operator = { id: "user_1", name: "Người vận hành thử" }

let running: RunningModule
let serial = 0
const unique = (prefix: string) => `${prefix}${(serial += 1)}`

beforeAll(async () => {
  Object.assign(process.env, { SANDBOX: "false", STOREFRONT_URL: "http://localhost:8000", PAYMENT_ENCRYPTION_KEY: "made-up-sealing-key" })
  Object.assign(process.env, { PAYMENT_ACCOUNT_BIN: HOUSE.bin, PAYMENT_ACCOUNT_NUMBER: HOUSE.accountNumber, PAYMENT_ACCOUNT_NAME: "CHO PHIEN" })
  running = await startModule("cashless_house_account")
})
afterAll(async () => {
  await running?.stop()
  for (const name of ["BIN", "NUMBER", "NAME"]) delete process.env[`PAYMENT_ACCOUNT_${name}`]
})

async function take(fields: Partial<BankTransfer> = {}, source?: NoticeSource): Promise<string> {
  const money: BankTransfer = {
    provider: "sepay", providerTransactionId: unique("92"), bankName: "Vietcombank", accountNumber: HOUSE.accountNumber, subAccountNumber: null, direction: "in",
    amountVnd: AMOUNT, memo: "chuyen tien", referenceCode: unique("FT"), bookedAt: new Date(), ...fields,
  }
  await running.payments.takeBankNotice(money, "{}", new Date(), source)
  return String((await running.rows("select id from bank_transaction where provider_transaction_id = ?", [money.providerTransactionId]))[0]!.id)
}
const isOn = async (id: string) => (await running.rows("select on_house_account from bank_transaction where id = ?", [id]))[0]!.on_house_account
const page = (since = new Date(0)) => ({ since, until: new Date(Date.now() + 60_000), after: "", limit: 100 })
const found = async (since?: Date) => (await running.payments.bank.receiptsOnHouseAccount(page(since))).map(({ id }) => id)

test("it is decided when it is taken, by bank and number", async () => {
  const [there, noBank, virtual] = [await take(), await take({ bankName: "payOS" }), await take({ accountNumber: "777", subAccountNumber: HOUSE.accountNumber })]
  const [otherBank, otherNumber, left] = [await take({ bankName: "MB" }), await take({ accountNumber: "1900900901" }), await take({ direction: "out" })]
  expect(await Promise.all([there, noBank, virtual, otherBank, otherNumber, left].map(isOn))).toEqual([true, true, true, false, false, false])
  expect(await found()).toEqual([there, noBank, virtual].sort())
})

test("once decided it stays so, whatever account the house has later; of before it is decided when somebody asks", async () => {
  const [decided, before, elsewhere] = [await take(), await take(), await take({ bankName: "MB" })]
  await running.rows("update bank_transaction set on_house_account = null, updated_at = '2026-01-01' where id in (?, ?)", [before, elsewhere])
  expect(await found(new Date("2026-06-01"))).toEqual(expect.arrayContaining([decided, before]))
  expect(await Promise.all([decided, before, elsewhere].map(isOn))).toEqual([true, true, false])
  const account = running.payments.settings.account!
  Object.assign(account, { accountNumber: "2000" })
  expect(await found()).toEqual(expect.arrayContaining([decided, before]))
  expect(await isOn(await take())).toBe(false)
  Object.assign(account, { accountNumber: HOUSE.accountNumber })
})

test("assigned to a shop's payment it lies with the house, also where the person says that it is the shop's", async () => {
  for (const liesWith of ["payee", null] as const) {
    const intent = await running.payments.createIntent({ amountVnd: AMOUNT, rail: "vietqr", payee: SHOP, description: "Đơn hàng thử", metadata: { seller_id: "sel_1" }, expiresAt: new Date(Date.now() + 1_800_000), idempotencyKey: unique("on-house-") })
    const id = await take()
    await running.payments.bank.assign({ transactionId: id, intentId: intent.id, amountVnd: AMOUNT, note: null, liesWith }, operator)
    expect((await running.payments.bank.moneyWithHouse(new Date(0))).map(({ transaction_id }) => transaction_id)).toContain(id)
  }
})

test("sent back it leaves the house's bank, and once for all that a shop registers the account afterwards; what only a payee's connection tells of does not", async () => {
  const [id, connection] = [await take(), await running.payments.bank.connectPayee({ ownerReference: "sel_2", provider: "sepay", account: HOUSE, secret: "made-up-secret" }, operator)]
  const payees = await take({}, { channel: connection.id, heardBy: "notice", onlyAbout: HOUSE })
  expect(await isOn(payees)).toBe(false)
  await running.payments.registerAccounts([{ reference: "sel_2", name: "Gian hàng", email: null, payee: { ...HOUSE, accountName: "GIAN HANG", bankName: "VCB" }, metadata: {} }])
  const transfer = await running.payments.bank.returnToSender(id, null, operator)
  expect(await running.payments.handTransfers.find(transfer)).toMatchObject({ sender: "house", holder_reference: null })
  const others = await running.payments.bank.returnToSender(payees, null, operator)
  for (const one of [transfer, others]) await running.payments.bank.finishHandTransfer(one, { bankReference: unique("FT"), sentFrom: null }, operator)
  expect(await running.payments.handTransfers.returnedReceipts(new Date(0))).toMatchObject([{ id: transfer, transaction_id: id, amount_vnd: AMOUNT }])
  // Said sent by a payee, whose it was taken for before.
  await running.rows("update hand_transfer set sent_by = 'mem_1' where id = ?", [transfer])
  expect(await running.payments.handTransfers.returnedReceipts(new Date(0))).toEqual([])
  // From now on what comes there may be the shop's.
  expect(await isOn(await take())).toBe(false)
})

test("they are found without reading the payments", async () => {
  await running.rows(`insert into bank_transaction (id, provider, provider_transaction_id, bank_name, account_number, direction, amount_vnd, raw_amount_vnd, surplus_vnd, raw_surplus_vnd, memo, booked_at, state, reason, on_house_account)
    select 'btx_many_' || n, 'sepay', 'many:' || n, 'VCB', '1900900900', 'in', 1000, '{}', 0, '{}', 'x', now(), 'matched', 'exact', case when n % 2 = 0 then true end from generate_series(1, 20000) n`)
  await running.rows("analyze bank_transaction")
  const plan = (await running.rows(`explain ${RECEIPTS_ON_HOUSE_ACCOUNT}`, [new Date(0), new Date(), "", 100])).map((row) => String(row["QUERY PLAN"])).join("\n")
  expect(plan).toContain("IDX_bank_transaction_on_house_account")
  expect(await found()).not.toContain("btx_many_2")
  // What pays something to the đồng was never anybody's question.
  expect(await running.rows("select 1 from bank_transaction where id like 'btx_many_%' and on_house_account is null limit 1")).toHaveLength(1)
})
