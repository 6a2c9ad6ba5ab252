import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { BANK_LISTS } from "./bank-list"
import { parseRow, showRow, transactionIdOf } from "./unread-row"

const sepay = { id: "1", bank_brand_name: "MB", account_number: "0123456789", transaction_date: "2026-11-22 09:00:00", amount_in: "150000.00", amount_out: "0.00", accumulated: "99000000.00", transaction_content: "CP2", reference_number: "FT1", code: null, sub_account: null }
const casso = { id: 1, tid: "FT1", description: "CP2", amount: 150_000, cusumBalance: 99_000_000, when: "2026-11-22 09:00:00", bankSubAccId: "0123456789", corresponsiveName: "NGUYEN VAN A", corresponsiveAccount: "999" }

const AGGREGATORS = [
  { provider: "sepay" as const, row: sepay, answer: (rows: unknown) => ({ transactions: rows }), broken: { ...sepay, amount_in: "một trăm" }, field: "amount_in", nameless: { ...sepay, id: null } },
  { provider: "casso" as const, row: casso, answer: (rows: unknown) => ({ error: 0, data: { totalPages: 1, records: rows } }), broken: { ...casso, amount: "một trăm" }, field: "amount", nameless: { ...casso, id: null } },
]
const since = new Date("2026-11-20T02:00:00Z")

let server: Server
let url: string
let body: unknown

