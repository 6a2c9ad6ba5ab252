import fc from "fast-check"
import { expect, test } from "vitest"
import { accountOf, chooseIntent, decideBankNotice, orPerhapsTold, type AwaitingIntent, type BankNotice } from "./bank-notice"

const at = (accountNumber: string, bin = "970422") => ({ accountNumber, bin })

const intent: AwaitingIntent = { status: "requires_action", amountVnd: 150_000, amountReceivedVnd: 0, accountNumber: "0123456789", bin: "970422" }
const notice: BankNotice = { direction: "in", accountNumber: "0123456789", bin: "970422", amountVnd: 150_000 }

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
  ["named by two open orders", notice, "ambiguous", false, { kind: "unmatched", reason: "ambiguous_memo" }],
  ["the payee had already said to have", notice, { ...intent, status: "succeeded", amountReceivedVnd: 150_000, saidByHandVnd: 150_000 }, false, { kind: "ignored", reason: "confirms_manual" }],
  ["other than the payee had said", { ...notice, amountVnd: 1 }, { ...intent, status: "succeeded", amountReceivedVnd: 150_000, saidByHandVnd: 150_000 }, false, { kind: "unmatched", reason: "already_paid" }],
  ["told by the payee's own bank", { ...notice, onlyAbout: at("0123 456 789") }, intent, false, { kind: "matched", reason: "exact", receivedVnd: 150_000, surplusVnd: 0 }],
  ["told by another payee's bank", { ...notice, onlyAbout: at("999") }, intent, false, { kind: "unmatched", reason: "wrong_account" }],
  ["told by another payee's bank as a virtual account of its own", { ...notice, accountNumber: "999", subAccountNumber: "0123456789", onlyAbout: at("999") }, intent, false, { kind: "unmatched", reason: "wrong_account" }],
  ["told about somebody else's account, without a code", { ...notice, onlyAbout: at("999") }, null, false, { kind: "unmatched", reason: "wrong_account" }],
  ["on the same number at another bank", { ...notice, bin: "970436" }, intent, false, { kind: "unmatched", reason: "wrong_account" }],
  ["at a bank whose name nobody knows", { ...notice, bin: null }, intent, false, { kind: "matched", reason: "exact", receivedVnd: 150_000, surplusVnd: 0 }],
  ["for a payee whose bank is not known", notice, { ...intent, bin: null }, false, { kind: "matched", reason: "exact", receivedVnd: 150_000, surplusVnd: 0 }],
  ["at a virtual account of that number at another bank", { ...notice, accountNumber: "999", subAccountNumber: "0123456789", bin: "970436" }, intent, false, { kind: "unmatched", reason: "wrong_account" }],
  ["told by the payee's own bank under a name nobody knows", { ...notice, bin: null, onlyAbout: at("0123456789") }, intent, false, { kind: "matched", reason: "exact", receivedVnd: 150_000, surplusVnd: 0 }],
  ["told by who has the same number at another bank, which is named", { ...notice, bin: "970436", onlyAbout: at("0123456789", "970436") }, intent, false, { kind: "unmatched", reason: "wrong_account" }],
  ["told by who has the same number at another bank, naming the payee's", { ...notice, onlyAbout: at("0123456789", "970436") }, intent, false, { kind: "unmatched", reason: "wrong_account" }],
  ["told by who has the same number at another bank, naming none", { ...notice, bin: null, onlyAbout: at("0123456789", "970436") }, intent, false, { kind: "unmatched", reason: "wrong_account" }],
  ["at the bank whose roof the payee's digital bank is under", { ...notice, bin: "970432" }, { ...intent, bin: "546034" }, false, { kind: "matched", reason: "exact", receivedVnd: 150_000, surplusVnd: 0 }],
  ["at a digital bank, for a payee at the bank above it", { ...notice, bin: "546034" }, { ...intent, bin: "970432" }, false, { kind: "unmatched", reason: "wrong_account" }],
  ["at the other digital bank under one roof", { ...notice, bin: "546035" }, { ...intent, bin: "546034" }, false, { kind: "unmatched", reason: "wrong_account" }],
  ["told by the payee's own digital bank under its roof's name", { ...notice, bin: "970432", onlyAbout: at("0123456789", "546034") }, { ...intent, bin: "546034" }, false, { kind: "matched", reason: "exact", receivedVnd: 150_000, surplusVnd: 0 }],
  ["told by who has the same number at the bank above the payee's", { ...notice, bin: "970432", onlyAbout: at("0123456789", "970432") }, { ...intent, bin: "546034" }, false, { kind: "unmatched", reason: "wrong_account" }],
  ["outgoing", { ...notice, direction: "out" }, intent, false, { kind: "ignored", reason: "outgoing" }],
  ["nothing", { ...notice, amountVnd: 0 }, intent, false, { kind: "ignored", reason: "not_money" }],
] as const)("money %s", (_what, given, awaiting, seen, outcome) => {
  expect(decideBankNotice(given, awaiting, seen)).toEqual(outcome)
})

