import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startModule, type RunningModule } from "../../../test/support/running-module"
import { BANK_AGGREGATORS } from "../../aggregators/bank-aggregator"
import type { BankTransfer, NoticeSource } from "./operations/bank-transfer"
import type { CreateIntentInput } from "./operations/create-intent"
import type { PaymentIntentView } from "./operations/payment-intent-view"

const AMOUNT = 150_000
const ACCOUNT = "0123456789"
const somebody = { id: "member_1", name: "Nguyễn Thị Thử" }

/** As the hook takes a notice that came to a payee's own address. */
const sourceOf = (connection: { id: string; bank_bin: string; account_number: string }): NoticeSource => ({
  channel: connection.id,
  heardBy: "notice",
  onlyAbout: { bin: connection.bank_bin, accountNumber: connection.account_number },
})

let running: RunningModule
let serial = 0

beforeAll(async () => {
  Object.assign(process.env, { SANDBOX: "false", STOREFRONT_URL: "http://localhost:8000", PAYMENT_ENCRYPTION_KEY: "made-up-sealing-key" })
  running = await startModule("cashless_bank_notices")
})
afterAll(() => running?.stop())

const unique = (prefix: string) => `${prefix}${(serial += 1)}`

function newIntent(input: Partial<CreateIntentInput> = {}): Promise<PaymentIntentView> {
  return running.payments.createIntent({
    amountVnd: AMOUNT,
    rail: "vietqr",
    payee: { bin: "970422", accountNumber: ACCOUNT, accountName: "HTX CHE THU", bankName: "Sandbox" },
    description: "Đơn hàng thử",
    metadata: {},
    expiresAt: new Date(Date.now() + 30 * 60_000),
    idempotencyKey: unique("bank-"),
    ...input,
  })
}

function transfer(memo: string, fields: Partial<BankTransfer> = {}): BankTransfer {
  return {
    provider: "sepay",
    providerTransactionId: unique(""),
    bankName: "Sandbox",
    accountNumber: ACCOUNT,
    subAccountNumber: null,
    direction: "in",
    amountVnd: AMOUNT,
    memo,
    referenceCode: unique("FT"),
    bookedAt: new Date(),
    ...fields,
  }
}

const take = (money: BankTransfer, source?: NoticeSource) => running.payments.takeBankNotice(money, JSON.stringify(money), new Date(), source)
const intentOf = (id: string) => running.payments.retrieveIntent(id)
const memoOf = (intent: PaymentIntentView) => intent.vietqr!.memo

describe("several aggregators on one account", () => {
  test("tell one transfer, whoever is first: counted once", async () => {
    const intent = await newIntent()
    const money = transfer(memoOf(intent))
    expect(await take(money)).toMatchObject({ kind: "matched", reason: "exact" })
    for (const provider of ["payos", "casso"] as const) {
      const told = { ...money, provider, providerTransactionId: unique("other-"), accountNumber: "0123 456 789", referenceCode: money.referenceCode!.toLowerCase() }
      expect(await take(told)).toEqual({ kind: "ignored", reason: "duplicate" })
    }
    expect((await intentOf(intent.id)).amount_received_vnd).toBe(AMOUNT)
  })

  test("tell it all at the same moment: counted once", async () => {
    const intent = await newIntent()
    const money = transfer(memoOf(intent))
    await Promise.all((["sepay", "payos", "casso"] as const).map((provider) => take({ ...money, provider, providerTransactionId: unique("") })))
    expect(await intentOf(intent.id)).toMatchObject({ status: "succeeded", amount_received_vnd: AMOUNT })
    expect(await running.rows("select 1 from bank_transaction where intent_id = ?", [intent.id])).toHaveLength(1)
  })

  test("may use the same number for different transfers", async () => {
    const [first, second] = [await newIntent(), await newIntent()]
    await take(transfer(memoOf(first), { providerTransactionId: "same-number", provider: "sepay" }))
    await take(transfer(memoOf(second), { providerTransactionId: "same-number", provider: "casso" }))
    expect((await intentOf(second.id)).status).toBe("succeeded")
  })
})

