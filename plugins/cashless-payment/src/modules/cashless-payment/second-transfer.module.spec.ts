import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { startModule, type RunningModule } from "../../../test/support/running-module"
import { BANK_AGGREGATORS } from "../../aggregators/bank-aggregator"
import { NOTICE_WRITERS, type BookedTransfer } from "../../sandbox/bank-notices"
import type { Aggregator, BankTransfer, NoticeSource } from "./operations/bank-transfer"
import type { PaymentIntentView } from "./operations/payment-intent-view"
import { toBankDate } from "./rules/vietnam-time"

/** Two transfers of one sum under one reference of the bank, against one transfer that is told several times. */
const AMOUNT = 150_000
const NUMBER = "0912345678"
const MB = "970422"
const somebody = { id: "member_1", name: "Nguyễn Thị Thử" }
const DUPLICATE = { kind: "ignored", reason: "duplicate" }
const AT_THE_DESK = { kind: "unmatched", reason: "perhaps_told" }

let running: RunningModule
let lists: Server
let listed: BookedTransfer[] = []
/** What SePay's list calls the transaction that its webhook called by this number. */
let listId = (noticeId: number): string => String(noticeId)
let serial = 0

beforeAll(async () => {
  lists = createServer((req, res) => void res.end(JSON.stringify(req.url!.startsWith("/v2/") ? cassoList() : sepayList())))
  await new Promise<void>((resolve) => lists.listen(0, "127.0.0.1", resolve))
  const address = `http://127.0.0.1:${(lists.address() as AddressInfo).port}`
  Object.assign(process.env, {
    SANDBOX: "false", STOREFRONT_URL: "http://localhost:8000", PAYMENT_ENCRYPTION_KEY: "made-up-sealing-key",
    SEPAY_API_URL: address, SEPAY_API_TOKEN: "made-up-list-key", CASSO_API_URL: address, CASSO_API_KEY: "made-up-list-key",
  })
  running = await startModule("cashless_second_transfer")
})
afterAll(async () => {
  lists?.close()
  await running?.stop()
})
beforeEach(() => {
  listed = []
  listId = String
})

const sepayList = () => ({
  transactions: listed.map((row) => ({
    id: listId(row.noticeId), bank_brand_name: "MBBank", account_number: row.accountNumber, transaction_date: toBankDate(row.bookedAt), amount_in: `${row.amountVnd}.00`, amount_out: "0.00",
    transaction_content: row.memo, reference_number: row.referenceCode, code: null, sub_account: null,
  })),
})
const cassoList = () => ({
  error: 0,
  data: { totalPages: 1, records: listed.map((row) => ({ id: row.noticeId, tid: row.referenceCode, description: row.memo, amount: row.amountVnd, when: toBankDate(row.bookedAt), bankSubAccId: row.accountNumber, bankCodeName: "MBBank" })) },
})

const unique = (prefix: string) => `${prefix}${(serial += 1)}`
const memoOf = (intent: PaymentIntentView) => intent.vietqr!.memo
const receivedBy = async (intent: PaymentIntentView) => (await running.payments.retrieveIntent(intent.id)).amount_received_vnd

function newIntent(amountVnd = AMOUNT): Promise<PaymentIntentView> {
  return running.payments.createIntent({
    amountVnd, rail: "vietqr", payee: { bin: MB, accountNumber: NUMBER, accountName: "HTX CHE THU", bankName: "MB" }, description: unique("Đơn hàng thử "),
    metadata: {}, expiresAt: new Date(Date.now() + 30 * 60_000), idempotencyKey: unique("second-"),
  })
}

/** A transfer as the bank has booked it; `of` gives another one the same reference. */
function bookedAtBank(memo = "chuyen tien", of: Partial<BookedTransfer> = {}): BookedTransfer {
  return {
    noticeId: (serial += 1), direction: "in", bankBin: MB, accountNumber: NUMBER, payerBankBin: "970436", payerAccountNumber: "9990000000001", payerName: "NGUOI MUA THU",
    amountVnd: AMOUNT, memo, referenceCode: unique("FT"), bookedAt: new Date(), ...of,
  }
}
/** Another transfer, under the reference of the first. */
const secondOf = (first: BookedTransfer, memo = first.memo, fields: Partial<BookedTransfer> = {}) => bookedAtBank(memo, { referenceCode: first.referenceCode, ...fields })