test("whatever a payee's own aggregator says, it pays nobody who has another account or another bank", () => {
  const numbers = fc.constantFrom("0123456789", "0123 456.789", "0912345678")
  const bins = fc.constantFrom("970422", "970436")
  const account = fc.record({ accountNumber: numbers, bin: bins })
  const bare = (number: string) => number.replace(/\D/g, "")
  fc.assert(
    fc.property(account, account, numbers, fc.option(numbers), fc.option(bins), (teller, payee, accountNumber, subAccountNumber, bin) => {
      const told = { ...notice, accountNumber, subAccountNumber, bin, onlyAbout: teller }
      const its = bare(teller.accountNumber) === bare(payee.accountNumber) && teller.bin === payee.bin
      const there = [accountNumber, subAccountNumber ?? ""].some((number) => bare(number) === bare(payee.accountNumber)) && (bin === null || bin === payee.bin)
      expect(decideBankNotice(told, { ...intent, ...payee }, false).kind).toBe(its && there ? "matched" : "unmatched")
      expect(chooseIntent(told, [{ ...intent, ...payee }, { ...intent, accountNumber: "7" }]) !== "ambiguous").toBe(its && there)
    }),
  )
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

const named = (changes: Partial<AwaitingIntent>): AwaitingIntent => ({ ...intent, ...changes })

test.each([
  ["one code alone is it, whatever the amount", [named({ amountVnd: 1 })], 0],
  ["of two the one that is short of exactly this", [named({ amountVnd: 1 }), named({})], 1],
  ["of two the one that is open", [named({ status: "succeeded" }), named({}), named({ status: "canceled" })], 1],
  ["of two the one at this bank", [named({ bin: "970436" }), named({})], 1],
  ["of two the one on this account", [named({ accountNumber: "9" }), named({})], 1],
  ["what a half-paid one still lacks", [named({ amountVnd: 200_000, amountReceivedVnd: 50_000 }), named({ amountVnd: 7 })], 0],
  ["two that fit: nobody guesses", [named({}), named({})], "ambiguous"],
  ["two that do not fit: nobody guesses", [named({ amountVnd: 1 }), named({ amountVnd: 2 })], "ambiguous"],
] as const)("a memo with several codes: %s", (_what, candidates, expected) => {
  expect(chooseIntent(notice, [...candidates])).toBe(expected === "ambiguous" ? "ambiguous" : candidates[expected])
})

test("no code, no intent", () => expect(chooseIntent(notice, [])).toBeNull())

test.each([
  ["told without a bank, for a payment named: that payment's", { ...notice, bin: null }, intent, at("0123456789")],
  ["told under a roof's name, for a payment named: that payment's", { ...notice, bin: "970432" }, { ...intent, bin: "546034" }, at("0123456789", "546034")],
  ["a virtual account of the payee's: the payee's", { ...notice, accountNumber: "999", subAccountNumber: "0123456789", bin: null }, intent, at("0123456789")],
  ["another account than the payment's: as told", { ...notice, accountNumber: "999", bin: null }, intent, { accountNumber: "999", bin: null }],
  ["another bank than the payment's: as told", { ...notice, bin: "970436" }, intent, at("0123456789", "970436")],
  ["no payment named: as told", { ...notice, bin: null }, null, { accountNumber: "0123456789", bin: null }],
  ["a payee's own connection, whatever account it names: its own", { ...notice, subAccountNumber: "777", onlyAbout: at("777") }, intent, at("777")],
  ["a payee's own connection, whatever bank it names: its own", { ...notice, bin: null, onlyAbout: at("0123456789", "970436") }, null, at("0123456789", "970436")],
] as const)("the account of a notice: %s", (_what, given, named, expected) => {
  expect(accountOf(given, named)).toEqual(expected)
})

const certain = { perhaps: false, contested: false, second: false }

test("what was perhaps told before is a person's, unless it names a payment of ours or counts", () => {
  for (const reason of ["unknown_memo", "ambiguous_memo", "wrong_account"] as const) {
    expect(orPerhapsTold({ kind: "unmatched", reason }, { ...certain, perhaps: true })).toEqual({ kind: "unmatched", reason: "perhaps_told" })
    expect(orPerhapsTold({ kind: "unmatched", reason }, certain)).toEqual({ kind: "unmatched", reason })
  }
  for (const outcome of [{ kind: "unmatched", reason: "late" }, { kind: "matched", reason: "exact", receivedVnd: 1, surplusVnd: 0 }, { kind: "ignored", reason: "outgoing" }] as const) {
    expect(orPerhapsTold(outcome, { ...certain, perhaps: true })).toEqual(outcome)
  }
})

test("what may be a second transfer under one reference counts for nothing by itself and is told to nobody as money of theirs", () => {
  for (const outcome of [{ kind: "unmatched", reason: "unknown_memo" }, { kind: "unmatched", reason: "late" }, { kind: "unmatched", reason: "already_paid" }, { kind: "matched", reason: "under", receivedVnd: 1, surplusVnd: 0 }] as const) {
    expect(orPerhapsTold(outcome, { ...certain, second: true })).toEqual({ kind: "unmatched", reason: "perhaps_told" })
    expect(orPerhapsTold(outcome, { ...certain, contested: true })).toEqual({ kind: "unmatched", reason: "perhaps_told" })
  }
  for (const outcome of [{ kind: "ignored", reason: "not_money" }, { kind: "ignored", reason: "confirms_manual" }] as const) expect(orPerhapsTold(outcome, { ...certain, second: true })).toEqual(outcome)
})
