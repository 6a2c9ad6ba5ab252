import { resolve } from "node:path"
import { startModule, type RunningModule } from "@cho-phien/administrative-units/testing"
import { CASHLESS_PAYMENT_MODULE, type CashlessPaymentModuleService, type PaymentIntent } from "@cho-phien/cashless-payment"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { LEDGER_MODULE } from "../modules/ledger"
import type { JournalDraft } from "../modules/ledger/rules/journal"
import type LedgerModuleService from "../modules/ledger/service"
import { ORDER_GROUP_MODULE } from "../modules/order-group"
import { sweepBooks } from "./sweep-books"

/** Money of nobody's on the house's own bank account, from the bank's notice to the books: both modules as built, and the whole sweep between them. */
const AMOUNT = 150_000
const HOUSE = { bin: "970436", accountNumber: "1900900900", accountName: "CHO PHIEN", bankName: "Vietcombank" }
const SHOP = { bin: "970422", accountNumber: "0123456789", accountName: "HTX CHE THU", bankName: "MBBank" }
/** An evening in UTC is the next day in Viet Nam. */
const CAME = new Date("2026-11-20T18:00:00Z")
const operator = { id: "user_1", name: "Người vận hành thử" }

let cash: RunningModule<CashlessPaymentModuleService>
let books: RunningModule<LedgerModuleService>
let serial = 0
const unique = (prefix: string) => `${prefix}${(serial += 1)}`

beforeAll(async () => {
  Object.assign(process.env, { SANDBOX: "false", STOREFRONT_URL: "http://localhost:8000", PAYMENT_ENCRYPTION_KEY: "made-up-sealing-key" })
  Object.assign(process.env, { PAYMENT_ACCOUNT_BIN: HOUSE.bin, PAYMENT_ACCOUNT_NUMBER: HOUSE.accountNumber, PAYMENT_ACCOUNT_NAME: HOUSE.accountName })
  cash = await startModule("cashlessPayment", resolve(__dirname, "../../../cashless-payment/.medusa/server/src/modules/cashless-payment"), "spec_house_receipts_cashless")
  books = await startModule("ledger", resolve(__dirname, "../../.medusa/server/src/modules/ledger"), "spec_house_receipts_books")
})
afterAll(async () => {
  await cash?.stop()
  await books?.stop()
  for (const name of ["BIN", "NUMBER", "NAME"]) delete process.env[`PAYMENT_ACCOUNT_${name}`]
})

const container = (ledger: Pick<LedgerModuleService, "missingKeys" | "post"> = books.service): MedusaContainer => {
  const rooms: Record<string, unknown> = {
    [CASHLESS_PAYMENT_MODULE]: cash.service,
    [LEDGER_MODULE]: ledger,
    [ORDER_GROUP_MODULE]: { listSellerPayments: async () => [] },
    [Modules.PAYMENT]: { listRefunds: async () => [] },
    [ContainerRegistrationKeys.LOGGER]: { error: (message: string) => expect.unreachable(message) },
  }
  return { resolve: (name: string) => rooms[name] } as unknown as MedusaContainer
}
const sweep = (since = new Date(0)) => sweepBooks(container(), since)

/** Every test leaves the books so: apart stands what lies at the desk without a doubt, or is on its way back. */
afterEach(async () => {
  await sweep()
  const [apart] = await books.db("ledger_entry").where({ account: "unmatched_receipts" }).sum({ vnd: "amount_vnd" })
  const rows = await cash.db("bank_transaction as t").where("t.on_house_account", true).whereRaw(
    `(t.state = 'unmatched' and t.reason <> 'perhaps_told' or exists (select 1 from hand_transfer h where h.bank_transaction_id = t.id and h.state in ('waiting', 'sent')))`,
  ).sum({ vnd: "t.amount_vnd" })
  expect(0 - Number(apart?.vnd ?? 0)).toBe(Number(rows[0]?.vnd ?? 0))
})

type Told = Parameters<CashlessPaymentModuleService["takeBankNotice"]>[0]
const told = (fields: Partial<Told> = {}): Told => ({
  provider: "sepay", providerTransactionId: unique("92"), bankName: HOUSE.bankName, accountNumber: HOUSE.accountNumber, subAccountNumber: null, direction: "in",
  amountVnd: AMOUNT, memo: "chuyen tien", referenceCode: unique("FT"), bookedAt: CAME, ...fields,
})
type Source = Parameters<CashlessPaymentModuleService["takeBankNotice"]>[3]

