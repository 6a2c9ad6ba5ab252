import fc from "fast-check"
import { expect, test } from "vitest"
import { decideBankNotice, type AwaitingIntent, type BankNotice } from "./bank-notice"

const intent: AwaitingIntent = { status: "requires_action", amountVnd: 150_000, amountReceivedVnd: 0, accountNumber: "0123456789" }
const notice: BankNotice = { direction: "in", accountNumber: "0123456789", amountVnd: 150_000 }

test.each([
  ["exact", notice, intent, false, { kind: "matched", reason: "exact", receivedVnd: 150_000, surplusVnd: 0 }],
  ["too little", { ...notice, amountVnd: 149_999 }, intent, false, { kind: "matched", reason: "under", receivedVnd: 149_999, surplusVnd: 0 }],
  ["the missing rest", { ...notice, amountVnd: 1 }, { ...intent, amountReceivedVnd: 149_999 }, false, { kind: "matched", reason: "exact", receivedVnd: 150_000, surplusVnd: 0 }],
  ["too much", { ...notice, amountVnd: 200_000 }, intent, false, { kind: "matched", reason: "over", receivedVnd: 200_000, surplusVnd: 50_000 }],
  ["after it was canceled", notice, { ...intent, status: "canceled" }, false, { kind: "unmatched", reason: "late" }],
  ["paid a second time", notice, { ...intent, status: "succeeded", amountReceivedVnd: 150_000 }, false, { kind: "unmatched", reason: "already_paid" }],
  ["delivered a second time", notice, intent, true, { kind: "ignored", reason: "duplicate" }],
  ["no such code", notice, null, false, { kind: "unmatched", reason: "unknown_memo" }],
  ["on another account", { ...notice, accountNumber: "0123456780" }, intent, false, { kind: "unmatched", reason: "wrong_account" }],
  ["the same number without its zero", { ...notice, accountNumber: "123456789" }, intent, false, { kind: "unmatched", reason: "wrong_account" }],
  ["the account written with blanks", { ...notice, accountNumber: "0123 456 789" }, intent, false, { kind: "matched", reason: "exact", receivedVnd: 150_000, surplusVnd: 0 }],
  ["through a virtual account", { ...notice, accountNumber: "999", subAccountNumber: "0123456789" }, intent, false, { kind: "matched", reason: "exact", receivedVnd: 150_000, surplusVnd: 0 }],
  ["outgoing", { ...notice, direction: "out" }, intent, false, { kind: "ignored", reason: "outgoing" }],
  ["nothing", { ...notice, amountVnd: 0 }, intent, false, { kind: "ignored", reason: "not_money" }],
] as const)("money %s", (_what, given, awaiting, seen, outcome) => {
  expect(decideBankNotice(given, awaiting, seen)).toEqual(outcome)
})

test("every đồng is either counted, surplus, or on the desk", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 200_000 }), { maxLength: 12 }), (transfers) => {
      let state: AwaitingIntent = { ...intent }
      let surplus = 0
      let desk = 0
      for (const amountVnd of transfers) {
        const outcome = decideBankNotice({ ...notice, amountVnd }, state, false)
        if (outcome.kind === "matched") {
          surplus += outcome.surplusVnd
          const full = outcome.reason !== "under"
          state = { ...state, amountReceivedVnd: outcome.receivedVnd, status: full ? "succeeded" : "requires_action" }
        } else {
          desk += amountVnd
        }
      }
      const sent = transfers.reduce((sum, vnd) => sum + vnd, 0)
      expect(state.amountReceivedVnd + desk).toBe(sent)
      expect(surplus).toBe(Math.max(0, state.amountReceivedVnd - state.amountVnd))
      expect(state.status === "succeeded").toBe(state.amountReceivedVnd >= state.amountVnd)
    }),
  )
})
