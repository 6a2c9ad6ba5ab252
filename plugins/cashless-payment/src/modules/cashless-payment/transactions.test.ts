import { expect, test, vi } from "vitest"
import { numbered, Transactions } from "./transactions"

function pool(answer: (text: string) => Promise<{ rows: never[] }> = async () => ({ rows: [] })) {
  const said: string[] = []
  const connection = { query: vi.fn(async ({ text }: { text: string }) => (said.push(text), answer(text))) }
  const acquired = { acquireConnection: vi.fn(async () => connection), releaseConnection: vi.fn(async () => undefined) }
  return { said, acquired, transactions: new Transactions(() => acquired) }
}

test("placeholders are numbered in their order", () => {
  expect(numbered("update a set b = ?, c = ? where id = ?")).toBe("update a set b = $1, c = $2 where id = $3")
  expect(numbered("select 1")).toBe("select 1")
})

test("work that resolves is committed, work that throws is rolled back, and the connection is given back both times", async () => {
  const { said, acquired, transactions } = pool()
  expect(await transactions.run(async (sql) => (await sql("select ?", [1]), "done"))).toBe("done")
  expect(said).toEqual(["begin", "select $1", "commit"])
  await expect(transactions.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no")
  expect(said.slice(3)).toEqual(["begin", "rollback"])
  expect(acquired.releaseConnection).toHaveBeenCalledTimes(2)
})

test("a commit that fails is no success, and a dead connection does not hide why", async () => {
  const failing = pool(async (text) => (text === "begin" ? { rows: [] } : Promise.reject(new Error(`${text} failed`))))
  await expect(failing.transactions.run(async () => "done")).rejects.toThrow("commit failed")
  expect(failing.acquired.releaseConnection).toHaveBeenCalledTimes(1)
})

test("a single statement goes without a transaction; undefined is null", async () => {
  const { said, acquired, transactions } = pool()
  await transactions.one("select ?", [undefined])
  expect(said).toEqual(["select $1"])
  const connection = await acquired.acquireConnection.mock.results[0]?.value
  expect(connection.query).toHaveBeenCalledWith({ text: "select $1", values: [null] })
})
