import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startModule, type RunningModule } from "../../../test/support/running-module"
import type { BankTransfer, NoticeSource } from "./operations/bank-transfer"
import type { CreateIntentInput } from "./operations/create-intent"
import type { PaymentIntentView } from "./operations/payment-intent-view"
import { decodeVietqr } from "./rules/vietqr"

const AMOUNT = 150_000
const ACCOUNT = "0123456789"
const DAY_MS = 86_400_000
const buyer = { id: "buyer:group_1", name: null }
const shop = { id: "selmem_1", name: "Người bán thử" }
const operator = { id: "user_1", name: "Người vận hành thử" }
const silent = { note: "gian hàng không liên lạc được", checked: null }
const OWN = { bin: "970436", accountNumber: "0011 0000 1234", accountName: "NGUYEN VAN A" }

let running: RunningModule
let serial = 0
beforeAll(async () => {
  Object.assign(process.env, { SANDBOX: "false", STOREFRONT_URL: "http://localhost:8000" })
  running = await startModule("cashless_hand_transfers")
})
afterAll(async () => running?.stop())

const unique = (prefix: string) => `${prefix}${(serial += 1)}`
const back = () => running.payments.handTransfers
const find = async (id: string) => (await back().find(id))!
const statusOf = async (id: string) => (await running.rows("select status from payment_refund where id = ?", [id]))[0]?.status
const told = async (id: string) => (await running.rows("select type, data -> 'object' ->> 'status' as status from payment_outbox_event where object_id = ? order by sequence", [id])).map(({ type, status }) => `${String(type)}:${String(status)}`)

function newIntent(input: Partial<CreateIntentInput> = {}): Promise<PaymentIntentView> {
  return running.payments.createIntent({
    amountVnd: AMOUNT, rail: "vietqr", description: unique("Cho Phien don D"), metadata: { order_id: unique("order_"), seller_id: "shop_1" },
    payee: { bin: "970422", accountNumber: ACCOUNT, accountName: "HTX CHE THU", bankName: "Sandbox" },
    expiresAt: new Date(Date.now() + 30 * 60_000), idempotencyKey: unique("back-"), ...input,
  })
}
function notice(fields: Partial<BankTransfer> = {}, source?: NoticeSource) {
  const money: BankTransfer = {
    provider: "casso", providerTransactionId: unique("n-"), bankName: "Sandbox", accountNumber: ACCOUNT, subAccountNumber: null, direction: "in",
    amountVnd: AMOUNT, memo: "", referenceCode: unique("FTB"), bookedAt: new Date(), ...fields,
  }
  return running.payments.takeBankNotice(money, "{}", new Date(), source)
}
/** A paid intent of which an amount is owed back. */
async function owed(amountVnd = 40_000, payer?: Partial<BankTransfer>, input: Partial<CreateIntentInput> = {}): Promise<{ id: string; intent: PaymentIntentView }> {
  const intent = await newIntent(input)
  await notice({ memo: intent.vietqr!.memo, ...payer })
  const refund = await running.payments.queueRefund({ intentId: intent.id, amountVnd, reason: "requested_by_customer", idempotencyKey: unique("refund-") })
  return { id: refund.id, intent }
}
const sent = (accountVersion: number, bankReference = "FT2211", toEarlierAccount = false) => ({ bankReference, accountVersion, toEarlierAccount })
const outgoing = (intent: PaymentIntentView, fields: Partial<BankTransfer> = {}, source?: NoticeSource) =>
  notice({ direction: "out", amountVnd: 40_000, memo: `MBVCB.7.Hoan tien ${intent.vietqr!.memo}`, ...fields }, source)