/** The aggregator's own webhook, read as the hook reads it. */
function noticeOf(aggregator: Aggregator, transfer: BookedTransfer): { transfer: BankTransfer; raw: string } {
  const { body } = NOTICE_WRITERS[aggregator](transfer, "made-up-secret", new Date())
  const reading = BANK_AGGREGATORS[aggregator].read(JSON.parse(body), new Date())
  if (reading.kind !== "transfer") throw new Error(JSON.stringify(reading))
  return { transfer: reading.transfer, raw: body }
}
function told(aggregator: Aggregator, booked: BookedTransfer, source?: NoticeSource) {
  const { transfer, raw } = noticeOf(aggregator, booked)
  return running.payments.takeBankNotice(transfer, raw, new Date(), source)
}
const ofReference = ({ referenceCode }: BookedTransfer) => running.rows("select id, state, reason, may_repeat_id from bank_transaction where reference_code = ? order by created_at, id", [referenceCode])
async function deskRow(id: unknown) {
  const { transactions } = await running.payments.bank.listUnmatched({ limit: 1, offset: 0, olderThanDays: 0, reason: null, id: String(id) })
  return transactions[0]!
}

describe("one transfer", () => {
  test("told by every aggregator's webhook, again and again, and by both lists, lies at the desk once", async () => {
    const money = bookedAtBank()
    listed = [money]
    expect(await told("sepay", money)).toEqual({ kind: "unmatched", reason: "unknown_memo" })
    for (const aggregator of ["casso", "payos", "sepay", "casso", "payos"] as const) expect(await told(aggregator, money)).toEqual(DUPLICATE)
    expect(await running.payments.bank.fetchLists()).toBe(0)
    expect(await ofReference(money)).toMatchObject([{ state: "unmatched", reason: "unknown_memo" }])
  })

  test("found in both lists first and told by the webhooks later: once", async () => {
    const money = bookedAtBank()
    listed = [money]
    expect(await running.payments.bank.fetchLists()).toBe(2)
    for (const aggregator of ["sepay", "casso", "payos"] as const) expect(await told(aggregator, money)).toEqual(DUPLICATE)
    expect(await ofReference(money)).toMatchObject([{ reason: "unknown_memo" }])
  })

  test("that SePay's list calls by a UUID, as its newer one does: once, in either order", async () => {
    listId = (noticeId) => `0b9a7c1e-4d35-4f0e-9a57-${String(noticeId).padStart(12, "0")}`
    const [first, later] = [bookedAtBank(), bookedAtBank()]
    await told("sepay", first)
    listed = [first, later]
    await running.payments.bank.fetchLists()
    expect(await told("sepay", later)).toEqual(DUPLICATE)
    expect([await ofReference(first), await ofReference(later)]).toMatchObject([[{ reason: "unknown_memo" }], [{ reason: "unknown_memo" }]])
  })

  test("that one aggregator knows by its day alone, and the shop's own connection tells too: once", async () => {
    const { id } = await running.payments.bank.connectPayee({ ownerReference: unique("owner-"), provider: "sepay", account: { bin: MB, accountNumber: NUMBER }, secret: "made-up-secret" }, somebody)
    const money = bookedAtBank()
    await told("sepay", money)
    expect(await told("casso", { ...money, bookedAt: new Date(`${toBankDate(money.bookedAt).slice(0, 10)}T00:00:00+07:00`) })).toEqual(DUPLICATE)
    expect(await told("sepay", { ...money, noticeId: (serial += 1) }, { channel: id, heardBy: "notice", onlyAbout: { bin: MB, accountNumber: NUMBER } })).toEqual(DUPLICATE)
    expect(await ofReference(money)).toHaveLength(1)
  })

  test("that leaves, under another id, is nobody's money and not at the desk", async () => {
    const money = bookedAtBank("tra hang", { direction: "out" })
    await told("sepay", money)
    await told("sepay", { ...money, noticeId: (serial += 1) })
    expect((await ofReference(money)).filter(({ state }) => state === "unmatched")).toEqual([])
  })
})