describe("a memo with two codes", () => {
  test("pays the one it pays exactly", async () => {
    const [other, meant] = [await newIntent({ amountVnd: 99_000 }), await newIntent()]
    expect(await take(transfer(`${memoOf(other)} ${memoOf(meant)}`))).toMatchObject({ kind: "matched", reason: "exact" })
    expect((await intentOf(meant.id)).status).toBe("succeeded")
    expect((await intentOf(other.id)).status).toBe("requires_action")
  })

  test("is for a person when both would fit, or neither", async () => {
    const [a, b] = [await newIntent(), await newIntent()]
    for (const amountVnd of [AMOUNT, 2 * AMOUNT]) {
      expect(await take(transfer(`${memoOf(a)} ${memoOf(b)}`, { amountVnd }))).toEqual({ kind: "unmatched", reason: "ambiguous_memo" })
    }
    expect((await intentOf(a.id)).amount_received_vnd + (await intentOf(b.id)).amount_received_vnd).toBe(0)
  })

  test("in whatever order they stand, two such transfers at once never wait for each other for ever", async () => {
    const [a, b] = [await newIntent({ amountVnd: 1_000 }), await newIntent({ amountVnd: 2_000 })]
    await Promise.all([
      take(transfer(`${memoOf(a)} ${memoOf(b)}`, { amountVnd: 1_000 })),
      take(transfer(`${memoOf(b)} ${memoOf(a)}`, { amountVnd: 2_000 })),
    ])
    expect([(await intentOf(a.id)).status, (await intentOf(b.id)).status]).toEqual(["succeeded", "succeeded"])
  })
})

