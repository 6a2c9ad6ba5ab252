import { expect, test } from "vitest"
import { isKeptApart, type HouseReceipt } from "./kept-apart"

const atDesk: HouseReceipt = { state: "unmatched", reason: "unknown_memo", goesBack: false }

test.each([
  ["lies at the desk", {}, true],
  ["came too late, and waits for a person", { reason: "late" }, true],
  ["may be a transfer told twice", { reason: "perhaps_told" }, false],
  ["may have been one, and goes back", { reason: "perhaps_told", state: "resolved", goesBack: true }, true],
  ["goes back, or has gone", { state: "resolved", goesBack: true }, true],
  ["was settled elsewhere", { state: "resolved" }, false],
  ["pays something", { state: "matched", reason: "assigned_exact" }, false],
  ["pays something, after a return was begun and called off", { state: "matched", reason: "assigned_exact", goesBack: true }, false],
  ["was said by hand before", { state: "ignored", reason: "confirms_manual" }, false],
] as const)("money on the house's account that %s: is kept apart is %s", (_what, changes, expected) => {
  expect(isKeptApart({ ...atDesk, ...changes })).toBe(expected)
})