/** The id of the row that stands for it. */
async function stray(fields: Partial<Told> = {}, source?: Source): Promise<string> {
  const money = told(fields)
  await cash.service.takeBankNotice(money, "{}", new Date(), source)
  return String((await cash.db("bank_transaction").where({ provider_transaction_id: money.providerTransactionId }).first("id")).id)
}
const perhapsToldTwice = async (): Promise<string> => {
  const referenceCode = unique("FTX")
  await cash.service.bank.dismiss(await stray({ referenceCode }), "tiền thuê sạp", operator)
  const id = await stray({ referenceCode })
  expect(await cash.db("bank_transaction").where({ id }).first("state", "reason")).toEqual({ state: "unmatched", reason: "perhaps_told" })
  return id
}

function newIntent(payee = SHOP, amountVnd = AMOUNT): Promise<PaymentIntent> {
  return cash.service.createIntent({ amountVnd, rail: "vietqr", payee, description: "Đơn hàng thử", metadata: { order_id: unique("order_"), seller_id: "sel_1" }, expiresAt: new Date(Date.now() + 1_800_000), idempotencyKey: unique("receipts-") })
}
/** A payment that a caller of /v1 asked for: without an account the house itself is paid. */
async function newCharge(terms: Record<string, string> = {}, payee = HOUSE, amountVnd = AMOUNT): Promise<PaymentIntent> {
  const intent = await newIntent(payee, amountVnd)
  await cash.db("payment_intent").where({ id: intent.id }).update({ origin: "api", terms: JSON.stringify(terms) })
  return intent
}
const assign = (transactionId: string, intentId: string, amountVnd = AMOUNT) => cash.service.bank.assign({ transactionId, intentId, amountVnd, note: null }, operator)

/** What the sweep made of it: the change of every account, in đồng. */
async function change(work: () => Promise<unknown> = () => sweep()): Promise<Record<string, number>> {
  const before = await balances()
  await work()
  const after = await balances()
  return Object.fromEntries([...new Set([...before.keys(), ...after.keys()])].map((account) => [account, (after.get(account) ?? 0) - (before.get(account) ?? 0)] as const).filter(([, vnd]) => vnd !== 0))
}
async function balances(): Promise<Map<string, number>> {
  const rows: { account: string; vnd: string }[] = await books.db("ledger_entry").groupBy("account").select("account").sum({ vnd: "amount_vnd" })
  return new Map(rows.map(({ account, vnd }) => [account, Number(vnd)]))
}
const journals = async (transactionId: string): Promise<{ key: string; day: string }[]> =>
  books.db("ledger_journal").whereRaw("facts ->> 'transaction_id' = ?", [transactionId]).orderBy(["occurred_at", "created_at", "id"]).select("key", "day")
const keys = async (transactionId: string) => (await journals(transactionId)).map(({ key }) => key.replace(transactionId, "…"))
const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date())

test("it is kept apart from the day it came, once, however many look at the same time", async () => {
  const id = await stray()
  expect(await change(() => Promise.all(Array.from({ length: 5 }, () => sweep())))).toEqual({ bank: AMOUNT, unmatched_receipts: -AMOUNT })
  expect(await change()).toEqual({})
  expect(await journals(id)).toEqual([{ key: `unmatched:${id}`, day: "2026-11-21" }])
})

