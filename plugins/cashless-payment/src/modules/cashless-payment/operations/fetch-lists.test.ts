import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { UnreadRow } from "../../../aggregators/unread-row"
import { fetchList, type ListTools } from "./fetch-lists"

const row = { transaction_date: "2026-11-22 09:00:00", account_number: "0123456789", amount_in: "1000.00", amount_out: "0.00", transaction_content: "x", reference_number: null, code: null, sub_account: null, bank_brand_name: "MB" }
const broken = (count: number) => Array.from({ length: count }, (_, index) => ({ ...row, id: `b${index}`, amount_in: "?" }))
const readable = ["3", "2", "1"].map((id) => ({ ...row, id }))

let server: Server
let url: string
let listed: unknown[] = []

beforeAll(async () => {
  server = createServer((_req, res) => void res.setHeader("content-type", "application/json").setHeader("connection", "close").end(JSON.stringify({ transactions: listed })))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

/** Reads a list of these rows; where `tools` say nothing else, all is taken and kept. */
async function fetchOf(rows: unknown[], tools: Partial<ListTools> = {}): Promise<{ taken: string[]; kept: UnreadRow[]; problem: unknown }> {
  listed = rows
  const [taken, kept]: [string[], UnreadRow[]] = [[], []]
  const problem = await fetchList(
    { provider: "sepay", channel: "house", heardBy: "list", onlyAbout: null, access: { url, key: "k", accountNumber: null }, readAt: null },
    {
      known: async () => new Set(),
      unread: async () => [],
      keep: async (_list, unread) => {
        kept.push(...unread)
        return true
      },
      take: async ({ providerTransactionId }) => {
        taken.push(providerTransactionId)
        return { kind: "unmatched", reason: "unknown_memo" }
      },
      ...tools,
    },
    new Date("2026-11-22T03:00:00Z"),
  ).then(() => null, (error: unknown) => error)
  return { taken, kept, problem }
}
const down = async () => Promise.reject(new Error("the database is down"))

test("a transfer that can't be taken holds up none of the others, and is not passed over in silence", async () => {
  const taken: string[] = []
  const take: ListTools["take"] = async ({ providerTransactionId }) => {
    if (providerTransactionId === "3") throw new Error("a character that can't be stored")
    taken.push(providerTransactionId)
    return { kind: "unmatched", reason: "unknown_memo" }
  }
  const { problem } = await fetchOf(readable, { take })
  expect(problem).toMatchObject({ code: "not_taken", message: expect.stringContaining("can't be stored") })
  expect(taken).toEqual(["2", "1"])
  // Of two problems it is the one that is surely money.
  expect((await fetchOf([...broken(21), ...readable], { take })).problem).toMatchObject({ code: "not_taken" })
  expect((await fetchOf([...broken(1), ...readable], { take, keep: down })).problem).toMatchObject({ code: "not_taken" })
})

test("of a list of which most rows can't be read, the others are taken and those are kept; it counts as not read all the same", async () => {
  const { taken, kept, problem } = await fetchOf([...broken(21), ...readable])
  expect(taken.toSorted()).toEqual(["1", "2", "3"])
  expect(kept.map(({ transactionId }) => transactionId)).toEqual(broken(21).map(({ id }) => id))
  expect(problem).toMatchObject({ code: "unreadable" })
  expect((await fetchOf([...broken(20), ...readable])).problem).toBeNull()
})

test("a list with rows that nobody could read nor keep counts as not read", async () => {
  const { taken, problem } = await fetchOf([...broken(1), ...readable], { keep: async () => false })
  expect(taken).toHaveLength(3)
  expect(problem).toMatchObject({ code: "unreadable" })
})

test.each([
  ["before anything is taken", { known: down }, 0],
  ["before anything is taken, about kept rows", { unread: down }, 0],
  ["after all was taken", { keep: down }, 3],
])("an error of our own %s is not said to be a transfer that was not taken", async (_when, tools, count) => {
  const { taken, problem } = await fetchOf([...broken(1), ...readable], tools)
  expect(taken).toHaveLength(count)
  expect(problem).toMatchObject({ message: "the database is down" })
  expect(problem).not.toMatchObject({ code: "not_taken" })
})
