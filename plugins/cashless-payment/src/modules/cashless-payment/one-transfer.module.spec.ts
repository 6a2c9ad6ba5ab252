import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startModule, type RunningModule } from "../../../test/support/running-module"
import type { BankTransfer, NoticeSource } from "./operations/bank-transfer"
import type { PaymentIntentView } from "./operations/payment-intent-view"

const AMOUNT = 150_000
/** A telephone number, as many banks give out as a number of an account: two people may have it at two banks. */
const NUMBER = "0912345678"
const [MB, VCB, VPBANK, CAKE] = ["970422", "970436", "970432", "546034"]
const somebody = { id: "member_1", name: "Nguyễn Thị Thử" }

let running: RunningModule
let serial = 0

beforeAll(async () => {
  Object.assign(process.env, { SANDBOX: "false", STOREFRONT_URL: "http://localhost:8000", PAYMENT_ENCRYPTION_KEY: "made-up-sealing-key" })
  running = await startModule("cashless_one_transfer")
})
afterAll(() => running?.stop())

const unique = (prefix: string) => `${prefix}${(serial += 1)}`

function newIntent(bin = MB): Promise<PaymentIntentView> {
  return running.payments.createIntent({
    amountVnd: AMOUNT, rail: "vietqr", payee: { bin, accountNumber: NUMBER, accountName: "HTX CHE THU", bankName: bin }, description: "Đơn hàng thử",
    metadata: {}, expiresAt: new Date(Date.now() + 30 * 60_000), idempotencyKey: unique("one-"),
  })
}

function transfer(memo: string, fields: Partial<BankTransfer> = {}): BankTransfer {
  return {
    provider: "payos", providerTransactionId: unique("one-"), bankName: "payOS", accountNumber: NUMBER, subAccountNumber: null, direction: "in",
    amountVnd: AMOUNT, memo, referenceCode: unique("FT"), bookedAt: new Date(), ...fields,
  }
}

/** The same transfer in another aggregator's words. */
const toldBy = (money: BankTransfer, fields: Partial<BankTransfer> = {}): BankTransfer => ({ ...money, provider: "sepay", providerTransactionId: unique("again-"), ...fields })

async function connectionAt(bin: string, accountNumber = NUMBER): Promise<NoticeSource> {
  const { id } = await running.payments.bank.connectPayee({ ownerReference: unique("owner-"), provider: "sepay", account: { bin, accountNumber }, secret: "made-up-secret" }, somebody)
  return { channel: id, heardBy: "notice", onlyAbout: { bin, accountNumber } }
}

const take = (money: BankTransfer, source?: NoticeSource) => running.payments.takeBankNotice(money, JSON.stringify(money), new Date(), source)
const memoOf = (intent: PaymentIntentView) => intent.vietqr!.memo
const receivedBy = async (intent: PaymentIntentView) => (await running.payments.retrieveIntent(intent.id)).amount_received_vnd
const sayByHand = (intent: PaymentIntentView, bankReference: string) => running.payments.bank.takeByHand({ intentId: intent.id, amountVnd: AMOUNT, bankReference, note: null }, somebody)
const onDesk = (money: BankTransfer) => running.rows("select reason from bank_transaction where provider_transaction_id = ? and state = 'unmatched'", [money.providerTransactionId])
/** A person takes everything told under this reference off the desk. */
async function dismissTold(money: BankTransfer): Promise<void> {
  for (const { id } of await running.rows("select id from bank_transaction where reference_code = ? and state = 'unmatched'", [money.referenceCode])) await running.payments.bank.dismiss(String(id), "không rõ của ai", somebody)
}
const ofReference = (money: BankTransfer) => running.rows("select state, reason from bank_transaction where reference_code = ? order by created_at, id", [money.referenceCode])