describe("a second transfer under the reference of the first, without a code", () => {
  test.each(["sepay", "casso", "payos"] as const)("lies at the desk beside what it may repeat, when %s tells of it under an id of its own; told again it is no third", async (aggregator) => {
    const first = bookedAtBank("tien mua che")
    const second = secondOf(first, "tien mua mat ong")
    expect(await told(aggregator, first)).toEqual({ kind: "unmatched", reason: "unknown_memo" })
    expect(await told(aggregator, second)).toEqual(AT_THE_DESK)
    expect(await told(aggregator, second)).toEqual(DUPLICATE)
    const rows = await ofReference(first)
    expect(rows).toMatchObject([{ reason: "unknown_memo", may_repeat_id: null }, { reason: "perhaps_told", may_repeat_id: rows[0]!.id }])
    expect((await deskRow(rows[1]!.id)).may_repeat).toEqual({ id: rows[0]!.id, provider: aggregator, memo: "tien mua che", booked_at: expect.stringMatching(/^\d{4}-.*Z$/), state: "unmatched", paid_for: null })
  })

  test("is found in the list, whose first the webhook told", async () => {
    const first = bookedAtBank()
    const second = secondOf(first)
    await told("sepay", first)
    listed = [first, second]
    await running.payments.bank.fetchLists()
    expect((await ofReference(first)).map(({ reason }) => reason)).toEqual(["unknown_memo", "perhaps_told"])
  })

  test.each([
    ["both by one, then both by the other", [[0, "sepay"], [1, "sepay"], [0, "casso"], [1, "casso"]]],
    ["one by both, then the other by both", [[0, "sepay"], [0, "casso"], [1, "sepay"], [1, "casso"]]],
    ["out of order", [[1, "casso"], [0, "sepay"], [0, "casso"], [1, "sepay"]]],
    ["the second by one alone, who told the first as the second to do so", [[0, "sepay"], [0, "casso"], [1, "casso"]]],
  ] as const)("told by two aggregators, %s: two, one of which a person has to look at", async (_order, tellings) => {
    const first = bookedAtBank()
    const both = [first, secondOf(first)]
    for (const [which, aggregator] of tellings) await told(aggregator, both[which]!)
    expect((await ofReference(first)).map(({ reason }) => reason)).toEqual(["unknown_memo", "perhaps_told"])
  })

  test("told by three at the same moment: two", async () => {
    const first = bookedAtBank()
    const both = [first, secondOf(first)]
    await Promise.all((["sepay", "casso", "payos"] as const).flatMap((aggregator) => both.map((money) => told(aggregator, money))))
    expect((await ofReference(first)).map(({ reason }) => reason).sort()).toEqual(["perhaps_told", "unknown_memo"])
  })

  test("months later, told by an aggregator that was not there the first time", async () => {
    const intent = await newIntent()
    const first = bookedAtBank(memoOf(intent), { bookedAt: new Date(Date.now() - 90 * 86_400_000) })
    await told("sepay", first)
    expect(await told("casso", secondOf(first, "chuyen tien"))).toEqual(AT_THE_DESK)
    const rows = await ofReference(first)
    expect((await deskRow(rows[1]!.id)).may_repeat).toMatchObject({ state: "matched", paid_for: intent.description })
    expect(await receivedBy(intent)).toBe(AMOUNT)
  })

  test("after the shop said to have the first, and the bank confirmed that", async () => {
    const intent = await newIntent()
    const first = bookedAtBank()
    await running.payments.bank.takeByHand({ intentId: intent.id, amountVnd: AMOUNT, bankReference: first.referenceCode, note: null }, somebody)
    expect(await told("sepay", first)).toEqual({ kind: "ignored", reason: "confirms_manual" })
    expect(await told("casso", first)).toEqual(DUPLICATE)
    expect(await told("sepay", secondOf(first))).toEqual(AT_THE_DESK)
  })

  test("after the bank confirmed the shop's word before the house wrote down who told of what", async () => {
    const intent = await newIntent()
    const first = bookedAtBank()
    await running.payments.bank.takeByHand({ intentId: intent.id, amountVnd: AMOUNT, bankReference: first.referenceCode, note: null }, somebody)
    await told("sepay", first)
    await running.rows("delete from bank_telling where bank_transaction_id = (select id from bank_transaction where intent_id = ? and provider = 'manual')", [intent.id])
    expect(await told("casso", first)).toEqual(DUPLICATE)
    expect(await told("sepay", secondOf(first))).toEqual(AT_THE_DESK)
  })

  test("days after the shop said to have the first, of which the bank never told", async () => {
    const intent = await newIntent()
    const first = bookedAtBank()
    await running.payments.bank.takeByHand({ intentId: intent.id, amountVnd: AMOUNT, bankReference: first.referenceCode, note: null }, somebody)
    expect(await told("sepay", secondOf(first, "chuyen tien", { bookedAt: new Date(Date.now() + 10 * 86_400_000) }))).toEqual(AT_THE_DESK)
    expect((await running.payments.bank.findSaidByHand(intent.id))!.confirmed_by_bank).toBe(false)
  })

  test("pays the order it names once another aggregator tells its memo whole", async () => {
    const [paid, open] = [await newIntent(), await newIntent()]
    const first = bookedAtBank(memoOf(paid))
    const second = secondOf(first, "chuyen tien")
    await told("sepay", first)
    expect(await told("sepay", second)).toEqual(AT_THE_DESK)
    expect(await told("casso", { ...second, memo: memoOf(open) })).toMatchObject({ kind: "matched", reason: "exact" })
    expect([await receivedBy(paid), await receivedBy(open)]).toEqual([AMOUNT, AMOUNT])
    expect((await ofReference(first)).map(({ state }) => state)).toEqual(["matched", "matched"])
  })
})

