import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { startModule, type RunningModule } from "../../../test/support/running-module"
import { toBankDate } from "./rules/vietnam-time"

const operator = { id: "user_1", name: "Người vận hành thử" }
const begun = Date.now()
const day = (count: number) => new Date(begun + count * 86_400_000)

let running: RunningModule
let server: Server
/** What was asked: which aggregator, with which key, from when on (Casso: from which day on). */
let asked: { provider: "sepay" | "casso"; key: string; since: string }[] = []
/** Keys that are refused, and whether Casso breaks every line. */
let refused = new Set<string>()
let isCassoAway = false
let serial = 0

beforeAll(async () => {
  server = createServer((req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? "", "http://x")
    const provider = pathname.startsWith("/v2/") ? "casso" : "sepay"
    const key = String(req.headers.authorization).split(" ")[1]!
    asked.push({ provider, key, since: searchParams.get(provider === "casso" ? "fromDate" : "transaction_date_min")! })
    if (provider === "casso" && isCassoAway) return void req.socket.destroy()
    if (refused.has(key)) return void res.writeHead(401).end()
    res.end(JSON.stringify(provider === "casso" ? { error: 0, data: { totalPages: 1, records: [] } } : { transactions: [] }))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  Object.assign(process.env, { SANDBOX: "false", STOREFRONT_URL: "http://localhost:8000", PAYMENT_ENCRYPTION_KEY: "made-up-sealing-key", SEPAY_API_URL: url, SEPAY_API_TOKEN: "house-key", CASSO_API_URL: url })
  running = await startModule("cashless_aggregator_lists")
})
afterAll(async () => {
  for (const name of ["SEPAY_API_URL", "SEPAY_API_TOKEN", "CASSO_API_URL"]) delete process.env[name]
  server?.close()
  await running?.stop()
})
beforeEach(async () => {
  ;[asked, refused, isCassoAway] = [[], new Set(), false]
  await running.rows("delete from bank_list_reading")
  await running.rows("update payee_webhook set disconnected_at = now() where disconnected_at is null")
})

const bank = () => running.payments.bank
const connect = (provider: "sepay" | "casso", ownerReference: string, listKey: string, accountNumber: string) =>
  bank().connectPayee({ ownerReference, provider, account: { bin: "970422", accountNumber }, secret: "made-up-secret", listKey }, operator)

/** From when on each key's list is asked for at that time. */
async function askedAt(now: Date): Promise<Record<string, string>> {
  asked = []
  await bank().fetchLists(now)
  return Object.fromEntries(asked.map(({ key, since }) => [key, since]))
}

test("the operator's list that could never be read is asked for all days since it was first to be", async () => {
  refused.add("house-key")
  expect(await askedAt(day(0))).toEqual({ "house-key": toBankDate(day(-2)) })
  await askedAt(day(3))
  refused.clear()
  expect(await askedAt(day(5))).toEqual({ "house-key": toBankDate(day(-2)) })
  expect(await askedAt(day(6))).toEqual({ "house-key": toBankDate(day(3)) })
})

test("a payee's list that could never be read is asked for all days since the account was connected, and an account connected in its place for none of them", async () => {
  const owner = `owner-${(serial += 1)}`
  refused.add("mistyped-key")
  const { id } = await connect("sepay", owner, "mistyped-key", "1111")
  await running.rows("update payee_webhook set created_at = ? where id = ?", [day(0), id])
  await askedAt(day(1))
  await connect("sepay", owner, "right-list-key", "1111")
  expect(await askedAt(day(5))).toMatchObject({ "right-list-key": toBankDate(day(-2)) })
  expect(await askedAt(day(6))).toMatchObject({ "right-list-key": toBankDate(day(3)) })

  const { id: other } = await connect("sepay", owner, "other-list-key", "2222")
  await running.rows("update payee_webhook set created_at = ? where id = ?", [day(7), other])
  expect(await askedAt(day(8))).toMatchObject({ "other-list-key": toBankDate(day(5)) })
})

test("an aggregator that does not answer is asked a few times a round, each time for other lists, and the others' are all read", async () => {
  const keys = Array.from({ length: 12 }, (_, index) => `casso-list-key${index}`)
  for (const [index, key] of keys.entries()) await connect("casso", `owner-${(serial += 1)}`, key, `31${index}`)
  await connect("sepay", `owner-${(serial += 1)}`, "sepay-list-key", "4444")
  isCassoAway = true
  const of = (provider: string) => asked.filter((one) => one.provider === provider).map(({ key }) => key)
  const seen = new Set<string>()
  for (let round = 0; round < 4; round += 1) {
    await askedAt(day(round))
    // Three that give no answer, and what was being asked meanwhile.
    expect(of("casso").length).toBeLessThanOrEqual(6)
    expect(of("casso").length).toBeGreaterThanOrEqual(3)
    expect(of("sepay").toSorted()).toEqual(["house-key", "sepay-list-key"])
    for (const key of of("casso")) seen.add(key)
  }
  expect([...seen].toSorted()).toEqual(keys.toSorted())
  isCassoAway = false
  await askedAt(day(4))
  expect(of("casso").toSorted()).toEqual(keys.toSorted())
  expect(await running.rows("select distinct list_problem from payee_webhook where disconnected_at is null")).toEqual([{ list_problem: null }])
})