describe("who has the number at another bank and knows a transfer's reference beforehand", () => {
  test.each(["payOS", "MBBank", "a bank nobody knows"])("does not keep it from paying by telling it first, when %s tells it", async (bankName) => {
    const intent = await newIntent()
    const real = transfer(memoOf(intent), { bankName })
    for (const memo of ["chuyen tien", memoOf(intent)]) await take(toldBy(real, { memo, bankName: "Vietcombank" }), await connectionAt(VCB))
    await dismissTold(real)
    expect(await take(real)).toMatchObject({ kind: "matched", reason: "exact" })
    expect(await receivedBy(intent)).toBe(AMOUNT)
  })

  test("nor by an order of their own that they say to have been paid by it, of which the bank then seems to tell", async () => {
    const [intent, theirs] = [await newIntent(), await newIntent(VCB)]
    const real = transfer(memoOf(intent))
    expect(await sayByHand(theirs, real.referenceCode!)).toEqual({ kind: "recorded" })
    expect(await take(real)).toMatchObject({ kind: "matched", reason: "exact" })
    expect(await receivedBy(intent)).toBe(AMOUNT)
    expect((await running.payments.bank.findSaidByHand(theirs.id))!.confirmed_by_bank).toBe(false)
  })

  test("does not take money off the desk that names nobody and may be at another bank: a person is told of both", async () => {
    const theirs = await newIntent(VCB)
    const real = transfer("quen ghi ma")
    expect(await take(real)).toEqual({ kind: "unmatched", reason: "unknown_memo" })
    expect(await sayByHand(theirs, real.referenceCode!)).toEqual({ kind: "recorded" })
    expect(await onDesk(real)).toEqual([{ reason: "perhaps_told" }])
    expect((await running.payments.bank.findSaidByHand(theirs.id))!.confirmed_by_bank).toBe(false)
  })

  test("does not stand in for an account at their own bank either, by calling it a virtual account", async () => {
    const intent = await newIntent()
    const real = transfer(memoOf(intent), { bankName: "MBBank" })
    await take(toldBy(real, { memo: "chuyen tien", subAccountNumber: "777" }), await connectionAt(MB, "777"))
    await dismissTold(real)
    expect(await take(real)).toMatchObject({ kind: "matched", reason: "exact" })
  })
})

describe("one transfer told by several", () => {
  test("with and without its bank, by the operator's aggregators and the payee's, in any order and at once: counted once", async () => {
    const own = await connectionAt(MB)
    const tellings: ((money: BankTransfer) => Promise<unknown>)[] = [
      (money) => take(money),
      (money) => take(toldBy(money, { bankName: "MBBank" })),
      (money) => take(toldBy(money, { bankName: "MBBank", provider: "casso" }), own),
    ]
    for (const order of [[0, 1, 2], [2, 1, 0], [1, 2, 0]]) {
      const intent = await newIntent()
      const money = transfer(memoOf(intent))
      for (const index of order) await tellings[index]!(money)
      expect(await receivedBy(intent)).toBe(AMOUNT)
      expect(await ofReference(money)).toHaveLength(1)
    }
    const intent = await newIntent()
    const money = transfer(memoOf(intent))
    await Promise.all(tellings.map((tell) => tell(money)))
    expect(await receivedBy(intent)).toBe(AMOUNT)
    expect(await ofReference(money)).toHaveLength(1)
  })

  test("without a code by all of them, is at the desk once", async () => {
    const money = transfer("chuyen tien")
    await Promise.all([take(money), take(toldBy(money, { bankName: "MBBank" })), take(toldBy(money, { provider: "casso", bankName: "Casso" }))])
    expect(await ofReference(money)).toHaveLength(1)
  })

  test("first with a memo cut short, then whole: it pays, once", async () => {
    const intent = await newIntent()
    const money = transfer("chuyen tien", { bankName: "MBBank" })
    expect(await take(money)).toEqual({ kind: "unmatched", reason: "unknown_memo" })
    const whole = toldBy(money, { memo: memoOf(intent), bankName: "MBBank" })
    expect(await take(whole)).toMatchObject({ kind: "matched", reason: "exact" })
    expect(await take(toldBy(whole, { provider: "casso" }))).toEqual({ kind: "ignored", reason: "duplicate" })
    expect(await take(whole)).toEqual({ kind: "ignored", reason: "duplicate" })
    expect(await receivedBy(intent)).toBe(AMOUNT)
    expect(await ofReference(money)).toEqual([{ state: "matched", reason: "told_again_exact" }])
  })

  test("by the payee's connection, and to the operator without bank and code: it counts, and the desk knows that it may have", async () => {
    const own = await connectionAt(MB)
    const [first, second] = [await newIntent(), await newIntent()]
    const told = transfer("chuyen tien")
    expect(await take(toldBy(told, { memo: memoOf(first) }), own)).toMatchObject({ kind: "matched" })
    expect(await take(told)).toEqual({ kind: "unmatched", reason: "perhaps_told" })

    const earlier = transfer("chuyen tien")
    await take(earlier)
    expect(await take(toldBy(earlier, { memo: memoOf(second) }), own)).toMatchObject({ kind: "matched" })
    expect(await onDesk(earlier)).toEqual([{ reason: "perhaps_told" }])
    expect([await receivedBy(first), await receivedBy(second)]).toEqual([AMOUNT, AMOUNT])
  })

  test("that confirms what was said by hand without a reference, confirms it once, whoever tells it again", async () => {
    const intent = await newIntent()
    await running.payments.bank.takeByHand({ intentId: intent.id, amountVnd: AMOUNT, bankReference: null, note: null }, somebody)
    const money = transfer(memoOf(intent))
    expect(await take(money)).toEqual({ kind: "ignored", reason: "confirms_manual" })
    expect(await take(toldBy(money, { bankName: "MBBank" }))).toEqual({ kind: "ignored", reason: "duplicate" })
    expect(await take(transfer(memoOf(intent)))).toEqual({ kind: "unmatched", reason: "already_paid" })
  })
})