describe("money owed back by transfer", () => {
  test("waits for an account, goes to the payee with a QR and a due day, is said sent, and ends when it is said to have come", async () => {
    const { id, intent } = await owed()
    expect(await find(id)).toMatchObject({ state: "waiting", to: null, asked_at: null, due_on: null, sender: "payee", held_by: { account_number: ACCOUNT } })
    await back().nameAccount(id, OWN, buyer)
    const asked = await find(id)
    expect(asked).toMatchObject({ to: { bin: "970436", bank_name: "Vietcombank", account_number: "001100001234" }, to_ending: "1234", account_by: "receiver", account_version: 1, due_on: expect.any(String), overdue: false })
    expect(decodeVietqr(asked.qr_payload!)).toMatchObject({ ok: true, transfer: { accountNumber: "001100001234", amountVnd: 40_000, memo: `Hoan tien ${intent.vietqr!.memo}` } })
    expect(await back().find(id, new Date(Date.now() + 4 * DAY_MS))).toMatchObject({ overdue: true })
    await back().saySent(id, sent(1), shop)
    expect(await find(id)).toMatchObject({ state: "sent", bank_reference: "FT2211", sent_at: expect.any(String) })
    expect(await statusOf(id)).toBe("pending")
    await back().sayArrived(id, { arrived: true, note: null }, buyer)
    expect(await find(id)).toMatchObject({ state: "done", confirmed_by: "receiver" })
    expect(await told(id)).toEqual(["refund.created:requires_action", "refund.updated:pending", "refund.updated:succeeded"])
    expect((await running.payments.bank.listAudit(id)).map(({ action }) => action)).toEqual(["account_noted", "said_sent", "said_arrived"])
  })

  test("the one account it was paid from is where it goes unless the buyer says another", async () => {
    const { id } = await owed(40_000, { counterParty: { bankBin: "970407", bankName: "Techcombank", accountNumber: "19001234", name: "TRAN THI B" } })
    expect(await find(id)).toMatchObject({ account_by: "payment", account_version: 0, to: { account_number: "19001234" }, due_on: expect.any(String) })
    await back().saySent(id, sent(0), shop)
    expect(await find(id)).toMatchObject({ state: "sent", account_by: "payment", to: { account_number: "19001234" } })
    const other = await owed(40_000, { counterParty: { bankBin: "970407", bankName: "Techcombank", accountNumber: "19001234", name: "TRAN THI B" } })
    await back().nameAccount(other.id, OWN, buyer)
    expect((await find(other.id)).to?.account_number).toBe("001100001234")
  })

  test("what a caller of /v1 writes on its payment puts no debt on a payee of the fair", async () => {
    const since = new Date(Date.now() - DAY_MS)
    const seller = unique("shop_of_v1_")
    const { id, intent } = await owed(40_000, {}, { metadata: { seller_id: seller, order_group_id: "group_1" } })
    expect((await back().heldBy({ key: "seller_id", value: seller }, since)).map((transfer) => transfer.id)).toEqual([id])
    await running.rows("update payment_intent set origin = 'api' where id = ?", [intent.id])
    expect(await back().heldBy({ key: "seller_id", value: seller }, since)).toEqual([])
    expect((await find(id)).intent_metadata).toEqual({})
  })

  test("can't be said sent without an account, nor to an account that has changed since; to the earlier one only when that is said", async () => {
    const { id } = await owed()
    await expect(back().saySent(id, sent(0), shop)).rejects.toMatchObject({ code: "cashless-payment.transfer_account_unknown" })
    await back().nameAccount(id, OWN, buyer)
    await back().nameAccount(id, { ...OWN, accountNumber: "999900001111" }, buyer)
    await expect(back().saySent(id, sent(1), shop)).rejects.toMatchObject({ code: "cashless-payment.transfer_account_changed" })
    expect(await statusOf(id)).toBe("requires_action")
    await back().saySent(id, sent(1, "FT77", true), shop)
    expect((await running.payments.bank.listAudit(id)).at(-1)).toMatchObject({ action: "said_sent", data: { to_earlier_account: 1, account_version: 1 } })
    await expect(back().nameAccount(id, OWN, buyer)).rejects.toMatchObject({ code: "cashless-payment.transfer_already_sent" })
  })

  test("the account changes while it is said sent: exactly one of the two, over and over", async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id } = await owed()
      await back().nameAccount(id, OWN, buyer)
      const [named, said] = await Promise.allSettled([back().nameAccount(id, { ...OWN, accountNumber: `8888${round}0000` }, buyer), back().saySent(id, sent(1), shop)])
      const view = await find(id)
      expect([named.status, said.status].sort(), JSON.stringify(view)).toEqual(["fulfilled", "rejected"])
      expect(view).toMatchObject(said.status === "fulfilled" ? { state: "sent", account_version: 1, to_ending: "1234" } : { state: "waiting", account_version: 2, to_ending: "0000" })
    }
  })

  test("clicked twice, everything happens once", async () => {
    const { id } = await owed()
    await Promise.all([back().nameAccount(id, OWN, buyer), back().nameAccount(id, OWN, buyer)])
    expect((await find(id)).account_version).toBe(1)
    await Promise.all([back().saySent(id, sent(1), shop), back().saySent(id, sent(1), shop)])
    await expect(back().saySent(id, sent(1, "FT-ANOTHER"), shop)).rejects.toMatchObject({ code: "cashless-payment.transfer_already_sent" })
    await Promise.all([back().sayArrived(id, { arrived: true, note: null }, buyer), back().sayArrived(id, { arrived: true, note: null }, buyer)])
    expect(await told(id)).toHaveLength(3)
  })

  test("not arrived: it is owed again, the operator sees why, and its amount stays taken", async () => {
    const { id, intent } = await owed(AMOUNT)
    await back().nameAccount(id, OWN, buyer)
    await expect(back().sayArrived(id, { arrived: false, note: "chưa thấy" }, buyer)).rejects.toMatchObject({ code: "cashless-payment.transfer_not_sent" })
    await back().saySent(id, sent(1), shop)
    await expect(running.payments.queueRefund({ intentId: intent.id, amountVnd: 1, reason: "x", idempotencyKey: unique("more-") })).rejects.toMatchObject({ code: "cashless-payment.refund_too_large" })
    await back().sayArrived(id, { arrived: false, note: "chưa thấy tiền" }, buyer)
    expect(await find(id)).toMatchObject({ state: "waiting", problem: { note: "chưa thấy tiền" } })
    expect(await statusOf(id)).toBe("requires_action")
    await back().saySent(id, sent(1, "FT-SECOND"), shop)
    expect(await find(id)).toMatchObject({ state: "sent", problem: null, bank_reference: "FT-SECOND" })
  })

  test("said sent and missed by nobody for the days of the terms, it counts as arrived; a day before it does not", async () => {
    const { id } = await owed()
    await back().nameAccount(id, OWN, buyer)
    await back().saySent(id, sent(1), shop)
    await back().tend(new Date(Date.now() + 6.9 * DAY_MS))
    expect((await find(id)).state).toBe("sent")
    await back().tend(new Date(Date.now() + 7.1 * DAY_MS))
    expect(await find(id)).toMatchObject({ state: "done", confirmed_by: "time" })
    expect(await statusOf(id)).toBe("succeeded")
  })

  test("thirty days after its end the account is gone but for its last digits; the book never held more", async () => {
    const { id } = await owed()
    await back().nameAccount(id, OWN, buyer)
    await running.payments.bank.finishHandTransfer(id, { bankReference: "FT1", sentFrom: "house" }, operator)
    await back().tend(new Date(Date.now() + 29 * DAY_MS))
    expect((await find(id)).to?.account_number).toBe("001100001234")
    await back().tend(new Date(Date.now() + 31 * DAY_MS))
    expect(await find(id)).toMatchObject({ to: null, to_ending: "1234", qr_payload: null })
    const [row] = await running.rows("select account_number, account_name from hand_transfer where refund_id = ?", [id])
    expect(row).toEqual({ account_number: "1234", account_name: null })
    expect(JSON.stringify(await running.payments.bank.listAudit(id))).not.toContain("001100001234")
  })

  test("who read an account is noted once a day", async () => {
    const { id } = await owed()
    await Promise.all([back().noteReading([id], shop)])
    await back().noteReading([id], shop)
    await back().noteReading([id], shop, new Date(Date.now() + DAY_MS))
    expect((await running.payments.bank.listAudit(id)).map(({ action }) => action)).toEqual(["account_read", "account_read"])
  })
})