describe("a payee's own connection", () => {
  const connect = (changes: { ownerReference?: string; secret?: string; bin?: string; provider?: "sepay" | "payos" | "casso"; accountNumber?: string; listKey?: string | null } = {}) => {
    const { accountNumber = ACCOUNT, bin = "970422", ...rest } = changes
    return running.payments.bank.connectPayee(
      { ownerReference: unique("owner-"), provider: "sepay", account: { bin, accountNumber }, secret: "made-up-secret", ...rest },
      somebody,
    )
  }
  const tokenOf = ({ path }: { path: string }) => path.split("/").at(-1)!

  test("has an address nobody guesses, and its secret is nowhere to be read", async () => {
    const connection = await connect({ secret: "visible-nowhere", listKey: "list-key-nowhere" })
    expect(connection.path).toMatch(/^\/hooks\/sepay\/[\w-]{32}$/)
    expect(JSON.stringify(connection)).not.toContain("nowhere")
    expect(JSON.stringify(await running.rows("select * from payee_webhook where id = ?", [connection.id]))).not.toContain("nowhere")
    expect(await running.payments.bank.openConnection("sepay", tokenOf(connection))).toMatchObject({ secrets: [{ secret: "visible-nowhere" }], listKey: "list-key-nowhere" })
    expect(await running.payments.bank.openConnection("casso", tokenOf(connection))).toBeNull()
    expect(await running.payments.bank.openConnection("sepay", "x".repeat(32))).toBeNull()
  })

  test("with a new secret keeps its address and believes the old one for a day", async () => {
    const ownerReference = unique("owner-")
    const first = await connect({ ownerReference, secret: "the-old-secret" })
    const second = await connect({ ownerReference, secret: "the-new-secret" })
    expect(second.path).toBe(first.path)
    const secretsAt = async (hours: number) => (await running.payments.bank.openConnection("sepay", tokenOf(first), new Date(Date.now() + hours * 3_600_000)))?.secrets.map(({ secret }) => secret)
    expect(await secretsAt(0)).toEqual(["the-new-secret", "the-old-secret"])
    expect(await secretsAt(25)).toEqual(["the-new-secret"])
    expect((await running.payments.bank.listAudit(first.id)).map(({ action, actor }) => [action, actor.name])).toEqual([
      ["account_connected", somebody.name],
      ["secret_changed", somebody.name],
    ])
  })

  test("of another account starts anew, and the old address is dead with its secrets", async () => {
    const ownerReference = unique("owner-")
    const first = await connect({ ownerReference })
    const second = await connect({ ownerReference, accountNumber: "555" })
    expect(second.path).not.toBe(first.path)
    expect(await running.payments.bank.openConnection("sepay", tokenOf(first))).toBeNull()
    expect(await running.rows("select secret_sealed, previous_sealed, list_key_sealed from payee_webhook where id = ?", [first.id])).toEqual([{ secret_sealed: "", previous_sealed: null, list_key_sealed: null }])
    expect(await running.payments.bank.disconnectPayee(ownerReference, somebody)).toBe(true)
    expect(await running.payments.bank.disconnectPayee(ownerReference, somebody)).toBe(false)
    expect(await running.payments.bank.findConnection(ownerReference)).toBeNull()
  })

  test("made twice at the same moment is one", async () => {
    const ownerReference = unique("owner-")
    const made = await Promise.all(Array.from({ length: 5 }, () => connect({ ownerReference })))
    expect(new Set(made.map(({ path }) => path)).size).toBe(1)
  })

  test.each([
    [{ secret: "short" }, "invalid_webhook_secret"],
    [{ secret: "with a blank" }, "invalid_webhook_secret"],
    [{ secret: "khoá-bí-mật" }, "invalid_webhook_secret"],
    [{ listKey: "no" }, "invalid_list_key"],
    [{ accountNumber: "--" }, "invalid_payee"],
  ])("is refused with words: %j", async (changes, reason) => {
    await expect(connect(changes)).rejects.toMatchObject({ code: `cashless-payment.${reason}` })
  })

  test("pays its own payee's orders", async () => {
    const intent = await newIntent()
    expect(await take(transfer(memoOf(intent)), sourceOf(await connect()))).toMatchObject({ kind: "matched", reason: "exact" })
  })

  test("never pays another payee's, also when it calls that account a virtual one of its own", async () => {
    const intent = await newIntent()
    const source = sourceOf(await connect({ accountNumber: "777" }))
    expect(await take(transfer(memoOf(intent)), source)).toEqual({ kind: "unmatched", reason: "wrong_account" })
    expect(await take(transfer(memoOf(intent), { accountNumber: "777", subAccountNumber: ACCOUNT }), source)).toEqual({ kind: "unmatched", reason: "wrong_account" })
    expect(await intentOf(intent.id)).toMatchObject({ status: "requires_action", amount_received_vnd: 0 })
  })

  test("cannot speak for another's transfer first, so that the real one would not count", async () => {
    const intent = await newIntent()
    const real = transfer(memoOf(intent))
    const source = sourceOf(await connect({ accountNumber: "777" }))
    await take(real, source)
    expect(await take(real)).toMatchObject({ kind: "matched", reason: "exact" })
    expect((await intentOf(intent.id)).status).toBe("succeeded")
  })

  test("never pays who has the same number at another bank, and does not speak for it", async () => {
    const number = "0912345678"
    const payeeAt = (bin: string) => ({ bin, accountNumber: number, accountName: "HTX", bankName: bin })
    const intent = await newIntent({ payee: payeeAt("970436") })
    const connection = await connect({ bin: "970422", accountNumber: number })
    await running.payments.bank.noteDelivery(connection.id, "valid")
    for (const bankName of ["Vietcombank", "MBBank", "a bank nobody knows"]) {
      expect(await take(transfer(memoOf(intent), { bankName, accountNumber: number }), sourceOf(connection))).toEqual({ kind: "unmatched", reason: "wrong_account" })
    }
    expect(await take(transfer(memoOf(intent), { bankName: "MBBank", accountNumber: number }))).toEqual({ kind: "unmatched", reason: "wrong_account" })
    expect(await intentOf(intent.id)).toMatchObject({ status: "requires_action", amount_received_vnd: 0 })

    const tells = (bin: string | null) => running.payments.bank.bankTells({ accountNumber: number, bin })
    expect(await Promise.all([tells("970422"), tells("970436"), tells(null)])).toEqual([true, false, true])
    expect(await running.payments.bank.takeByHand({ intentId: intent.id, amountVnd: AMOUNT, bankReference: null, note: null }, somebody)).toEqual({ kind: "recorded" })

    const theirs = await newIntent({ payee: payeeAt("970422") })
    expect(await running.payments.bank.takeByHand({ intentId: theirs.id, amountVnd: AMOUNT, bankReference: null, note: null }, somebody)).toEqual({ kind: "bank_tells" })
    expect(await take(transfer(memoOf(theirs), { bankName: "a bank nobody knows", accountNumber: number }), sourceOf(connection))).toMatchObject({ kind: "matched", reason: "exact" })
  })

  test("shows when it was last heard, and why the last was refused", async () => {
    const ownerReference = unique("owner-")
    const { id } = await connect({ ownerReference, accountNumber: "444" })
    await running.payments.bank.noteDelivery(id, "valid")
    await running.payments.bank.noteDelivery(id, "wrong_signature")
    expect(await running.payments.bank.findConnection(ownerReference)).toMatchObject({ last_notice_at: expect.any(String), last_refusal_at: expect.any(String), last_refusal_reason: "wrong_signature" })
  })
})