/** "Mã này có thể bị trùng trong 1 số trường hợp" (Casso about its `reference`), and many orders of a shop come to one sum. */
describe("a reference that the bank gives out again", () => {
  test("does not keep the second buyer's money from paying the second order, whoever tells it how often", async () => {
    const [first, second, third] = [await newIntent(), await newIntent(), await newIntent()]
    const money = transfer(memoOf(first), { bankName: "MBBank" })
    for (const intent of [first, second, third]) {
      const told = toldBy(money, { memo: memoOf(intent), provider: "casso" })
      expect(await take(told)).toMatchObject({ kind: "matched", reason: "exact" })
      for (const again of [toldBy(told), toldBy(told, { bankName: "payOS", provider: "payos" })]) expect(await take(again)).toEqual({ kind: "ignored", reason: "duplicate" })
      for (const again of [toldBy(told), toldBy(told, { memo: "cat mat ma" })]) expect(await take(again, await connectionAt(MB))).toEqual({ kind: "ignored", reason: "duplicate" })
    }
    expect(await Promise.all([first, second, third].map(receivedBy))).toEqual([AMOUNT, AMOUNT, AMOUNT])
    expect(await ofReference(money)).toHaveLength(3)
  })

  test("at the same moment: each order is paid", async () => {
    const intents = await Promise.all([newIntent(), newIntent(), newIntent()])
    const money = transfer("", { bankName: "MBBank" })
    await Promise.all(intents.flatMap((intent) => [take(toldBy(money, { memo: memoOf(intent) })), take(toldBy(money, { memo: memoOf(intent), provider: "casso" }))]))
    expect(await Promise.all(intents.map(receivedBy))).toEqual([AMOUNT, AMOUNT, AMOUNT])
    expect(await ofReference(money)).toHaveLength(3)
  })

  test("pays nothing with the money of another order that came too late and lies at the desk", async () => {
    const [closed, open] = [await newIntent(), await newIntent()]
    await running.payments.cancelIntent(closed.id, "expired")
    const late = transfer(memoOf(closed), { bankName: "MBBank" })
    expect(await take(late)).toEqual({ kind: "unmatched", reason: "late" })
    expect(await take(toldBy(late, { memo: memoOf(open) }))).toMatchObject({ kind: "matched", reason: "exact" })
    expect(await onDesk(late)).toEqual([{ reason: "late" }])
    expect(await ofReference(late)).toHaveLength(2)
  })

  test("that the shop wrote down for another order counts for nothing more by itself: a person looks, and the shop's word stays", async () => {
    const [said, named] = [await newIntent(), await newIntent()]
    const money = transfer(memoOf(named))
    expect(await sayByHand(said, money.referenceCode!)).toEqual({ kind: "recorded" })
    expect(await take(money)).toEqual({ kind: "unmatched", reason: "perhaps_told" })
    expect(await take(toldBy(money))).toEqual({ kind: "ignored", reason: "duplicate" })
    expect((await running.payments.bank.findSaidByHand(said.id))!.confirmed_by_bank).toBe(false)
    expect(await onDesk(money)).toEqual([{ reason: "perhaps_told" }])
    expect(await take(toldBy(money, { memo: memoOf(said) }))).toEqual({ kind: "ignored", reason: "confirms_manual" })
    expect((await running.payments.bank.findSaidByHand(said.id))!.confirmed_by_bank).toBe(true)
    expect(await Promise.all([said, named].map(receivedBy))).toEqual([AMOUNT, 0])
  })

  test("that the shop wrote down for another order is no late money of the one it names: nothing is made of it without a person", async () => {
    const [said, named] = [await newIntent(), await newIntent()]
    await running.payments.cancelIntent(named.id, "replaced")
    const money = transfer(memoOf(named))
    expect(await sayByHand(said, money.referenceCode!)).toEqual({ kind: "recorded" })
    expect(await take(money)).toEqual({ kind: "unmatched", reason: "perhaps_told" })
    expect(await running.payments.bank.lateMoney([named.id])).toEqual([])
    expect(await running.rows("select type from payment_outbox_event where intent_id = ? and object_id = (select id from bank_transaction where reference_code = ? and provider <> 'manual')", [named.id, money.referenceCode])).toEqual([])
  })

  test("told again with its memo cut to another of its codes, the second is still the second", async () => {
    const [first, second, third] = [await newIntent(), await newIntent(), await newIntent()]
    const money = transfer(memoOf(first), { bankName: "MBBank" })
    expect(await take(money)).toMatchObject({ kind: "matched" })
    // Two codes of one sum: nobody can say whose, and it lies at the desk.
    const both = toldBy(money, { memo: `${memoOf(second)} ${memoOf(third)}` })
    expect(await take(both)).toMatchObject({ kind: "unmatched" })
    for (const [intent, provider] of [[third, "casso"], [second, "payos"]] as const) await take(toldBy(both, { memo: memoOf(intent), provider }))
    expect(await ofReference(money)).toHaveLength(2)
    expect((await receivedBy(second)) + (await receivedBy(third))).toBeLessThanOrEqual(AMOUNT)
  })

  test("more often than anybody believes: from the tenth on a person looks", async () => {
    const intents = await Promise.all(Array.from({ length: 11 }, () => newIntent()))
    const money = transfer("", { bankName: "MBBank" })
    const outcomes: unknown[] = []
    for (const intent of intents) outcomes.push((await take(toldBy(money, { memo: memoOf(intent) }))).reason)
    expect(outcomes).toEqual([...Array.from({ length: 9 }, () => "exact"), "perhaps_told", "perhaps_told"])
    expect(await take(toldBy(money, { memo: memoOf(intents[4]!), provider: "casso" }))).toEqual({ kind: "ignored", reason: "duplicate" })
  })
})