describe("the operator", () => {
  test("takes over with a reason, reminds, and ends it; what is said sent can't be called off", async () => {
    const { id } = await owed()
    await back().remind(id, operator)
    await back().takeOver(id, silent, operator)
    await back().takeOver(id, { note: "lần nữa", checked: null }, operator)
    expect(await find(id)).toMatchObject({ sender: "house", reminded_at: expect.any(String) })
    expect((await running.payments.bank.listAudit(id)).map(({ action }) => action)).toEqual(["transfer_reminded", "transfer_taken_over"])
    await running.payments.bank.finishHandTransfer(id, { bankReference: "FT5", sentFrom: "house" }, operator)
    await expect(back().takeOver(id, silent, operator)).rejects.toMatchObject({ code: "cashless-payment.hand_transfer_not_found" })
    const other = await owed()
    await back().nameAccount(other.id, OWN, buyer)
    await back().saySent(other.id, sent(1), shop)
    await expect(running.payments.bank.cancelHandTransfer(other.id, "không chuyển nữa", operator)).rejects.toMatchObject({ code: "cashless-payment.transfer_already_sent" })
  })

  test("what nobody but the payee said to have come is taken over only after a look, which is kept", async () => {
    const paid = async (say: (intent: PaymentIntentView) => Promise<unknown>) => {
      const intent = await newIntent()
      await say(intent)
      return (await running.payments.queueRefund({ intentId: intent.id, amountVnd: 40_000, reason: "requested_by_customer", idempotencyKey: unique("refund-") })).id
    }
    const byHand = await paid((intent) => running.payments.bank.takeByHand({ intentId: intent.id, amountVnd: AMOUNT, bankReference: unique("FTHAND"), note: null }, shop))
    const byOwn = await paid((intent) => notice({ memo: intent.vietqr!.memo }, { channel: "pwh_own", heardBy: "notice", onlyAbout: { bin: "970422", accountNumber: ACCOUNT } }))
    const byBank = (await owed()).id
    expect([...(await back().paymentWords([byHand, byOwn, byBank]))]).toEqual([[byHand, "hand"], [byOwn, "payee_connection"], [byBank, "bank"]])
    for (const [id, word] of [[byHand, "hand"], [byOwn, "payee_connection"]] as const) {
      await expect(back().takeOver(id, silent, operator)).rejects.toMatchObject({ code: "cashless-payment.take_over_unchecked" })
      expect(await find(id)).toMatchObject({ sender: "payee", taken_over_at: null })
      await back().takeOver(id, { ...silent, checked: "xem ảnh biên lai của người mua" }, operator)
      expect((await running.payments.bank.listAudit(id)).at(-1)).toMatchObject({ action: "transfer_taken_over", data: { payment_word: word, checked: "xem ảnh biên lai của người mua" } })
    }
  })

  test("what was sent in a payee's stead is told once it is over; what the payee sent, or what lay on another account, is not", async () => {
    const since = new Date(Date.now() - 1_000)
    const [taken, own] = [await owed(), await owed()]
    await back().takeOver(taken.id, silent, operator)
    const mine = async () => (await back().takenOver(since)).filter(({ id }) => id === taken.id || id === own.id)
    expect(await mine()).toEqual([])
    for (const { id } of [taken, own]) await running.payments.bank.finishHandTransfer(id, { bankReference: unique("FT"), sentFrom: "house" }, operator)
    expect(await mine()).toEqual([{ id: taken.id, intent_id: taken.intent.id, amount_vnd: 40_000, finished_at: expect.any(Date) as Date, intent_metadata: taken.intent.metadata, account_id: null, holder_reference: null }])
    expect(await back().takenOver(new Date(Date.now() + DAY_MS))).toEqual([])

    const intent = await newIntent()
    await notice({ memo: intent.vietqr!.memo, accountNumber: "555566667777" })
    const [astray] = await running.rows("select id, reason from bank_transaction where intent_id = ? or memo = ?", [intent.id, intent.vietqr!.memo])
    expect(astray).toMatchObject({ reason: "wrong_account" })
    await running.payments.bank.returnToSender(String(astray!.id), "Trả lại người gửi", operator)
    const back1 = (await running.rows("select id from hand_transfer where bank_transaction_id = ?", [astray!.id]))[0]!
    await back().takeOver(String(back1.id), silent, operator)
    await running.payments.bank.finishHandTransfer(String(back1.id), { bankReference: unique("FT"), sentFrom: "house" }, operator)
    expect((await back().takenOver(since)).map(({ id }) => id)).not.toContain(String(back1.id))
  })

  test("who takes over says who has sent it: what the payee had paid after all it does not owe", async () => {
    const { id } = await owed()
    await back().takeOver(id, silent, operator)
    const finish = (sentFrom: "house" | "payee" | null) => running.payments.bank.finishHandTransfer(id, { bankReference: "FT-SHOP", sentFrom }, operator)
    await expect(finish(null)).rejects.toMatchObject({ code: "cashless-payment.sent_from_needed" })
    expect(await find(id)).toMatchObject({ state: "waiting", sender: "house" })
    await finish("payee")
    expect(await find(id)).toMatchObject({ state: "done", sender: "payee", bank_reference: "FT-SHOP" })
    expect(await statusOf(id)).toBe("succeeded")
    expect((await back().takenOver(new Date(0))).map((transfer) => transfer.id)).not.toContain(id)
    expect((await running.payments.bank.listAudit(id)).at(-1)).toMatchObject({ action: "transfer_done", data: { bank_reference: "FT-SHOP", sent_from: "payee" } })
  })

  test("a refund canceled through the API takes its transfer with it", async () => {
    const { id } = await owed()
    await back().nameAccount(id, OWN, buyer)
    await running.payments.bank.cancelHandTransfer(id, "hai bên đã thỏa thuận", operator)
    await expect(back().saySent(id, sent(1), shop)).rejects.toMatchObject({ code: "cashless-payment.hand_transfer_not_found" })
    expect(await back().heldBy({ key: "seller_id", value: "shop_1" }, new Date(0))).not.toContainEqual(expect.objectContaining({ id }))
  })
})