test("the book of what was done by hand takes lines and gives none back", async () => {
  await expect(running.rows("update payment_audit_entry set note = 'x'")).rejects.toThrow(/append-only/)
  await expect(running.rows("delete from payment_audit_entry")).rejects.toThrow(/append-only/)
})

describe("money the payee says to have", () => {
  const say = (intentId: string, changes: { amountVnd?: number; bankReference?: string | null } = {}) =>
    running.payments.bank.takeByHand({ intentId, amountVnd: AMOUNT, bankReference: null, note: "thấy trong ứng dụng", ...changes }, somebody)
  const booked = (intentId: string) => running.rows("select provider, state, reason, amount_vnd::int from bank_transaction where intent_id = ? order by id", [intentId])

  test("pays, with who said it and when", async () => {
    const intent = await newIntent()
    expect(await say(intent.id)).toEqual({ kind: "recorded" })
    expect(await intentOf(intent.id)).toMatchObject({ status: "succeeded", amount_received_vnd: AMOUNT })
    const said = await running.payments.bank.findSaidByHand(intent.id)
    expect(said).toMatchObject({ amount_vnd: AMOUNT, said_by: somebody.name, confirmed_by_bank: false })
    expect(await running.payments.bank.listAudit(said!.transaction_id)).toMatchObject([{ action: "received_by_hand", actor: somebody, note: "thấy trong ứng dụng" }])
  })

  test("said five times at once counts once", async () => {
    const intent = await newIntent()
    const said = await Promise.all(Array.from({ length: 5 }, () => say(intent.id)))
    expect(said.map(({ kind }) => kind)).toEqual(Array<string>(5).fill("recorded"))
    expect((await intentOf(intent.id)).amount_received_vnd).toBe(AMOUNT)
    expect(await booked(intent.id)).toHaveLength(1)
  })

  test("is confirmed by the bank's notice that comes later; a second real transfer is on the desk", async () => {
    const intent = await newIntent()
    await say(intent.id)
    expect(await take(transfer(memoOf(intent)))).toEqual({ kind: "ignored", reason: "confirms_manual" })
    expect((await running.payments.bank.findSaidByHand(intent.id))!.confirmed_by_bank).toBe(true)
    expect(await take(transfer(memoOf(intent)))).toEqual({ kind: "unmatched", reason: "already_paid" })
    expect((await intentOf(intent.id)).amount_received_vnd).toBe(AMOUNT)
  })

  test("with the bank's reference is confirmed by it also when the memo names nobody, and once only", async () => {
    const intent = await newIntent()
    const bankReference = unique("FT")
    await say(intent.id, { bankReference })
    const money = transfer("chuyen tien", { referenceCode: bankReference, bankName: "MBBank" })
    expect(await take(money)).toEqual({ kind: "ignored", reason: "confirms_manual" })
    expect(await take({ ...money, provider: "casso", providerTransactionId: unique("") })).toEqual({ kind: "ignored", reason: "duplicate" })
  })

  test("takes the money it speaks of off the desk", async () => {
    const intent = await newIntent()
    const money = transfer("quên ghi mã", { bankName: "MBBank" })
    expect(await take(money)).toEqual({ kind: "unmatched", reason: "unknown_memo" })
    expect(await say(intent.id, { bankReference: money.referenceCode })).toEqual({ kind: "recorded" })
    const [row] = await running.rows("select state, reason from bank_transaction where provider_transaction_id = ?", [money.providerTransactionId])
    expect(row).toEqual({ state: "ignored", reason: "confirms_manual" })
  })

  test("cannot count a transfer again that has paid another order", async () => {
    const [paid, other] = [await newIntent(), await newIntent()]
    const money = transfer(memoOf(paid))
    await take(money)
    expect(await say(other.id, { bankReference: money.referenceCode })).toEqual({ kind: "already_counted" })
    expect((await intentOf(other.id)).status).toBe("requires_action")
  })

  test("and the bank's notice at the same moment, ten times: counted once", async () => {
    for (let round = 0; round < 10; round += 1) {
      const intent = await newIntent()
      await Promise.all([say(intent.id), take(transfer(memoOf(intent)))])
      expect(await intentOf(intent.id)).toMatchObject({ status: "succeeded", amount_received_vnd: AMOUNT })
    }
  })

  test("of a canceled order, or of another amount, changes nothing", async () => {
    const intent = await newIntent()
    expect(await say(intent.id, { amountVnd: AMOUNT - 1 })).toEqual({ kind: "under", missingVnd: AMOUNT })
    expect(await say(intent.id, { amountVnd: AMOUNT + 1 })).toEqual({ kind: "over", missingVnd: AMOUNT })
    await running.payments.cancelIntent(intent.id, "abandoned")
    expect(await say(intent.id)).toEqual({ kind: "closed" })
    expect(await booked(intent.id)).toEqual([])
  })

  test("is not asked where the bank tells by itself", async () => {
    const accountNumber = "888"
    const intent = await newIntent({ payee: { bin: "970422", accountNumber, accountName: "HTX", bankName: "Sandbox" } })
    const connection = await running.payments.bank.connectPayee({ ownerReference: unique("owner-"), provider: "sepay", account: { bin: "970422", accountNumber }, secret: "made-up-secret" }, somebody)
    expect(await running.payments.bank.bankTells({ accountNumber, bin: "970422" })).toBe(false)
    await running.payments.bank.noteDelivery(connection.id, "valid")
    expect(await running.payments.bank.bankTells({ accountNumber, bin: "970422" })).toBe(true)
    expect(await say(intent.id)).toEqual({ kind: "bank_tells" })
    // Nothing heard for more than a week: it may be dead, and the payee's own word is all there is.
    const inDays = (count: number) => running.payments.bank.bankTells({ accountNumber, bin: "970422" }, new Date(Date.now() + count * 86_400_000))
    expect(await Promise.all([inDays(6.9), inDays(7.1)])).toEqual([true, false])
  })
})

