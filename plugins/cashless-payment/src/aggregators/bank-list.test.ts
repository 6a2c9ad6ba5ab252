import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { listCasso } from "./casso-list"
import { toBankDate } from "../modules/cashless-payment/rules/vietnam-time"
import { listSepay, listSepayPausing } from "./sepay-list"

let server: Server
let url: string
let answer: (req: IncomingMessage, res: ServerResponse) => void
const asked: { path: URL; authorization: string | undefined }[] = []

beforeAll(async () => {
  server = createServer((req, res) => {
    asked.push({ path: new URL(req.url ?? "", "http://x"), authorization: req.headers.authorization })
    answer(req, res)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

/** Closed after each answer: a kept connection that ends while a slow machine asks over it would be an error of the network. */
const json = (body: unknown) => (_req: IncomingMessage, res: ServerResponse) => void res.setHeader("content-type", "application/json").setHeader("connection", "close").end(JSON.stringify(body))
const since = new Date("2026-11-20T02:00:00Z")

test("SePay's list is read: money in and out, oldest first, asked with the key in Vietnam's time", async () => {
  const row = { bank_brand_name: "MB", account_number: "0123456789", amount_in: "0.00", amount_out: "0.00", transaction_content: "x", reference_number: "FT1", code: null, sub_account: null }
  answer = json({
    transactions: [
      { ...row, id: "2", transaction_date: "2026-11-22 09:05:00", amount_out: "20000.00" },
      { ...row, id: "1", transaction_date: "2026-11-22 09:00:00", amount_in: "150000.00", code: "CP2" },
    ],
  })
  const { transfers, unread } = await listSepay({ url, key: "k", accountNumber: "0123456789" }, since)
  expect(unread).toEqual([])
  expect(transfers).toMatchObject([
    { providerTransactionId: "1", direction: "in", amountVnd: 150_000, memo: "CP2 | x", referenceCode: "FT1", bookedAt: new Date("2026-11-22T02:00:00Z") },
    { providerTransactionId: "2", direction: "out", amountVnd: 20_000 },
  ])
  const last = asked.at(-1)!
  expect(last.authorization).toBe("Bearer k")
  expect(Object.fromEntries(last.path.searchParams)).toMatchObject({ transaction_date_min: "2026-11-20 09:00:00", account_number: "0123456789" })
})

test("Casso's list is read page by page, of the payee's account alone", async () => {
  const record = { tid: "FT1", description: "CP2", amount: 150_000, when: "2026-11-22 09:00:00", bankSubAccId: "0123 456 789", corresponsiveAccount: "999", corresponsiveBankId: "970436" }
  answer = (req, res) => {
    const page = Number(new URL(req.url!, url).searchParams.get("page"))
    json({ error: 0, data: { totalPages: 2, records: page === 1 ? [{ ...record, id: 1 }, { ...record, id: 2, bankSubAccId: "7" }] : [{ ...record, id: 3, amount: -9 }] } })(req, res)
  }
  const { transfers: found } = await listCasso({ url, key: "k", accountNumber: "0123456789" }, since)
  expect(found.map(({ providerTransactionId, direction, amountVnd }) => [providerTransactionId, direction, amountVnd])).toEqual([["1", "in", 150_000], ["3", "out", 9]])
  expect(found[0]!.counterParty).toMatchObject({ bankBin: "970436", accountNumber: "999" })
  expect(asked.at(-1)!.authorization).toBe("Apikey k")
})

const sepayRow = { bank_brand_name: "MB", account_number: "1", amount_in: "9.00", amount_out: "0.00", transaction_content: "x", reference_number: null, code: null, sub_account: null }

/** Answers as SePay does, of what is in `all`, and counts the requests; after a hundred it has enough. */
function sepayHas(all: { transaction_date: string }[], order = 1): () => number {
  let requests = 0
  answer = (req, res) => {
    requests += 1
    if (requests > 100) return void res.writeHead(429).end("{}")
    const { transaction_date_min: min = "", transaction_date_max: max = "9", limit } = Object.fromEntries(new URL(req.url!, url).searchParams)
    const within = all.filter(({ transaction_date: date }) => date >= min && date <= max)
    json({ transactions: (order > 0 ? within : within.toReversed()).slice(0, Number(limit)) })(req, res)
  }
  return () => requests
}

/** As many transfers as SePay gives at once and some more, one every ten seconds, whichever end it leaves out. */
test.each([["its newest", 1], ["its oldest", -1]])("a list longer than SePay gives at once is read in parts, no faster than SePay answers, when it leaves out %s", async (_what, order) => {
  const from = Date.now() - 6 * 86_400_000
  const all = Array.from({ length: 12_000 }, (_, id) => ({ ...sepayRow, id: String(id), transaction_date: toBankDate(new Date(from + id * 10_000)) }))
  const requests = sepayHas(all, order)
  const pauses: { ms: number; asked: [before: number, after: number] }[] = []
  const { transfers: found } = await listSepayPausing({ url, key: "k", accountNumber: "1" }, new Date(from), async (ms) => {
    const before = requests()
    await sleep(30)
    pauses.push({ ms, asked: [before, requests()] })
  })
  expect(found.map(({ providerTransactionId }) => providerTransactionId)).toEqual(all.map(({ id }) => id))
  expect(requests()).toBeGreaterThan(2)
  // Three requests a second, docs.sepay.vn: one pause between every two of them, and it is waited for.
  expect(pauses.map(({ asked }) => asked)).toEqual(Array.from({ length: requests() - 1 }, (_, before) => [before + 1, before + 1]))
  expect(Math.min(...pauses.map(({ ms }) => ms))).toBeGreaterThan(1000 / 3)
})

/** A second that can't be halved: it is not known whether the answer is all of it. */
test.each([[4_999, "is read whole"], [5_000, "is no list"]])("%i transfers in one second: what came of it %s", async (count, outcome) => {
  const second = new Date(Date.now() - 3_600_000)
  const requests = sepayHas(Array.from({ length: count }, (_, id) => ({ ...sepayRow, id: String(id), transaction_date: toBankDate(second) })))
  const list = listSepayPausing({ url, key: "k", accountNumber: "1" }, new Date(Date.now() - 6 * 86_400_000), async () => undefined)
  if (outcome === "is read whole") expect((await list).transfers).toHaveLength(count)
  else await expect(list).rejects.toThrow("longer than it gives")
  expect(requests()).toBeLessThan(60)
})

test("a list that can't be had whole is an error: nothing is taken for read that was not", async () => {
  const record = { id: 1, tid: null, description: null, amount: 1, when: "2026-11-22 09:00:00", bankSubAccId: "1" }
  answer = json({ error: 0, data: { totalPages: 1001, records: [record] } })
  await expect(listCasso({ url, key: "k", accountNumber: null }, since)).rejects.toThrow("too long")
  let page = 0
  answer = (req, res) => json({ error: 0, data: { totalPages: 60, records: [{ ...record, id: (page += 1) }] } })(req, res)
  expect((await listCasso({ url, key: "k", accountNumber: null }, since)).transfers).toHaveLength(60)
})

test("a redirect is refused, so that the key is shown to nobody else", async () => {
  const before = asked.length
  answer = (_req, res) => void res.writeHead(302, { location: `${url}/elsewhere` }).end()
  await expect(listSepay({ url, key: "k", accountNumber: null }, since)).rejects.toThrow()
  expect(asked.length).toBe(before + 1)
})

test.each([
  ["time that runs out", (res: ServerResponse) => void setTimeout(() => res.destroy(), 5_000).unref()],
  ["a line that breaks", (res: ServerResponse) => void setTimeout(() => res.destroy(), 20)],
])("%s in the middle of an answer is no answer, not one that is no list", async (_what, stop) => {
  answer = (_req, res) => {
    res.writeHead(200, { "content-type": "application/json" }).write('{"transactions": [')
    stop(res)
  }
  // A quarter of a second in the place of all the time an answer gets.
  const quarter = AbortSignal.timeout(250)
  const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValueOnce(quarter)
  await expect(listSepay({ url, key: "k", accountNumber: null }, since)).rejects.toMatchObject({ code: "http" })
  timeout.mockRestore()
})

test.each([
  ["a refusal", (_req: IncomingMessage, res: ServerResponse) => void res.writeHead(401).end("{}")],
  ["no JSON", (_req: IncomingMessage, res: ServerResponse) => void res.end("<html>")],
  ["another shape", json({ error: 1, data: null })],
])("%s is an error, never an empty list", async (_what, given) => {
  answer = given
  for (const list of [listSepay, listCasso]) await expect(list({ url, key: "k", accountNumber: null }, since)).rejects.toThrow()
})