describe("the bank's own notice of money going out", () => {
  test("with the code and the amount ends what is owed, once, whether or not it was said sent", async () => {
    for (const saidFirst of [true, false]) {
      const { id, intent } = await owed()
      await back().nameAccount(id, OWN, buyer)
      if (saidFirst) await back().saySent(id, sent(1), shop)
      expect(await outgoing(intent, { referenceCode: "FTOUT" + id, counterParty: { bankBin: null, bankName: null, accountNumber: "001100001234", name: null } })).toEqual({ kind: "ignored", reason: "returned" })
      expect(await find(id)).toMatchObject({ state: "done", confirmed_by: "bank", bank_reference: "FTOUT" + id })
      expect(await outgoing(intent, { referenceCode: "FTOUT" + id })).toEqual({ kind: "ignored", reason: "duplicate" })
      expect(await outgoing(intent)).toEqual({ kind: "ignored", reason: "outgoing" })
    }
  })

  test("of another amount, from or to another account, or told by somebody else's connection ends nothing", async () => {
    const { id, intent } = await owed()
    await back().nameAccount(id, OWN, buyer)
    const there = (accountNumber: string, bankBin: string | null, bankName: string) => ({ counterParty: { bankBin, bankName, accountNumber, name: "X" } })
    // One number at two banks is two accounts, at both ends.
    const wrong = [{ amountVnd: 39_999 }, { accountNumber: "5555" }, { bankName: "Vietcombank" }, there("7777777", "970436", "T"), there("001100001234", "970407", ""), there("001100001234", null, "TCB")]
    for (const fields of wrong) expect(await outgoing(intent, fields)).toMatchObject({ reason: "outgoing" })
    expect((await find(id)).state).toBe("waiting")
    expect(await outgoing(intent, { bankName: "MBBank", ...there("001100001234", null, "VCB") })).toMatchObject({ reason: "returned" })
  })

  test("two refunds of one amount need two transfers", async () => {
    const { id, intent } = await owed()
    const second = await running.payments.queueRefund({ intentId: intent.id, amountVnd: 40_000, reason: "requested_by_customer", idempotencyKey: unique("refund-") })
    await outgoing(intent)
    expect([await statusOf(id), await statusOf(second.id)]).toEqual(["succeeded", "requires_action"])
    await outgoing(intent)
    expect(await statusOf(second.id)).toBe("succeeded")
  })

  test("taken over, only a notice of the operator's own accounts counts", async () => {
    const { id, intent } = await owed()
    await back().takeOver(id, silent, operator)
    expect(await outgoing(intent, {}, { channel: "pwh_1", heardBy: "notice", onlyAbout: { bin: "970422", accountNumber: ACCOUNT } })).toMatchObject({ reason: "outgoing" })
    expect(await outgoing(intent, { accountNumber: "4440001" })).toMatchObject({ reason: "returned" })
    expect((await find(id)).state).toBe("done")
  })

  test("a payee who sends it although it was taken over owes nothing for it, and can no longer say so by hand", async () => {
    const { id, intent } = await owed()
    await back().nameAccount(id, OWN, buyer)
    await back().takeOver(id, silent, operator)
    await expect(back().saySent(id, sent(1), shop)).rejects.toMatchObject({ code: "cashless-payment.hand_transfer_not_found" })
    expect(await outgoing(intent)).toMatchObject({ reason: "returned" })
    expect((await find(id)).state).toBe("done")
    expect((await back().takenOver(new Date(0))).map((transfer) => transfer.id)).not.toContain(id)
  })
})

