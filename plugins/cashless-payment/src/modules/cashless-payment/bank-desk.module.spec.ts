import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startModule, type RunningModule } from "../../../test/support/running-module"
import type { BankTransfer } from "./operations/bank-transfer"
import type { CreateIntentInput } from "./operations/create-intent"
import type { PaymentIntentView } from "./operations/payment-intent-view"
import { INSIDE_ONLY_EVENT } from "./rules/event-types"
import { toBankDate } from "./rules/vietnam-time"
import { decodeVietqr } from "./rules/vietqr"

const AMOUNT = 150_000
const ACCOUNT = "0123456789"
const operator = { id: "user_1", name: "Người vận hành thử" }

let running: RunningModule
let sepay: Server
let listed: Record<string, unknown>[] = []
/** From when on the operator's own list was last asked for. */
let askedSince: string | null = null
let isOpen = true
let serial = 0

beforeAll(async () => {
  sepay = createServer((req, res) => {
    const { searchParams } = new URL(req.url ?? "", "http://x")
    const theirs = searchParams.get("account_number")
    if (!theirs) askedSince = searchParams.get("transaction_date_min")
    if (req.headers.authorization === "Bearer broken-key" || !isOpen) return void res.writeHead(500).end()
    res.end(JSON.stringify({ transactions: theirs ? listed.filter((row) => row.account_number === theirs) : listed }))
  })
  await new Promise<void>((resolve) => sepay.listen(0, "127.0.0.1", resolve))
  Object.assign(process.env, {
    SANDBOX: "false", STOREFRONT_URL: "http://localhost:8000", PAYMENT_ENCRYPTION_KEY: "made-up-sealing-key",
    SEPAY_API_URL: `http://127.0.0.1:${(sepay.address() as AddressInfo).port}`, SEPAY_API_TOKEN: "made-up-list-key",
  })
  running = await startModule("cashless_bank_desk")
})
afterAll(async () => {
  sepay?.close()
  await running?.stop()
})

const unique = (prefix: string) => `${prefix}${(serial += 1)}`
function newIntent(input: Partial<CreateIntentInput> = {}): Promise<PaymentIntentView> {
  return running.payments.createIntent({
    amountVnd: AMOUNT, rail: "vietqr", description: `Cho Phien don ${unique("D")}`, metadata: { order_id: unique("order_") },
    payee: { bin: "970422", accountNumber: ACCOUNT, accountName: "HTX CHE THU", bankName: "Sandbox" },
    expiresAt: new Date(Date.now() + 30 * 60_000), idempotencyKey: unique("desk-"), ...input,
  })
}
/** What asks for the same as a canceled payment did. */
async function asksAnew(replaces: string): Promise<CreateIntentInput> {
  return {
    amountVnd: AMOUNT, rail: "vietqr", description: "Cho Phien don", metadata: (await intentOf(replaces)).metadata, payee: { bin: "970422", accountNumber: ACCOUNT, accountName: "HTX CHE THU", bankName: "Sandbox" },
    expiresAt: new Date(Date.now() + 30 * 60_000), idempotencyKey: unique("anew-"), replaces,
  }
}
async function stray(fields: Partial<BankTransfer> = {}): Promise<string> {
  const money: BankTransfer = {
    provider: "casso", providerTransactionId: unique("stray-"), bankName: "Sandbox", accountNumber: ACCOUNT, subAccountNumber: null, direction: "in",
    amountVnd: AMOUNT, memo: "chuyen tien", referenceCode: unique("FTS"), bookedAt: new Date(), ...fields,
  }
  await running.payments.takeBankNotice(money, "{}")
  const [row] = await running.rows("select id from bank_transaction where provider_transaction_id = ?", [money.providerTransactionId])
  return String(row!.id)
}
const desk = () => running.payments.bank
const onDesk = async (id: string) => (await desk().listUnmatched({ limit: 100, offset: 0, olderThanDays: 0, reason: null })).transactions.some((row) => row.id === id)
const intentOf = (id: string) => running.payments.retrieveIntent(id)
const actions = async (id: string) => (await desk().listAudit(id)).map(({ action }) => action)

