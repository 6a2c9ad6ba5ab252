import { expect, test } from "vitest"
import { accountMessage } from "./account-message"

const invited = { kind: "invited" as const, id: "invite_1", email: "moi@example.test", at: new Date("2026-11-22T17:30:00Z") }

test("who, when as on a clock in Viet Nam, what it means and what to do", () => {
  const { template, key, text } = accountMessage(invited, 72)
  expect([template, key]).toEqual(["operator-invited", "operator-invited:invite_1"])
  for (const part of ["moi@example.test", "lúc 00:30 ngày 23/11/2026.", "sau 72 giờ", "gỡ lời mời"]) expect(text).toContain(part)
})

test("an account that was opened is another message than its invitation, and no wait is promised where there is none", () => {
  const { key, text } = accountMessage({ ...invited, kind: "opened", id: "user_1" }, 0)
  expect(key).toBe("operator-opened:user_1")
  expect(text).toContain("được mở lúc")
  expect(text).not.toContain("giờ.")
})

test("of one that was removed there is nothing to wait for or to remove", () => {
  const { template, text } = accountMessage({ ...invited, kind: "removed" }, 72)
  expect(template).toBe("operator-removed")
  expect(text).toContain("bị gỡ lúc")
  expect(text).not.toMatch(/72 giờ|Settings/)
})