describe("assigned to", () => {
  test("a shop's payment it is the shop's, and came to the bank once", async () => {
    const [id, intent] = [await stray(), await newIntent()]
    await sweep()
    await assign(id, intent.id)
    expect(await change(() => Promise.all([sweep(), sweep(), sweep()]))).toEqual({ unmatched_receipts: AMOUNT, seller_payable: -AMOUNT })
    expect(await journals(id)).toEqual([{ key: `unmatched:${id}`, day: "2026-11-21" }, { key: `unmatched_ended:${id}`, day: today() }, { key: `for_seller:${id}`, day: today() }])
  })

  test("a shop's payment before the books ever had it, it is the shop's alone", async () => {
    const [id, intent] = [await stray(), await newIntent()]
    await assign(id, intent.id)
    expect(await change()).toEqual({ bank: AMOUNT, seller_payable: -AMOUNT })
    expect(await keys(id)).toEqual(["for_seller:…"])
  })

  test("the house's own payment of /v1 its charge has it, and what was too much of it is owed back", async () => {
    const [id, intent] = [await stray(), await newCharge({}, HOUSE, AMOUNT - 20_000)]
    await sweep()
    await assign(id, intent.id)
    expect(await change()).toEqual({ unmatched_receipts: AMOUNT, other_collections: 20_000 - AMOUNT, buyer_refundable: -20_000 })
  })

  test("a payment of /v1 for an account that is no shop's, it lies with the house for whoever asked for it", async () => {
    await cash.db("payment_account").insert({ id: "acct_nobody", metadata: "{}" })
    const [id, intent] = [await stray(), await newCharge({ transfer_destination: "acct_nobody" }, SHOP)]
    await sweep()
    await assign(id, intent.id)
    expect(await change()).toEqual({ unmatched_receipts: AMOUNT, other_collections: -AMOUNT })
  })

  test("a payment, and that undone: it is kept apart again, and out once more when it is assigned anew", async () => {
    const [id, intent] = [await stray(), await newCharge()]
    await sweep()
    const setState = (state: string, reason: string, to: string | null) => cash.db("bank_transaction").where({ id }).update({ state, reason, intent_id: to, updated_at: new Date() })
    await setState("matched", "assigned_under", intent.id)
    expect(await change()).toEqual({ bank: -AMOUNT, unmatched_receipts: AMOUNT })
    await setState("unmatched", "unknown_memo", null)
    expect(await change(() => Promise.all([sweep(), sweep()]))).toEqual({ bank: AMOUNT, unmatched_receipts: -AMOUNT })
    await setState("matched", "assigned_under", intent.id)
    expect(await change()).toEqual({ bank: -AMOUNT, unmatched_receipts: AMOUNT })
    expect(await journals(id)).toMatchObject([
      { key: `unmatched:${id}`, day: "2026-11-21" }, { key: `unmatched_ended:${id}`, day: today() }, { key: `unmatched:${id}:2`, day: today() }, { key: `unmatched_ended:${id}:2`, day: today() },
    ])
  })
})

test("told again with its payment's code it is that payment's", async () => {
  const [referenceCode, intent] = [unique("FTA"), await newCharge()]
  const id = await stray({ referenceCode })
  await sweep()
  await cash.service.takeBankNotice(told({ provider: "casso", referenceCode, memo: intent.vietqr!.memo }), "{}")
  expect(await change()).toEqual({ unmatched_receipts: AMOUNT, other_collections: -AMOUNT })
  expect(await keys(id)).toEqual(["unmatched:…", "unmatched_ended:…"])
})

describe("sent back", () => {
  test("it stays apart until it has left the bank", async () => {
    const id = await stray()
    const transfer = await cash.service.bank.returnToSender(id, null, operator)
    expect(await change()).toEqual({ bank: AMOUNT, unmatched_receipts: -AMOUNT })
    await cash.service.bank.finishHandTransfer(transfer, { bankReference: "FT1", sentFrom: null }, operator)
    expect(await change(() => Promise.all([sweep(), sweep()]))).toEqual({ bank: -AMOUNT, unmatched_receipts: AMOUNT })
    expect(await change()).toEqual({})
    expect(await journals(id)).toEqual([{ key: `unmatched:${id}`, day: "2026-11-21" }, { key: `refund_executed:${transfer}`, day: today() }])
  })

  test("and that called off, it lies at the desk as before", async () => {
    const id = await stray()
    await sweep()
    await cash.service.bank.cancelHandTransfer(await cash.service.bank.returnToSender(id, null, operator), "nhầm", operator)
    expect(await change()).toEqual({})
    expect(await keys(id)).toEqual(["unmatched:…"])
  })

  test("it is the house that sends it, also where it names a shop's payment that asked for another account", async () => {
    const intent = await newIntent()
    const id = await stray({ memo: intent.vietqr!.memo })
    const transfer = await cash.service.bank.returnToSender(id, null, operator)
    expect(await cash.service.handTransfers.find(transfer)).toMatchObject({ sender: "house" })
    await cash.service.bank.finishHandTransfer(transfer, { bankReference: "FT2", sentFrom: null }, operator)
    expect(await change()).toEqual({})
    expect(await keys(id)).toHaveLength(2)
  })
})

test("put down as settled elsewhere, it is no money of the fair", async () => {
  const id = await stray()
  await sweep()
  await cash.service.bank.dismiss(id, "tiền thuê sạp", operator)
  expect(await change()).toEqual({ bank: -AMOUNT, unmatched_receipts: AMOUNT })
  expect(await change()).toEqual({})
  expect(await keys(id)).toEqual(["unmatched:…", "unmatched_ended:…"])
})

