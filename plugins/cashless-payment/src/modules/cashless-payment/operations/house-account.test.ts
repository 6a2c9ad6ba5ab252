import { expect, test, vi } from "vitest"
import { decideHouseAccount, decideUndecided } from "./house-account"

test("while the house names no account nothing is decided, and no row is written down as not its own", async () => {
  const sql = vi.fn(() => Promise.resolve([{ id: "btx_1", channel: "house", account_number: "0912345678", bank_bin: "970422" }]))
  expect(await decideHouseAccount(sql, { channel: "house", numbers: ["0912345678"], bin: "970422" }, null)).toBeNull()
  expect(await decideUndecided(sql, null, 1)).toBe(false)
  expect(sql).not.toHaveBeenCalled()
})