describe("a transfer with a code, under the reference of one that names nobody", () => {
  test("pays its order at once, and once; what names nobody stays at the desk, beside what it may repeat", async () => {
    const open = await newIntent(3 * AMOUNT)
    const first = bookedAtBank("tien mua che")
    const second = secondOf(first, memoOf(open))
    await told("sepay", first)
    expect(await told("sepay", second)).toMatchObject({ kind: "matched", reason: "under" })
    for (const aggregator of ["casso", "payos", "sepay"] as const) expect(await told(aggregator, second)).toEqual(DUPLICATE)
    expect(await told("casso", first)).toEqual(DUPLICATE)
    expect(await receivedBy(open)).toBe(AMOUNT)
    const rows = await ofReference(first)
    expect(rows).toMatchObject([{ state: "unmatched", reason: "perhaps_told", may_repeat_id: rows[1]!.id }, { state: "matched" }])
  })

  test("told to another aggregator as one that names nobody: the other two are not counted for it", async () => {
    const open = await newIntent(3 * AMOUNT)
    const first = bookedAtBank("tien mua che", { bookedAt: new Date(Date.now() - 60_000) })
    const second = secondOf(first, memoOf(open))
    for (const money of [first, second]) await told("sepay", money)
    await told("casso", { ...first, bookedAt: second.bookedAt })
    expect(await told("casso", second)).toEqual(DUPLICATE)
    expect(await receivedBy(open)).toBe(AMOUNT)
  })

  test("is meant when it is told again, and not the nameless one between it and a third", async () => {
    const [paid, open] = [await newIntent(), await newIntent(3 * AMOUNT)]
    const bookedAt = new Date()
    const third = bookedAtBank(memoOf(paid), { bookedAt })
    const second = secondOf(third, memoOf(open), { bookedAt })
    for (const money of [third, secondOf(third, "tien mua che", { bookedAt }), second]) await told("sepay", money)
    expect(await told("casso", second)).toEqual(DUPLICATE)
    expect([await receivedBy(paid), await receivedBy(open)]).toEqual([AMOUNT, AMOUNT])
  })

  test("waits for a person where what was told before has been assigned by one", async () => {
    const open = await newIntent(2 * AMOUNT)
    const first = bookedAtBank("tien mua che")
    await told("sepay", first)
    const [row] = await ofReference(first)
    await running.payments.bank.assign({ transactionId: String(row!.id), intentId: open.id, amountVnd: AMOUNT, note: "tiền chè" }, somebody)
    expect(await told("sepay", secondOf(first, memoOf(open)))).toEqual(AT_THE_DESK)
    expect(await receivedBy(open)).toBe(AMOUNT)
  })
})