describe("a payee's own connection, whose secret the payee knows", () => {
  const own = (accountNumber: string): NoticeSource => ({ channel: "pwh_own", heardBy: "notice", onlyAbout: { bin: "970422", accountNumber } })

  test("says that the money has left, as the payee would: the receiver can still miss it, and a week without complaint ends it", async () => {
    const { id, intent } = await owed()
    await back().nameAccount(id, OWN, buyer)
    expect(await outgoing(intent, { referenceCode: "FTOWN1" }, own(ACCOUNT))).toEqual({ kind: "ignored", reason: "returned" })
    expect(await find(id)).toMatchObject({ state: "sent", confirmed_by: null, bank_reference: "FTOWN1" })
    expect(await statusOf(id)).toBe("pending")
    await back().sayArrived(id, { arrived: false, note: "chưa thấy" }, buyer)
    expect(await find(id)).toMatchObject({ state: "waiting", problem: { note: "chưa thấy" } })
    await back().saySent(id, sent(1, "FT-AGAIN"), shop)
    expect(await outgoing(intent, {}, own(ACCOUNT))).toEqual({ kind: "ignored", reason: "returned" })
    expect(await outgoing(intent, {}, own(ACCOUNT))).toEqual({ kind: "ignored", reason: "outgoing" })
    await back().tend(new Date(Date.now() + 7.1 * DAY_MS))
    expect(await find(id)).toMatchObject({ state: "done", confirmed_by: "time" })
  })

  test("told after the shop said so it changes nothing more, and of two refunds of one amount each needs its transfer", async () => {
    const { id, intent } = await owed()
    const second = await running.payments.queueRefund({ intentId: intent.id, amountVnd: 40_000, reason: "requested_by_customer", idempotencyKey: unique("refund-") })
    await back().nameAccount(id, OWN, buyer)
    await back().saySent(id, sent(1), shop)
    await outgoing(intent, {}, own(ACCOUNT))
    expect([await statusOf(id), await statusOf(second.id)]).toEqual(["pending", "requires_action"])
    await outgoing(intent, {}, own(ACCOUNT))
    expect([await statusOf(id), await statusOf(second.id)]).toEqual(["pending", "pending"])
    expect(await outgoing(intent, {}, own(ACCOUNT))).toEqual({ kind: "ignored", reason: "outgoing" })
  })

  test("about another payee's account ends nothing there, and does not stand in for the real transfer", async () => {
    const { id, intent } = await owed()
    await back().nameAccount(id, OWN, buyer)
    expect(await outgoing(intent, { referenceCode: "FTREAL" }, own("777000777"))).toEqual({ kind: "ignored", reason: "outgoing" })
    expect((await find(id)).state).toBe("waiting")
    expect(await outgoing(intent, { referenceCode: "FTREAL" })).toEqual({ kind: "ignored", reason: "returned" })
    expect((await find(id)).state).toBe("done")
  })
})