describe("a digital bank under another's roof", () => {
  test("is paid when the aggregator names the roof, once, whoever else tells", async () => {
    for (const bankName of ["CAKE", "payOS", "VPBank"]) {
      const intent = await newIntent(CAKE)
      const money = transfer(memoOf(intent), { bankName: "VPBank" })
      expect(await take(money)).toMatchObject({ kind: "matched", reason: "exact" })
      expect(await take(toldBy(money, { bankName }))).toEqual({ kind: "ignored", reason: "duplicate" })
      expect(await take(toldBy(money, { bankName: "VPBank" }), await connectionAt(CAKE))).toEqual({ kind: "ignored", reason: "duplicate" })
      expect(await receivedBy(intent)).toBe(AMOUNT)
    }
  })

  test("is not paid by who has the number at the bank above it, nor the other way round", async () => {
    const [cake, above] = [await newIntent(CAKE), await newIntent(VPBANK)]
    for (const bankName of ["VPBank", "CAKE", "payOS"]) {
      expect(await take(transfer(memoOf(cake), { bankName }), await connectionAt(VPBANK))).toEqual({ kind: "unmatched", reason: "wrong_account" })
      expect(await take(transfer(memoOf(above), { bankName }), await connectionAt(CAKE))).toEqual({ kind: "unmatched", reason: "wrong_account" })
    }
    expect(await take(transfer(memoOf(above), { bankName: "CAKE" }))).toEqual({ kind: "unmatched", reason: "wrong_account" })
    expect([await receivedBy(cake), await receivedBy(above)]).toEqual([0, 0])
  })

  test("that the shop's own connection names by its roof, the shop's row says so too", async () => {
    const intent = await newIntent(CAKE)
    const money = transfer(memoOf(intent), { bankName: "VPBank" })
    expect(await take(money, await connectionAt(CAKE))).toMatchObject({ kind: "matched", reason: "exact" })
    expect(await running.rows("select bank_bin, transfer_bin from bank_transaction where reference_code = ?", [money.referenceCode])).toEqual([{ bank_bin: CAKE, transfer_bin: CAKE }])
  })
})
