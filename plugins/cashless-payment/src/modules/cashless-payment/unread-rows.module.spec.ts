import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import { startModule, type RunningModule } from "../../../test/support/running-module"
import type { PaymentIntentView } from "./operations/payment-intent-view"
import { toBankDate } from "./rules/vietnam-time"

const AMOUNT = 150_000
const ACCOUNT = "0123456789"
const operator = { id: "user_1", name: "Người vận hành thử" }

let running: RunningModule
let server: Server
/** What SePay's and Casso's lists hold; `isOpen` false: they answer an error. */
let sepay: unknown[] = []
let casso: unknown[] = []
let isOpen = true
let serial = 0

beforeAll(async () => {
  server = createServer((req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? "", "http://x")
    const theirs = searchParams.get("account_number")
    if (!isOpen) return void res.writeHead(503).end()
    if (pathname.startsWith("/v2/")) return void res.end(JSON.stringify({ error: 0, data: { totalPages: 1, records: casso } }))
    res.end(JSON.stringify({ transactions: sepay.filter((row) => !theirs || (row as { account_number?: string }).account_number === theirs) }))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  Object.assign(process.env, {
    SANDBOX: "false", STOREFRONT_URL: "http://localhost:8000", PAYMENT_ENCRYPTION_KEY: "made-up-sealing-key",
    SEPAY_API_URL: url, SEPAY_API_TOKEN: "made-up-list-key", CASSO_API_URL: url, CASSO_API_KEY: "made-up-list-key",
  })
  running = await startModule("cashless_unread_rows")
})
afterAll(async () => {
  for (const name of ["SEPAY_API_URL", "SEPAY_API_TOKEN", "CASSO_API_URL", "CASSO_API_KEY"]) delete process.env[name]
  server?.close()
  await running?.stop()
})
beforeEach(async () => {
  ;[sepay, casso, isOpen] = [[], [], true]
  await running.rows("update unread_bank_row set resolved_at = now() where resolved_at is null")
  await running.rows("delete from bank_list_reading")
})

const unique = (prefix: string) => `${prefix}${(serial += 1)}`
const desk = () => running.payments.bank
const atDesk = async () => (await desk().listUnreadRows({ limit: 100, offset: 0 })).rows
const statusOf = async (id: string) => (await running.payments.retrieveIntent(id)).status
const warnings = () => vi.spyOn((desk() as unknown as { tools: { logger: { warn(message: string): void } } }).tools.logger, "warn")

function newIntent(): Promise<PaymentIntentView> {
  return running.payments.createIntent({
    amountVnd: AMOUNT, rail: "vietqr", description: `Cho Phien don ${unique("D")}`, metadata: {}, idempotencyKey: unique("unread-"),
    payee: { bin: "970422", accountNumber: ACCOUNT, accountName: "HTX CHE THU", bankName: "MB" }, expiresAt: new Date(Date.now() + 30 * 60_000),
  })
}
const sepayRow = (memo: string, fields: object = {}) => ({
  id: unique("8000"), bank_brand_name: "MB", account_number: ACCOUNT, transaction_date: toBankDate(new Date()), amount_in: `${AMOUNT}.00`, amount_out: "0.00",
  transaction_content: memo, reference_number: unique("FTU"), code: null, sub_account: null, ...fields,
})
const cassoRow = (memo: string, fields: object = {}) => ({ id: Number(unique("9000")), tid: unique("FTC"), description: memo, amount: AMOUNT, when: toBankDate(new Date()), bankSubAccId: ACCOUNT, bankCodeName: "mb", ...fields })

describe("a row that can't be read", () => {
  test.each([
    ["sepay", (memo: string) => void (sepay = [sepayRow("tien lạ", { amount_in: "một trăm", accumulated: "99000000.00" }), sepayRow(memo)]), "amount_in"],
    ["casso", (memo: string) => void (casso = [cassoRow("tien lạ", { amount: "một trăm", cusumBalance: 99_000_000 }), cassoRow(memo)]), "amount"],
  ])("of %s keeps nobody behind it waiting, lies at the desk, and is told once", async (provider, fill, field) => {
    const intent = await newIntent()
    fill(intent.vietqr!.memo)
    const warn = warnings()
    expect(await desk().fetchLists()).toBe(1)
    expect(await statusOf(intent.id)).toBe("succeeded")
    const told = () => warn.mock.calls.map(([message]) => message).filter((message) => message.includes("can't be read"))
    expect(told()).toEqual([expect.stringMatching(new RegExp(`${provider} \\(house\\) has 1 new rows .*${field}`))])
    expect(told().join()).not.toMatch(/tien lạ|một trăm/)

    const [row, ...others] = await atDesk()
    expect(others).toEqual([])
    expect(row).toMatchObject({ provider, account: null, fields: [field], shown: expect.stringMatching(/một trăm.*tien lạ/) })
    expect(row!.shown).not.toContain("99000000")
    for (const _ of ["a minute later", "and again"]) expect(await desk().fetchLists()).toBe(0)
    expect(await atDesk()).toEqual([row])
    expect(told()).toHaveLength(1)
    warn.mockRestore()
    expect(await running.rows("select problem from bank_list_reading where provider = ? and read_at is not null", [provider])).toEqual([{ problem: null }])
  })

  test("is told with what can't be read in the new ones alone", async () => {
    sepay = [sepayRow("a", { amount_in: "?" }), sepayRow("b")]
    await desk().fetchLists()
    sepay.push(sepayRow("c", { account_number: null }))
    const warn = warnings()
    await desk().fetchLists()
    expect(warn.mock.calls.flat().filter((message) => message.includes("can't be read"))).toEqual([expect.stringContaining("has 1 new rows that can't be read (account_number)")])
    warn.mockRestore()
  })

  test("is dealt with by a person, who says what it was; it does not come back", async () => {
    sepay = [sepayRow("x", { account_number: null }), sepayRow("y", { id: null })]
    await desk().fetchLists()
    const [first, second] = await atDesk()
    await desk().dismissUnreadRow(first!.id, "tiền thuê sạp", operator)
    await expect(desk().dismissUnreadRow(first!.id, "lần nữa", operator)).rejects.toMatchObject({ code: "cashless-payment.unread_row_not_found" })
    await desk().fetchLists()
    expect((await atDesk()).map(({ id }) => id)).toEqual([second!.id])
    // Nobody needs any more what stood in it.
    expect(await running.rows("select id, raw <> '' as kept from unread_bank_row where id = any(?) order by kept", [[first!.id, second!.id]])).toEqual([{ id: first!.id, kept: false }, { id: second!.id, kept: true }])
    expect(await desk().listAudit(first!.id)).toMatchObject([{ action: "unread_row_dismissed", actor: operator, note: "tiền thuê sạp" }])
  })

  test("is no matter where a notice told it, before or after", async () => {
    const [before, after] = [await newIntent(), await newIntent()]
    const rows = [before, after].map((intent) => sepayRow(intent.vietqr!.memo, { amount_in: "?" }))
    const tell = (intent: PaymentIntentView, row: ReturnType<typeof sepayRow>) =>
      running.payments.takeBankNotice({ provider: "sepay", providerTransactionId: row.id, bankName: "MB", accountNumber: ACCOUNT, subAccountNumber: null, direction: "in", amountVnd: AMOUNT, memo: intent.vietqr!.memo, referenceCode: row.reference_number, bookedAt: new Date() }, "{}")
    await tell(before, rows[0]!)
    sepay = rows
    await desk().fetchLists()
    expect(await atDesk()).toMatchObject([{ shown: expect.stringContaining(rows[1]!.id) }])
    await tell(after, rows[1]!)
    await desk().fetchLists()
    expect(await atDesk()).toEqual([])
  })

  test("counts as soon as it can be read: in the list, or as it was kept", async () => {
    const [mended, kept] = [await newIntent(), await newIntent()]
    const rows = [mended, kept].map((intent) => sepayRow(intent.vietqr!.memo, { amount_in: "?" }))
    sepay = rows
    await desk().fetchLists()
    sepay = [{ ...rows[0], amount_in: `${AMOUNT}.00` }]
    expect(await desk().fetchLists()).toBe(1)
    expect([await statusOf(mended.id), await statusOf(kept.id)]).toEqual(["succeeded", "requires_action"])
    expect(await atDesk()).toHaveLength(1)
    // A later version reads what this one can't: to this one the row is given as that one would see it. It is on no list any more.
    sepay = []
    await running.rows("update unread_bank_row set raw = ? where resolved_at is null", [JSON.stringify({ ...rows[1], amount_in: `${AMOUNT}.00` })])
    expect(await desk().fetchLists()).toBe(1)
    expect(await statusOf(kept.id)).toBe("succeeded")
    expect(await atDesk()).toEqual([])
    expect(await desk().fetchLists()).toBe(0)
  })

  test("of a payee's own list is shown with that account, and the list counts as read", async () => {
    const ownerReference = unique("owner-")
    await desk().connectPayee({ ownerReference, provider: "sepay", account: { bin: "970422", accountNumber: "5555" }, secret: "made-up-secret", listKey: "good-list-key" }, operator)
    sepay = [sepayRow("tien", { account_number: "5555", amount_in: "?" })]
    await desk().fetchLists()
    // The operator's own list holds it as well.
    expect((await atDesk()).map(({ account }) => account)).toEqual(expect.arrayContaining([null, { bank_bin: "970422", account_number: "5555" }]))
    expect(await desk().findConnection(ownerReference)).toMatchObject({ list_problem: null, last_listed_at: expect.any(String) })
  })
})

describe("a list with many rows that can't be read", () => {
  const begun = new Date()
  const minutes = (count: number) => new Date(begun.getTime() + count * 60_000)
  const readings = () => running.rows("select read_at, problem from bank_list_reading where provider = 'sepay'")
  const openRows = async () => Number((await running.rows("select count(*) as count from unread_bank_row where resolved_at is null"))[0]!.count)

  test("hides no payment: what can be read is taken, the others lie at the desk, and it is read from where it was until it is whole", async () => {
    await desk().fetchLists(begun)
    const intent = await newIntent()
    const unread = Array.from({ length: 21 }, () => sepayRow("tien", { amount_in: "?" }))
    sepay = [...unread, sepayRow(intent.vietqr!.memo)]
    expect(await desk().fetchLists(minutes(1))).toBe(1)
    expect(await statusOf(intent.id)).toBe("succeeded")
    expect(await atDesk()).toHaveLength(21)
    expect(await readings()).toEqual([{ read_at: begun, problem: "unreadable" }])
    expect((await desk().listUnreadRows({ limit: 1, offset: 0 })).lists).toEqual([{ provider: "sepay", problem: "unreadable", read_at: begun.toISOString() }])
    // The aggregator mends its rows: they are taken, and nobody has to do anything.
    sepay = unread.map((row) => ({ ...row, amount_in: "1.00" }))
    expect(await desk().fetchLists(minutes(2))).toBe(21)
    expect(await atDesk()).toEqual([])
    expect(await readings()).toEqual([{ read_at: minutes(2), problem: null }])
  })

  test("or with one without an id that is another each minute fills neither the desk nor the disk, and does not count as read", async () => {
    await desk().fetchLists(minutes(3))
    await running.rows("insert into unread_bank_row (id, provider, channel, row_key, raw, fields) select 'ubr_full' || n, 'sepay', 'house', 'full' || n, '{}', '{id}' from generate_series(1, 19) n")
    const intent = await newIntent()
    const paid = sepayRow(intent.vietqr!.memo)
    const atMinute = (count: number, ...others: object[]) => {
      sepay = [{ ...sepayRow("x", { id: null }), balance: count }, ...others, paid]
      return desk().fetchLists(minutes(count))
    }
    const warn = warnings()
    expect(await atMinute(4)).toBe(1)
    expect([await openRows(), await readings()]).toEqual([20, [{ read_at: minutes(4), problem: null }]])
    for (const minute of [5, 6]) await atMinute(minute)
    expect([await openRows(), await readings()]).toEqual([20, [{ read_at: minutes(4), problem: "unreadable" }]])
    expect(await statusOf(intent.id)).toBe("succeeded")
    expect(warn.mock.calls.flat().filter((message) => message.includes("new rows"))).toHaveLength(1)
    warn.mockRestore()
    // One that is a transfer reaches the desk all the same.
    const known = sepayRow("tiền lạ", { amount_in: "?" })
    await atMinute(7, known)
    expect((await atDesk()).filter(({ shown }) => shown.includes(known.id))).toHaveLength(1)
    expect([await openRows(), await readings()]).toEqual([21, [{ read_at: minutes(4), problem: "unreadable" }]])
    // A person makes room for one.
    await desk().dismissUnreadRow("ubr_full1", "dòng trống", operator)
    await atMinute(8, known)
    expect([await openRows(), await readings()]).toEqual([21, [{ read_at: minutes(8), problem: null }]])
  })

  test("keeps no more of them than the desk can hold, and none without an id in the place of one that has one", async () => {
    await desk().fetchLists(minutes(9))
    await running.rows("insert into unread_bank_row (id, provider, channel, row_key, raw, fields) select 'ubr_id' || n, 'sepay', 'house', 'id:full' || n, '{}', '{amount_in}' from generate_series(1, 499) n")
    const [nameless, first, second] = [sepayRow("x", { id: null }), sepayRow("y", { amount_in: "?" }), sepayRow("z", { amount_in: "?" })]
    sepay = [nameless, first]
    await desk().fetchLists(minutes(10))
    expect([await openRows(), await readings()]).toEqual([501, [{ read_at: minutes(10), problem: null }]])
    sepay = [nameless, first, second]
    await desk().fetchLists(minutes(11))
    expect([await openRows(), await readings()]).toEqual([501, [{ read_at: minutes(10), problem: "unreadable" }]])
  })
})

test("an error of the database while a list is read is not said to be a transfer that was not taken", async () => {
  await running.rows("alter table payment_inbox rename to payment_inbox_away")
  sepay = [sepayRow("x")]
  await desk().fetchLists().finally(() => running.rows("alter table payment_inbox_away rename to payment_inbox"))
  expect((await desk().listUnreadRows({ limit: 1, offset: 0 })).lists).toMatchObject([{ provider: "sepay", problem: "internal" }])
  await desk().fetchLists()
  expect((await desk().listUnreadRows({ limit: 1, offset: 0 })).lists).toEqual([])
})

test("the operator's own list that can't be read at all is said at the desk, with when it last could, until it can", async () => {
  const problems = async () => (await desk().listUnreadRows({ limit: 1, offset: 0 })).lists
  const begun = new Date()
  await desk().fetchLists(begun)
  expect(await problems()).toEqual([])
  isOpen = false
  await desk().fetchLists(new Date(begun.getTime() + 60_000))
  expect(await problems()).toEqual(["casso", "sepay"].map((provider) => ({ provider, problem: "http_503", read_at: begun.toISOString() })))
  // A list that is asked no more has no problem that could end.
  const { lists } = running.payments.settings.bank
  const { token } = lists.sepay
  delete lists.sepay.token
  expect((await problems()).map(({ provider }) => provider)).toEqual(["casso"])
  lists.sepay.token = token
  isOpen = true
  await desk().fetchLists(new Date(begun.getTime() + 120_000))
  expect(await problems()).toEqual([])
})