beforeAll(async () => {
  server = createServer((_req, res) => void res.setHeader("content-type", "application/json").setHeader("connection", "close").end(JSON.stringify(body)))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

describe.each(AGGREGATORS)("the list of $provider", ({ provider, row, answer, broken, field, nameless }) => {
  const { list, readRow, shown } = BANK_LISTS[provider]!
  const read = (rows: unknown, accountNumber: string | null = null) => {
    body = answer(rows)
    return list({ url, key: "k", accountNumber }, since)
  }

  test("gives the readable rows behind one that can't be read, and that one with what in it is wrong", async () => {
    const { transfers, unread } = await read([{ ...broken, id: "7" }, { ...row, id: "8" }, { ...row, id: "9" }])
    expect(transfers.map(({ providerTransactionId, amountVnd }) => [providerTransactionId, amountVnd])).toEqual([["8", 150_000], ["9", 150_000]])
    expect(unread).toEqual([{ transactionId: "7", key: "id:7", raw: JSON.stringify({ ...broken, id: "7" }), fields: [field] }])
    expect(transactionIdOf(unread[0]!.key)).toBe("7")
  })

  test("knows an unreadable row again: by its id, or by all of it where the id is what can't be read", async () => {
    const keys = async (rows: unknown[]) => (await read([...rows, row])).unread.map(({ key }) => key)
    const first = await keys([broken, nameless])
    expect(first).toHaveLength(2)
    expect(await keys([nameless, broken])).toEqual(first.toReversed())
    expect(await keys([broken, broken])).toEqual([first[0]])
    expect(transactionIdOf(first[1]!)).toBeNull()
    for (const odd of [null, 7, "row", []]) expect((await read([odd, row])).transfers).toHaveLength(1)
  })

  test("an answer that is no list is an error; of many rows that most can't be read is said, and the others are read", async () => {
    for (const no of [null, "rows", { 0: row }]) await expect(read(no)).rejects.toThrow()
    const many = (count: number) => Array.from({ length: count }, (_, id) => ({ ...broken, id: String(id) }))
    const readable = (count: number) => Array.from({ length: count }, (_, id) => ({ ...row, id: `r${id}` }))
    const readingOf = async (rows: unknown[]) => {
      const { transfers, unread, problem } = await read(rows)
      return [transfers.length, unread.length, problem && `${problem.code}: ${problem.message}`]
    }
    expect(await readingOf(many(20))).toEqual([0, 20, null])
    expect(await readingOf(many(21))).toEqual([0, 21, expect.stringMatching(/^unreadable: 21 of the 21 rows/)])
    expect(await readingOf([...many(500), ...readable(500)])).toEqual([500, 500, null])
    expect(await readingOf([...many(500), ...readable(499)])).toEqual([499, 500, expect.stringMatching(/^unreadable: 500 of the 999 rows/)])
  })

  test("a row that was kept is read like the list, once it can be", () => {
    expect(readRow(broken, since)).toBeNull()
    expect(readRow(undefined, since)).toBeNull()
    expect(readRow(row, since)).toMatchObject({ provider, providerTransactionId: "1", direction: "in", amountVnd: 150_000 })
  })

  test("a person is shown which transfer it is, cut, and neither balances nor the other end", () => {
    const text = showRow(JSON.stringify({ ...broken, secret: "x", balance: "99000000" }), shown)
    for (const needed of ["một trăm", "CP2", "FT1", "0123456789", "2026-11-22 09:00:00"]) expect(text).toContain(needed)
    for (const hidden of ["99000000", "NGUYEN", "999", "secret", "null"]) expect(text).not.toContain(hidden)
    expect(showRow(JSON.stringify(Object.fromEntries(shown.map((name) => [name, "y".repeat(5_000)]))), shown)).toHaveLength(600)
    for (const noObject of [JSON.stringify("99000000"), "[99000000]", "{\"balance\": 99000000", ""]) expect(showRow(noObject, shown)).toBe("")
  })

  test("of a row too long to keep only what a person is shown is kept, and it is never read as a transfer", async () => {
    // Cut to what is kept of it, this row could be read.
    const long = { balance: "99000000", ...row, secret: "x".repeat(20_000), ...(provider === "sepay" ? { transaction_content: "CP2".repeat(1_000) } : { description: "CP2".repeat(1_000) }) }
    const { unread } = await read([long, row])
    expect(unread[0]!.raw.length).toBeLessThan(2_000)
    for (const hidden of ["99000000", "NGUYEN", "999", "xxx"]) expect(unread[0]!.raw).not.toContain(hidden)
    expect(showRow(unread[0]!.raw, shown)).toContain("CP2CP2")
    expect(readRow(parseRow(unread[0]!.raw), since)).toBeNull()
    expect((await read([["99000000".repeat(3_000)], row])).unread[0]!.raw).not.toContain("99000000")
  })
})

test("of a payee's list at Casso an unreadable row about another account is nobody's business here; one about no account may be theirs", async () => {
  const { bankSubAccId: _, ...accountless } = { ...casso, amount: null }
  body = AGGREGATORS[1]!.answer([{ ...casso, id: 2, amount: null, bankSubAccId: "7" }, { ...casso, id: 3, amount: null, bankSubAccId: "0123 456 789" }, { ...accountless, id: 4 }])
  const { unread } = await BANK_LISTS.casso!.list({ url, key: "k", accountNumber: "0123456789" }, since)
  expect(unread.map(({ transactionId }) => transactionId)).toEqual(["3", "4"])
})

test("of a payee's list at Casso the records of other accounts do not count: neither do they make a list unreadable, nor a readable one of it", async () => {
  const own = (count: number, fields: object) => Array.from({ length: count }, (_, index) => ({ ...casso, id: `o${index}`, ...fields }))
  const others = (count: number, fields: object) => Array.from({ length: count }, (_, index) => ({ ...casso, id: `x${index}`, bankSubAccId: "7", ...fields }))
  const problemOf = async (rows: unknown[]) => {
    body = AGGREGATORS[1]!.answer(rows)
    return (await BANK_LISTS.casso!.list({ url, key: "k", accountNumber: "0123456789" }, since)).problem?.code ?? null
  }
  expect(await problemOf([...own(1, {}), ...others(40, { amount: null })])).toBeNull()
  expect(await problemOf([...own(21, { amount: null }), ...others(40, {})])).toBe("unreadable")
})