describe("the desk", () => {
  test("assigns money to an open order, which is then paid, once", async () => {
    const [id, intent] = [await stray(), await newIntent()]
    const assign = () => desk().assign({ transactionId: id, intentId: intent.id, amountVnd: AMOUNT, note: "khách gọi" }, operator)
    const tried = await Promise.allSettled([assign(), assign(), assign()])
    expect(tried.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"])
    expect(await intentOf(intent.id)).toMatchObject({ status: "succeeded", amount_received_vnd: AMOUNT })
    expect(await onDesk(id)).toBe(false)
    expect(await desk().listAudit(id)).toMatchObject([{ action: "assigned", actor: operator, note: "khách gọi" }])
  })

  test("counts a part as a part, and queues what is too much to go back", async () => {
    const intent = await newIntent()
    await desk().assign({ transactionId: await stray({ amountVnd: 100_000 }), intentId: intent.id, amountVnd: 100_000, note: null }, operator)
    expect((await intentOf(intent.id)).status).toBe("requires_action")
    await desk().assign({ transactionId: await stray({ amountVnd: 60_000 }), intentId: intent.id, amountVnd: 60_000, note: null }, operator)
    expect((await intentOf(intent.id)).status).toBe("succeeded")
    expect(await running.rows("select amount_vnd::int from payment_refund where intent_id = ?", [intent.id])).toEqual([{ amount_vnd: 10_000 }])
  })

  test("does not assign to what is paid or unknown, nor when the amount is another than was seen", async () => {
    const id = await stray()
    const [paid, open] = [await newIntent(), await newIntent()]
    await desk().assign({ transactionId: await stray(), intentId: paid.id, amountVnd: AMOUNT, note: null }, operator)
    const attempt = (intentId: string, amountVnd = AMOUNT) => desk().assign({ transactionId: id, intentId, amountVnd, note: null }, operator)
    await expect(attempt(paid.id)).rejects.toMatchObject({ code: "cashless-payment.intent_not_payable" })
    await expect(attempt("pi_unknown")).rejects.toMatchObject({ code: "cashless-payment.intent_not_found" })
    await expect(attempt(open.id, AMOUNT - 1)).rejects.toMatchObject({ code: "cashless-payment.amount_changed" })
    expect(await onDesk(id)).toBe(true)
    expect((await intentOf(open.id)).amount_received_vnd).toBe(0)
  })

  test("named for a canceled payment it stays, under its name, and whoever opened that is told; what took its place is paid", async () => {
    const [id, canceled] = [await stray(), await newIntent()]
    await running.payments.cancelIntent(canceled.id, "replaced")
    await desk().assign({ transactionId: id, intentId: canceled.id, amountVnd: AMOUNT, note: null }, operator)
    expect(await onDesk(id)).toBe(true)
    expect(await desk().lateMoney([canceled.id])).toMatchObject([{ transaction_id: id, amount_vnd: AMOUNT, reason: "late" }])
    expect(await running.rows("select object_id, acknowledged_at, api_version from payment_outbox_event where type = ? and intent_id = ?", [INSIDE_ONLY_EVENT, canceled.id])).toEqual([{ object_id: id, acknowledged_at: null, api_version: null }])
    const asked = { ...(await asksAnew(canceled.id)), onlyWithItsMoney: true }
    expect(await running.payments.createIntent(asked)).toMatchObject({ status: "succeeded", amount_received_vnd: AMOUNT })
    expect(await running.payments.createIntent(asked)).toMatchObject({ status: "succeeded", amount_received_vnd: AMOUNT })
    expect(await onDesk(id)).toBe(false)

    const [second, first] = [await stray(), await newIntent()]
    await running.payments.cancelIntent(first.id, "replaced")
    const next = await running.payments.createIntent(await asksAnew(first.id))
    await desk().assign({ transactionId: second, intentId: first.id, amountVnd: AMOUNT, note: null }, operator)
    expect(await intentOf(next.id)).toMatchObject({ status: "succeeded" })

    // Whose account it is on was the person's judgement, and stays it.
    const [elsewhere, gone] = [await stray({ accountNumber: "555566667777" }), await newIntent()]
    await running.payments.cancelIntent(gone.id, "replaced")
    expect(await desk().assign({ transactionId: elsewhere, intentId: gone.id, amountVnd: AMOUNT, note: null, liesWith: "payee" }, operator)).toEqual({ intentId: gone.id, counted: false })
    expect(await running.payments.createIntent({ ...(await asksAnew(gone.id)), onlyWithItsMoney: true })).toMatchObject({ status: "succeeded", amount_received_vnd: AMOUNT })
  })

  test("what lies at the desk for a canceled payment is told again when asked, in the one event it has; what was decided is not", async () => {
    const [first, second, canceled, other] = [await stray(), await stray(), await newIntent(), await newIntent()]
    for (const { id } of [canceled, other]) await running.payments.cancelIntent(id, "replaced")
    for (const id of [first, second]) await desk().assign({ transactionId: id, intentId: canceled.id, amountVnd: AMOUNT, note: null }, operator)
    const events = () => running.rows("select id, object_id, acknowledged_at is null as untold from payment_outbox_event where type = ? and intent_id = ? order by object_id", [INSIDE_ONLY_EVENT, canceled.id])
    for (const { id } of await events()) await running.payments.acknowledgeEvent(String(id))
    const before = await events()
    await desk().returnToSender(second, null, operator)
    await desk().tellLateMoneyAgain([])
    await desk().tellLateMoneyAgain([other.id])
    expect((await events()).map(({ untold }) => untold)).toEqual([false, false])
    await desk().tellLateMoneyAgain([canceled.id, other.id])
    // One that is to be told is perhaps told by now, by this house's own pump: how often it was is another spec's.
    const facts = (rows: Awaited<ReturnType<typeof events>>) => rows.map(({ id, object_id, untold }) => ({ id, object_id, untold }))
    expect(facts(await events())).toEqual(facts(before).map((event) => ({ ...event, untold: event.object_id === first })))
  })

  test.each([["998877665544", "another number"], [ACCOUNT, "the number it had at the other"]])("money that lies on another account than the new payment's is no part of it: the payee has changed banks since (%s, %s)", async (accountNumber) => {
    const [canceled, later] = [await newIntent(), await newIntent()]
    for (const { id } of [canceled, later]) await running.payments.cancelIntent(id, "replaced")
    const elsewhere = { bin: "970415", accountNumber, accountName: "HTX CHE THU", bankName: "Sandbox" }
    const before = await stray({ memo: canceled.vietqr!.memo })
    const anew = await running.payments.createIntent({ ...(await asksAnew(canceled.id)), payee: elsewhere })
    const after = await running.payments.createIntent({ ...(await asksAnew(later.id)), payee: elsewhere })
    const came = await stray({ memo: later.vietqr!.memo })
    for (const { id } of [anew, after]) expect(await intentOf(id)).toMatchObject({ status: "requires_action", amount_received_vnd: 0 })
    for (const id of [before, came]) expect(await onDesk(id)).toBe(true)
  })

  test("a payment that is to be made only of late money is not made without it, or with too little", async () => {
    const [id, canceled] = [await stray({ amountVnd: AMOUNT - 1 }), await newIntent()]
    await running.payments.cancelIntent(canceled.id, "replaced")
    const asked = { ...(await asksAnew(canceled.id)), onlyWithItsMoney: true }
    await expect(running.payments.createIntent(asked)).rejects.toMatchObject({ code: "cashless-payment.money_not_there" })
    await desk().assign({ transactionId: id, intentId: canceled.id, amountVnd: AMOUNT - 1, note: null }, operator)
    await expect(running.payments.createIntent(asked)).rejects.toMatchObject({ code: "cashless-payment.money_not_there" })
    expect(await onDesk(id)).toBe(true)
    expect(await running.rows("select 1 from payment_intent where idempotency_key = ?", [asked.idempotencyKey])).toEqual([])
  })

  test("of late money that is taken for a payment and sent back at the same moment one happens", async () => {
    for (let round = 0; round < 15; round += 1) {
      const [id, canceled] = [await stray(), await newIntent()]
      await running.payments.cancelIntent(canceled.id, "replaced")
      await desk().assign({ transactionId: id, intentId: canceled.id, amountVnd: AMOUNT, note: null }, operator)
      const asked = { ...(await asksAnew(canceled.id)), onlyWithItsMoney: true }
      const acts = [() => running.payments.createIntent(asked), () => desk().returnToSender(id, null, operator)]
      const done = await Promise.allSettled((round % 2 ? acts : acts.reverse()).map((act) => act()))
      expect(done.filter(({ status }) => status === "fulfilled"), `round ${round}`).toHaveLength(1)
    }
  })

  test("dismisses with a note, once", async () => {
    const id = await stray()
    await desk().dismiss(id, "tiền nhà, không phải đơn hàng", operator)
    await expect(desk().dismiss(id, "lần nữa", operator)).rejects.toMatchObject({ code: "cashless-payment.transaction_not_found" })
    expect(await actions(id)).toEqual(["dismissed"])
  })

  test("shows the longest waiting first, by age and reason, in pages", async () => {
    const old = await stray({ bookedAt: new Date(Date.now() - 10 * 86_400_000), memo: "cũ" })
    const page = await desk().listUnmatched({ limit: 1, offset: 0, olderThanDays: 7, reason: "unknown_memo" })
    expect(page).toMatchObject({ count: 1, transactions: [{ id: old, memo: "cũ" }] })
    expect((await desk().listUnmatched({ limit: 10, offset: 0, olderThanDays: 7, reason: "late" })).count).toBe(0)
    expect((await desk().listUnmatched({ limit: 1, offset: 1, olderThanDays: 7, reason: null })).transactions).toEqual([])
  })

  test("shows one alone to who was sent to it, until it is dealt with", async () => {
    const [id] = [await stray(), await stray()]
    const only = () => desk().listUnmatched({ limit: 20, offset: 0, olderThanDays: 0, reason: null, id })
    expect(await only()).toMatchObject({ count: 1, transactions: [{ id }] })
    await desk().dismiss(id!, "đã xem", operator)
    expect(await only()).toEqual({ transactions: [], count: 0 })
  })

  test("finds payments by code as a bank writes it, by order and by words, open ones first; wildcards are only letters", async () => {
    const intent = await newIntent()
    const memo = intent.vietqr!.memo.toLowerCase()
    for (const query of [`${memo.slice(0, 5)}-${memo.slice(5)}`, intent.id, intent.metadata.order_id!, intent.description]) {
      expect((await desk().searchIntents(query))[0]?.id, query).toBe(intent.id)
    }
    expect(await desk().searchIntents("%%")).toEqual([])
    expect(await desk().searchIntents("' or 1=1 --")).toEqual([])
  })
})

describe("money sent back by hand", () => {
  const waiting = async (id: string) => (await desk().listHandTransfers(100, 0)).transfers.find((transfer) => transfer.id === id)

  test("of nobody's order: to the account it came from, with its own QR, and done with the bank's reference", async () => {
    const txId = await stray({ counterParty: { bankBin: "970436", bankName: "VCB", accountNumber: "0011000012345", name: "NGUYEN VAN A" } })
    const id = await desk().returnToSender(txId, null, operator)
    const transfer = await waiting(id)
    expect(transfer).toMatchObject({ amount_vnd: AMOUNT, to: { bin: "970436", account_number: "0011000012345", account_name: "NGUYEN VAN A" }, held_by: { account_number: ACCOUNT } })
    expect(decodeVietqr(transfer!.qr_payload!)).toMatchObject({ ok: true, transfer: { bin: "970436", accountNumber: "0011000012345", amountVnd: AMOUNT } })
    await desk().finishHandTransfer(id, { bankReference: "FT99887", sentFrom: null }, operator)
    expect(await waiting(id)).toBeUndefined()
    await expect(desk().finishHandTransfer(id, { bankReference: "FT99887", sentFrom: null }, operator)).rejects.toMatchObject({ code: "cashless-payment.hand_transfer_not_found" })
    expect(await actions(id)).toEqual(["transfer_done"])
  })

  test("canceled, nobody's money lies at the desk again and can be sent back later", async () => {
    const txId = await stray()
    const id = await desk().returnToSender(txId, null, operator)
    expect(await onDesk(txId)).toBe(false)
    await desk().cancelHandTransfer(id, "người gửi đã đặt đơn", operator)
    expect(await onDesk(txId)).toBe(true)
    expect(await desk().returnToSender(txId, null, operator)).not.toBe(id)
  })

  test("of a surplus: the account is asked for, noted, and the refund ends succeeded", async () => {
    const intent = await newIntent()
    await desk().assign({ transactionId: await stray({ amountVnd: AMOUNT + 5_000 }), intentId: intent.id, amountVnd: AMOUNT + 5_000, note: null }, operator)
    const [refund] = await running.rows("select id from payment_refund where intent_id = ?", [intent.id])
    const id = String(refund!.id)
    expect(await waiting(id)).toMatchObject({ amount_vnd: 5_000, to: null, qr_payload: null, description: intent.description })
    await expect(desk().setTransferAccount(id, { bin: "1", bankName: "", accountNumber: "2", accountName: "" }, operator)).rejects.toMatchObject({ code: "cashless-payment.invalid_payee" })
    await desk().setTransferAccount(id, { bin: "970436", bankName: "VCB", accountNumber: "0011", accountName: "A" }, operator)
    expect((await waiting(id))!.qr_payload).not.toBeNull()
    const done = await Promise.allSettled([desk().finishHandTransfer(id, { bankReference: "FT1234", sentFrom: null }, operator), desk().finishHandTransfer(id, { bankReference: "FT1234", sentFrom: null }, operator)])
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    expect(await running.rows("select status, settled_by from payment_refund where id = ?", [id])).toEqual([{ status: "succeeded", settled_by: operator.id }])
    expect(await running.rows("select count(*)::int as count from payment_outbox_event where type = 'refund.updated' and data::text like ?", [`%${id}%`])).toEqual([{ count: 1 }])
  })

  test("of a refund: canceled it is canceled, with why", async () => {
    const intent = await newIntent()
    await desk().assign({ transactionId: await stray({ amountVnd: AMOUNT + 1 }), intentId: intent.id, amountVnd: AMOUNT + 1, note: null }, operator)
    const [refund] = await running.rows("select id from payment_refund where intent_id = ?", [intent.id])
    await desk().cancelHandTransfer(String(refund!.id), "người mua không nhận lại", operator)
    expect(await running.rows("select status, settlement_note from payment_refund where id = ?", [refund!.id])).toEqual([{ status: "canceled", settlement_note: "người mua không nhận lại" }])
  })

  test("called off and queued again, by two at once: one successor, to the account that was named, and never more than came", async () => {
    const intent = await newIntent()
    await desk().assign({ transactionId: await stray({ amountVnd: AMOUNT + 7_000 }), intentId: intent.id, amountVnd: AMOUNT + 7_000, note: null }, operator)
    const id = String((await running.rows("select id from payment_refund where intent_id = ?", [intent.id]))[0]!.id)
    const again = () => desk().queueHandTransferAgain(id, "người mua đổi ý", operator)
    const calledOff = async () => (await desk().listHandTransfers(100, 0, "called_off")).transfers.map((transfer) => transfer.id)
    await desk().setTransferAccount(id, { bin: "970436", bankName: "VCB", accountNumber: "0011", accountName: "A" }, operator)
    await expect(again()).rejects.toMatchObject({ code: "cashless-payment.not_called_off" })
    await desk().cancelHandTransfer(id, "người mua không nhận lại", operator)
    expect([await waiting(id), await calledOff()]).toEqual([undefined, expect.arrayContaining([id])])

    const [first, second] = await Promise.all([again(), again()])
    expect(second).toBe(first)
    expect(await waiting(first)).toMatchObject({ amount_vnd: 7_000, reason: "overpaid", state: "waiting", to: { bin: "970436", account_number: "0011" } })
    expect(await calledOff()).not.toContain(id)
    expect(await running.rows("select status, amount_vnd::int from payment_refund where intent_id = ? order by created_at", [intent.id])).toEqual([{ status: "canceled", amount_vnd: 7_000 }, { status: "requires_action", amount_vnd: 7_000 }])
    expect((await desk().listAudit(id)).at(-1)).toMatchObject({ action: "transfer_queued_again", note: "người mua đổi ý", actor: operator, data: { refund_id: first } })

    await desk().cancelHandTransfer(first, "lại thôi chuyển", operator)
    await running.payments.queueRefund({ intentId: intent.id, amountVnd: AMOUNT + 1, reason: "requested", idempotencyKey: unique("more-") })
    await expect(desk().queueHandTransferAgain(first, "người mua đổi ý", operator)).rejects.toMatchObject({ code: "cashless-payment.refund_too_large" })
  })
})

describe("the aggregators' lists", () => {
  const onList = (memo: string, fields: Record<string, unknown> = {}) => ({
    id: unique("7000"), bank_brand_name: "MB", account_number: ACCOUNT, transaction_date: toBankDate(new Date()), amount_in: `${AMOUNT}.00`, amount_out: "0.00",
    transaction_content: `MBVCB.1.${memo}`, reference_number: unique("FTL"), code: null, sub_account: null, ...fields,
  })

  test("make up for a lost notice, and a notice that comes after all counts nothing again", async () => {
    const intent = await newIntent()
    const row = onList(intent.vietqr!.memo)
    listed = [row]
    expect(await desk().fetchLists()).toBe(1)
    expect((await intentOf(intent.id)).status).toBe("succeeded")
    expect(await desk().fetchLists()).toBe(0)
    const late: BankTransfer = { provider: "sepay", providerTransactionId: row.id, bankName: "MB", accountNumber: ACCOUNT, subAccountNumber: null, direction: "in", amountVnd: AMOUNT, memo: intent.vietqr!.memo, referenceCode: row.reference_number, bookedAt: new Date() }
    expect(await running.payments.takeBankNotice(late, "{}")).toEqual({ kind: "ignored", reason: "duplicate" })
    expect(await running.rows("select heard_by from bank_transaction where intent_id = ?", [intent.id])).toEqual([{ heard_by: "list" }])
  })

  test("are read from before the last time they were read whole: what came while the house was shut for days is found", async () => {
    // The tests before have read it too.
    await running.rows("delete from bank_list_reading")
    const begun = Date.now()
    const day = (count: number) => new Date(begun + count * 86_400_000)
    listed = []
    await desk().fetchLists(day(0))
    expect(askedSince).toBe(toBankDate(day(-2)))
    const intent = await newIntent()
    listed = [onList(intent.vietqr!.memo)]
    isOpen = false
    await desk().fetchLists(day(4))
    expect((await intentOf(intent.id)).status).toBe("requires_action")
    isOpen = true
    // Not from two days before the time when it did not answer.
    await desk().fetchLists(day(5))
    expect(askedSince).toBe(toBankDate(day(-2)))
    expect((await intentOf(intent.id)).status).toBe("succeeded")
    await desk().fetchLists(day(6))
    expect(askedSince).toBe(toBankDate(day(3)))
    listed = []
  })

  test("of a payee are believed about its own account alone, and one that fails keeps no other waiting", async () => {
    const [own, others] = [await newIntent({ payee: { bin: "970422", accountNumber: "4242", accountName: "A", bankName: "B" } }), await newIntent()]
    listed = []
    const account = (accountNumber: string) => ({ bin: "970422", accountNumber })
    const broken = await desk().connectPayee({ ownerReference: unique("o"), provider: "sepay", account: account("1111"), secret: "made-up-secret", listKey: "broken-key" }, operator)
    const working = unique("o")
    await desk().connectPayee({ ownerReference: working, provider: "sepay", account: account("4242"), secret: "made-up-secret", listKey: "good-list-key" }, operator)
    // The fake list gives rows by account; the second pretends to be of the connected account and is not.
    listed = [onList(own.vietqr!.memo, { account_number: "4242" }), onList(others.vietqr!.memo, { account_number: "4242" })]
    await desk().fetchLists()
    expect((await intentOf(own.id)).status).toBe("succeeded")
    expect((await intentOf(others.id)).status).toBe("requires_action")
    expect(await desk().findConnection(working)).toMatchObject({ list_problem: null, last_listed_at: expect.any(String) })
    expect((await running.rows("select list_problem from payee_webhook where id = ?", [broken.id]))[0]!.list_problem).toMatch(/500/)
    listed = []
  })
})