describe("a code that was replaced", () => {
  const replaced = async (amountVnd = 100_000) => {
    const old = await newIntent()
    await running.payments.cancelIntent(old.id, "replaced")
    return { old, renew: (input: Partial<CreateIntentInput> = {}) => newIntent({ amountVnd, replaces: old.id, ...input }) }
  }
  const intentOf = (id: string) => running.payments.retrieveIntent(id)

  test("pays what took its place; what is too much is owed back by transfer", async () => {
    const { old, renew } = await replaced()
    const next = await renew()
    expect(await notice({ memo: old.vietqr!.memo })).toMatchObject({ kind: "matched", reason: "over", surplusVnd: 50_000 })
    expect(await intentOf(next.id)).toMatchObject({ status: "succeeded", amount_received_vnd: AMOUNT })
    expect(await back().ofIntents([next.id])).toMatchObject([{ amount_vnd: 50_000, state: "waiting", sender: "payee" }])
    expect((await intentOf(old.id)).amount_received_vnd).toBe(0)
    expect(await notice({ memo: old.vietqr!.memo })).toMatchObject({ kind: "unmatched", reason: "already_paid" })
  })

  test("paid in the moment between the two, the money is found and counted", async () => {
    const { old, renew } = await replaced(AMOUNT)
    expect(await notice({ memo: old.vietqr!.memo })).toMatchObject({ kind: "unmatched", reason: "late" })
    const next = await renew({ amountVnd: AMOUNT })
    expect(next).toMatchObject({ status: "succeeded", amount_received_vnd: AMOUNT })
    expect(await running.rows("select state, reason from bank_transaction where intent_id = ?", [next.id])).toEqual([{ state: "matched", reason: "moved_exact" }])
  })

  test("paid while it is replaced, the money counts once, whoever is first", async () => {
    for (let round = 0; round < 8; round += 1) {
      const { old, renew } = await replaced()
      const [next] = await Promise.all([renew(), notice({ memo: old.vietqr!.memo }), notice({ memo: old.vietqr!.memo, amountVnd: 20_000 })])
      const view = await intentOf(next.id)
      const [counted] = await running.rows("select coalesce(sum(amount_vnd), 0)::int as vnd from bank_transaction where intent_id = ? and state = 'matched'", [next.id])
      expect(view).toMatchObject({ status: "succeeded", amount_received_vnd: counted!.vnd })
      expect(view.amount_received_vnd).toBeGreaterThanOrEqual(AMOUNT)
    }
  })

  test("replaced twice, the last one is paid; replaced by another account or rail, a person decides", async () => {
    const { old, renew } = await replaced()
    const second = await renew()
    await running.payments.cancelIntent(second.id, "replaced")
    const third = await newIntent({ amountVnd: 90_000, replaces: second.id })
    await notice({ memo: old.vietqr!.memo, amountVnd: 90_000 })
    expect(await intentOf(third.id)).toMatchObject({ status: "succeeded", amount_received_vnd: 90_000 })
    const moved = await replaced()
    await moved.renew({ payee: { bin: "970422", accountNumber: "4242", accountName: "A", bankName: "B" } })
    expect(await notice({ memo: moved.old.vietqr!.memo })).toMatchObject({ kind: "unmatched", reason: "late" })
    const byCard = await replaced()
    await byCard.renew({ rail: "vnpay", payee: undefined })
    expect(await notice({ memo: byCard.old.vietqr!.memo })).toMatchObject({ kind: "unmatched", reason: "late" })
  })

  test("an intent still open is replaced by nothing", async () => {
    const open = await newIntent()
    await newIntent({ replaces: open.id })
    expect(await notice({ memo: open.vietqr!.memo })).toMatchObject({ kind: "matched", reason: "exact" })
    expect((await intentOf(open.id)).status).toBe("succeeded")
  })
})