describe("a second transfer under the reference of the first, with its code", () => {
  test("waits for a person where another teller's memo said whom the first paid, and this one names somebody else", async () => {
    const [first, other] = [await newIntent(), await newIntent()]
    const money = bookedAtBank()
    await told("sepay", money)
    expect(await told("casso", { ...money, memo: memoOf(first) })).toMatchObject({ kind: "matched" })
    // Told by one that never told of the first: by its key alone it would be that one once more.
    expect(await told("payos", secondOf(money, memoOf(other)))).toEqual(AT_THE_DESK)
    const rows = await ofReference(money)
    expect(rows).toMatchObject([{ state: "matched" }, { ...{ state: "unmatched", reason: "perhaps_told" }, may_repeat_id: rows[0]!.id }])
    expect([await receivedBy(first), await receivedBy(other)]).toEqual([AMOUNT, 0])
    expect(await told("payos", { ...money, memo: memoOf(first) })).toEqual(DUPLICATE)
  })

  test("waits for a person from the tenth on, though it names whom it pays and the nine name nobody", async () => {
    const intent = await newIntent()
    const money = bookedAtBank()
    for (let nth = 1; nth <= 9; nth += 1) await told("sepay", nth === 1 ? money : secondOf(money))
    expect(await told("sepay", secondOf(money, memoOf(intent)))).toEqual(AT_THE_DESK)
    expect(await receivedBy(intent)).toBe(0)
    const rows = await ofReference(money)
    expect(rows).toHaveLength(10)
    expect(rows.slice(0, 9).map((row) => row.may_repeat_id)).not.toContain(rows[9]!.id)
  })

  test("waits for a person where one has said whom the nameless one is for, unless who tells of it told of that one too", async () => {
    const [meant, intent] = [await newIntent(), await newIntent()]
    const money = bookedAtBank()
    await told("sepay", money)
    await running.rows("update bank_transaction set reason = 'late', intent_id = ? where reference_code = ?", [meant.id, money.referenceCode])
    expect(await told("casso", secondOf(money, memoOf(intent)))).toEqual(AT_THE_DESK)
    expect(await receivedBy(intent)).toBe(0)
    const other = await newIntent()
    expect(await told("sepay", secondOf(money, memoOf(other)))).toMatchObject({ kind: "matched", reason: "exact" })
    expect(await receivedBy(other)).toBe(AMOUNT)
  })

  test("pays its order at once where the nameless one, which another teller's memo has named, was told by its own teller too", async () => {
    const [first, second] = [await newIntent(), await newIntent()]
    const money = bookedAtBank()
    const other = secondOf(money)
    await told("sepay", money)
    expect(await told("casso", { ...money, memo: memoOf(first) })).toMatchObject({ kind: "matched" })
    expect(await told("sepay", other)).toEqual(AT_THE_DESK)
    expect(await told("casso", { ...other, memo: memoOf(second) })).toMatchObject({ kind: "matched" })
    expect([await receivedBy(first), await receivedBy(second)]).toEqual([AMOUNT, AMOUNT])
    expect((await ofReference(money)).map(({ state }) => state)).toEqual(["matched", "matched"])
  })

  test("pays its order where its own teller told two nameless ones, and its time is the second's", async () => {
    const intent = await newIntent()
    const first = bookedAtBank("tien mua che", { bookedAt: new Date(Date.now() - 600_000) })
    const second = secondOf(first, "tien mua che", { bookedAt: new Date() })
    for (const money of [first, second]) await told("sepay", money)
    expect(await told("casso", { ...second, memo: memoOf(intent) })).toMatchObject({ kind: "matched" })
    expect(await receivedBy(intent)).toBe(AMOUNT)
    const rows = await ofReference(first)
    expect(rows).toMatchObject([{ state: "matched" }, { state: "unmatched", reason: "perhaps_told", may_repeat_id: rows[0]!.id }])
  })

  test("is not paid a second time by a nameless one that it was told to be", async () => {
    const intent = await newIntent(3 * AMOUNT)
    const named = bookedAtBank(memoOf(intent))
    const nameless = secondOf(named, "chuyen tien")
    for (const [by, money] of [["sepay", named], ["payos", nameless], ["sepay", nameless]] as const) await told(by, money)
    expect(await told("payos", named)).toEqual(DUPLICATE)
    expect(await receivedBy(intent)).toBe(AMOUNT)
  })

  test("confirms what the shop said without a reference, once a teller says its code, though another told it without", async () => {
    const intent = await newIntent()
    await running.payments.bank.takeByHand({ intentId: intent.id, amountVnd: AMOUNT, bankReference: null, note: null }, somebody)
    const money = bookedAtBank()
    expect(await told("sepay", money)).toEqual({ kind: "unmatched", reason: "unknown_memo" })
    expect(await told("casso", { ...money, memo: memoOf(intent) })).toEqual({ kind: "ignored", reason: "confirms_manual" })
    expect(await ofReference(money)).toMatchObject([{ state: "ignored", reason: "confirms_manual" }])
    expect((await running.payments.bank.findSaidByHand(intent.id))!.confirmed_by_bank).toBe(true)
    expect(await receivedBy(intent)).toBe(AMOUNT)
  })

  test("that has been paid gives its name to no nameless one beside it: the next one's own payment is not kept waiting by it", async () => {
    const [paid, next] = [await newIntent(), await newIntent()]
    const first = bookedAtBank(memoOf(paid))
    const second = secondOf(first, "chuyen tien")
    await told("sepay", first)
    await told("casso", second)
    expect(await told("sepay", second)).toEqual(AT_THE_DESK)
    expect(await told("casso", first)).toEqual(DUPLICATE)
    expect(await told("payos", { ...second, memo: memoOf(next) })).toMatchObject({ kind: "matched" })
    expect([await receivedBy(paid), await receivedBy(next)]).toEqual([AMOUNT, AMOUNT])
    expect(await ofReference(first)).toHaveLength(2)
  })

  test("is seen for what it is where it comes too late, though its first telling named nobody", async () => {
    const intent = await newIntent()
    await running.payments.cancelIntent(intent.id, "expired")
    const money = bookedAtBank()
    expect(await told("sepay", money)).toEqual({ kind: "unmatched", reason: "unknown_memo" })
    expect(await told("casso", { ...money, memo: memoOf(intent) })).toEqual(DUPLICATE)
    const [row] = await ofReference(money)
    expect(row).toMatchObject({ state: "unmatched", reason: "late" })
    expect((await deskRow(row!.id)).named).toEqual({ description: intent.description, memo: memoOf(intent) })
    expect(await running.payments.bank.lateMoney([intent.id])).toHaveLength(1)
    expect(await running.rows("select type from payment_outbox_event where intent_id = ? and object_id = (select id from bank_transaction where reference_code = ?)", [intent.id, money.referenceCode])).toHaveLength(1)
  })

  test("counts for nothing by itself, whatever the order still asks for", async () => {
    const intent = await newIntent(2 * AMOUNT)
    const first = bookedAtBank(memoOf(intent))
    expect(await told("sepay", first)).toMatchObject({ kind: "matched", reason: "under" })
    expect(await told("sepay", secondOf(first))).toEqual(AT_THE_DESK)
    expect(await told("casso", first)).toEqual(DUPLICATE)
    expect(await receivedBy(intent)).toBe(AMOUNT)
    const [, second] = await ofReference(first)
    await running.payments.bank.assign({ transactionId: String(second!.id), intentId: intent.id, amountVnd: AMOUNT, note: "hai lần" }, somebody)
    expect(await receivedBy(intent)).toBe(2 * AMOUNT)
  })

  test("is not told to whoever opened the canceled payment as late money a second time", async () => {
    const intent = await newIntent()
    await running.payments.cancelIntent(intent.id, "expired")
    const first = bookedAtBank(memoOf(intent))
    expect(await told("sepay", first)).toEqual({ kind: "unmatched", reason: "late" })
    expect(await told("sepay", secondOf(first))).toEqual(AT_THE_DESK)
    expect(await running.payments.bank.lateMoney([intent.id])).toHaveLength(1)
  })
})
