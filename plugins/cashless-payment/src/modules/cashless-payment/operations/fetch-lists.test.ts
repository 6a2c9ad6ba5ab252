import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, test } from "vitest"
import { fetchList } from "./fetch-lists"

test("a transfer that can't be taken holds up none of the others, and is not passed over in silence", async () => {
  const row = { transaction_date: "2026-11-22 09:00:00", account_number: "0123456789", amount_in: "1000.00", amount_out: "0.00", transaction_content: "x", reference_number: null, code: null, sub_account: null, bank_brand_name: "MB" }
  const server = createServer((_req, res) => void res.setHeader("content-type", "application/json").end(JSON.stringify({ transactions: ["3", "2", "1"].map((id) => ({ ...row, id })) })))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const taken: string[] = []
  const access = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, key: "k", accountNumber: null }
  const fetching = fetchList(
    { provider: "sepay", channel: "house", heardBy: "list", onlyAbout: null, access, readAt: null },
    {
      known: async () => new Set(),
      unread: async () => [],
      keep: async () => undefined,
      take: async ({ providerTransactionId }) => {
        if (providerTransactionId === "3") throw new Error("a character that can't be stored")
        taken.push(providerTransactionId)
        return { kind: "unmatched", reason: "unknown_memo" }
      },
    },
    new Date("2026-11-22T03:00:00Z"),
  )
  await expect(fetching).rejects.toMatchObject({ code: "not_taken", message: expect.stringContaining("can't be stored") })
  expect(taken).toEqual(["2", "1"])
  server.close()
})