describe("what may be a transfer told twice", () => {
  test("is in no books before somebody decides, nor when it was one", async () => {
    const id = await perhapsToldTwice()
    expect(await change()).toEqual({})
    await cash.service.bank.dismiss(id, "đã báo rồi", operator)
    expect(await change()).toEqual({})
  })

  test("and was none, is what it is assigned to, or goes back", async () => {
    const [first, second, intent] = [await perhapsToldTwice(), await perhapsToldTwice(), await newIntent()]
    await assign(first, intent.id)
    expect(await change()).toEqual({ bank: AMOUNT, seller_payable: -AMOUNT })
    const transfer = await cash.service.bank.returnToSender(second, null, operator)
    expect(await change()).toEqual({ bank: AMOUNT, unmatched_receipts: -AMOUNT })
    await cash.service.bank.cancelHandTransfer(transfer, "nhầm", operator)
    expect(await change()).toEqual({ bank: -AMOUNT, unmatched_receipts: AMOUNT })
    const again = await cash.service.bank.returnToSender(second, null, operator)
    await cash.service.bank.finishHandTransfer(again, { bankReference: "FT3", sentFrom: null }, operator)
    expect(await change()).toEqual({})
    expect(await keys(second)).toEqual(["unmatched:…", "unmatched_ended:…", "unmatched:…:2", `refund_executed:${again}`])
  })

  test("and was in the books before that was known, is taken out until somebody decides", async () => {
    const [referenceCode, intent] = [unique("FTD"), await newCharge()]
    const id = await stray({ referenceCode })
    await sweep()
    await cash.service.takeBankNotice(told({ referenceCode, memo: intent.vietqr!.memo }), "{}")
    expect(await cash.db("bank_transaction").where({ id }).first("reason")).toEqual({ reason: "perhaps_told" })
    expect(await change()).toEqual({ unmatched_receipts: AMOUNT, other_collections: -AMOUNT })
  })
})

test("what left, what lies elsewhere and what only a shop tells of is in no books", async () => {
  await cash.service.registerAccounts([{ reference: "sel_1", name: "Gian hàng", email: null, payee: SHOP, metadata: {} }])
  await stray({ direction: "out" })
  await stray({ accountNumber: SHOP.accountNumber, bankName: SHOP.bankName })
  await stray({ bankName: "MBBank" })
  const connection = await cash.service.bank.connectPayee({ ownerReference: "sel_1", provider: "sepay", account: HOUSE, secret: "made-up-secret" }, operator)
  await stray({}, { channel: connection.id, heardBy: "notice", onlyAbout: HOUSE })
  expect(await change()).toEqual({})
})

test("from before this was asked it comes into the books with the first look, as far as it has got", async () => {
  const [lies, paid, gone, settled, elsewhere] = [await stray(), await stray(), await stray(), await stray(), await stray({ accountNumber: "5550001" })]
  await assign(paid, (await newIntent()).id)
  const transfer = await cash.service.bank.returnToSender(gone, null, operator)
  await cash.service.bank.finishHandTransfer(transfer, { bankReference: "FT4", sentFrom: null }, operator)
  await cash.service.bank.dismiss(settled, "tiền thuê sạp", operator)
  await cash.db("bank_transaction").whereIn("id", [lies, paid, gone, settled, elsewhere]).update({ on_house_account: null, updated_at: CAME })
  // What is decided only now counts as changed, so that a look which goes back less far sees it too.
  const late = () => sweep(new Date(Date.now() - 600_000))
  expect(await change(() => Promise.all([late(), late()]))).toEqual({ bank: 2 * AMOUNT, unmatched_receipts: -AMOUNT, seller_payable: -AMOUNT })
  expect(await change()).toEqual({})
  expect(await Promise.all([lies, paid, gone, settled, elsewhere].map(keys))).toEqual([["unmatched:…"], ["for_seller:…"], ["unmatched:…", `refund_executed:${transfer}`], [], []])
})

test("a process that dies anywhere between loses nothing and doubles nothing", async () => {
  const [paid, gone, intent] = [await stray(), await stray(), await newIntent()]
  await sweep()
  await assign(paid, intent.id)
  const transfer = await cash.service.bank.returnToSender(gone, null, operator)
  await cash.service.bank.finishHandTransfer(transfer, { bankReference: "FT5", sentFrom: null }, operator)
  await stray()
  const dying: Pick<LedgerModuleService, "missingKeys" | "post"> = {
    missingKeys: (wanted) => books.service.missingKeys(wanted),
    post: async (draft: JournalDraft) => {
      await books.service.post(draft)
      throw new Error("killed")
    },
  }
  let deaths = 0
  const total = await change(async () => {
    for (; ; deaths += 1) {
      const died = await sweepBooks(container(dying), new Date(0)).then(() => false, () => true)
      if (!died) return
    }
  })
  expect(deaths).toBe(4)
  expect(total).toEqual({ unmatched_receipts: AMOUNT, seller_payable: -AMOUNT })
})