test("whatever is in a memo, NUL, half a character, too much of it: the money is taken, once, and the code in it is found", async () => {
  // Two texts with any UTF-16 units around the code, as JSON can carry them.
  const anyText = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 0xd800, 0xdc00, 0x22, 0x5c)), { maxLength: 40 }).map((units) => String.fromCharCode(...units))
  await fc.assert(
    fc.asyncProperty(anyText, anyText, fc.constantFrom("sepay" as const, "casso" as const, "payos" as const), async (before, after, provider) => {
      const intent = await newIntent()
      const memo = `${before}\0${memoOf(intent)}\0${after}${"x".repeat(2_500)}`
      const body: unknown = JSON.parse(JSON.stringify(noticeOf(provider, memo)))
      for (const expected of ["matched", "ignored"]) {
        const reading = BANK_AGGREGATORS[provider].read(body, new Date())
        if (reading.kind !== "transfer") throw new Error(JSON.stringify(reading))
        expect(await running.payments.takeBankNotice(reading.transfer, JSON.stringify(body))).toMatchObject({ kind: expected })
      }
      expect(await intentOf(intent.id)).toMatchObject({ status: "succeeded", amount_received_vnd: AMOUNT })
    }),
    { numRuns: 40 },
  )
}, 60_000)

function noticeOf(provider: "sepay" | "casso" | "payos", memo: string): object {
  const [id, reference] = [unique("n"), unique("FTN\0")]
  if (provider === "sepay") return { id, gateway: "MB\0", transactionDate: "2026-11-22 09:00:00", accountNumber: ACCOUNT, content: memo, transferType: "in", transferAmount: AMOUNT, referenceCode: reference }
  const data = { amount: AMOUNT, description: memo, accountNumber: ACCOUNT, reference, transactionDateTime: "2026-11-22 09:00:00", counterAccountName: "A\0B" }
  return { data: provider === "casso" ? { ...data, id } : { ...data, orderCode: 7, paymentLinkId: id, code: "00" } }
}
