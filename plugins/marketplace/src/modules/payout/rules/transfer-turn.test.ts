import type { FindAnswer, KnownTransfer, SendAnswer } from "@cho-phien/cashless-payment"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { afterAsking, afterSending, afterWatching, RESEND_WITHIN_MS, TRANSFER_STATES, turnDelayMs, watchDelayMs, type TransferState } from "./transfer-turn"

const now = new Date("2026-11-22T08:00:00Z")
const line = { id: "pol_1", amountVnd: 90_000, bankBin: "970499", accountNumber: "001" }
const at = (state: TransferState, sentAgoMs = 60_000) => ({ state, firstSentAt: new Date(now.getTime() - sentAgoMs), problem: "payOS: no" })
const known = (more: Partial<KnownTransfer> = {}): KnownTransfer => ({ providerId: "p1", reference: "pol_1", amountVnd: 90_000, bankBin: "970499", accountNumber: "001", state: "open", bankReference: null, beneficiaryName: null, reason: null, ...more })

describe("asking first", () => {
  test("an order that may be out is sent again only when the provider has none, and only for a while", () => {
    expect(afterAsking(at("sending"), line, { kind: "none" }, now)).toEqual({ kind: "resend" })
    expect(afterAsking(at("sending", RESEND_WITHIN_MS), line, { kind: "none" }, now)).toMatchObject({ state: "stuck", problem: "not_there" })
    expect(afterAsking({ ...at("sending"), firstSentAt: null }, line, { kind: "none" }, now)).toMatchObject({ state: "stuck" })
  })

  test("a refusal fails the line once the provider has no such order, and not before it has said so", () => {
    expect(afterSending(line, { kind: "refused", reason: "payOS 400: no" })).toEqual({ kind: "state", state: "refused", problem: "payOS 400: no" })
    expect(afterAsking(at("refused"), line, { kind: "none" }, now)).toEqual({ kind: "state", state: "failed", problem: "payOS: no" })
    expect(afterAsking(at("refused"), line, { kind: "unclear", reason: "timeout" }, now)).toMatchObject({ state: "refused", problem: "payOS: no" })
    expect(afterAsking(at("refused"), line, { kind: "found", transfer: known({ state: "paid" }) }, now)).toMatchObject({ state: "paid" })
  })

  test.each([["amountVnd", 90_001], ["accountNumber", "002"], ["bankBin", "970400"], ["reference", "pol_2"]] as const)("another %s than approved is for a person, whatever its state", (field, value) => {
    for (const state of ["open", "paid", "failed"] as const) {
      expect(afterAsking(at("taken"), line, { kind: "found", transfer: known({ state, [field]: value }) }, now)).toMatchObject({ state: "stuck", problem: "mismatch" })
    }
  })

  test("two under one reference, or one that is gone again, are for a person", () => {
    expect(afterAsking(at("taken"), line, { kind: "several" }, now)).toMatchObject({ state: "stuck", problem: "several" })
    expect(afterAsking(at("taken"), line, { kind: "none" }, now)).toMatchObject({ state: "stuck", problem: "vanished" })
  })
})

test("what was paid and back again before we asked was not paid", () => {
  expect(afterAsking(at("taken"), line, { kind: "found", transfer: known({ state: "reversed", reason: "trả lại" }) }, now)).toMatchObject({ state: "failed", problem: "trả lại" })
  expect(afterSending(line, { kind: "taken", transfer: known({ state: "reversed" }) })).toMatchObject({ state: "failed", problem: "reversed" })
})

describe("a paid transfer is watched", () => {
  const found = (more: Partial<KnownTransfer>): FindAnswer => ({ kind: "found", transfer: known(more) })

  test("only its own reversal takes it back; what contradicts is for a person, silence is nothing", () => {
    expect(afterWatching(line, found({ state: "reversed", reason: "đã trả lại" }))).toEqual({ reversed: true, problem: "đã trả lại" })
    expect(afterWatching(line, found({ state: "paid" }))).toEqual({ reversed: false, problem: null })
    expect(afterWatching(line, found({ state: "failed" }))).toEqual({ reversed: false, problem: "failed_after_paid" })
    expect(afterWatching(line, { kind: "several" })).toEqual({ reversed: false, problem: "several" })
    for (const answer of [{ kind: "none" }, { kind: "unclear", reason: "timeout" }, found({ state: "open" })] as FindAnswer[]) expect(afterWatching(line, answer)).toEqual({ reversed: false, problem: null })
  })

  test.each([["amountVnd", 90_001], ["accountNumber", "002"], ["bankBin", "970400"], ["reference", "pol_2"]] as const)("reversed with another %s takes nothing back", (field, value) => {
    expect(afterWatching(line, found({ state: "reversed", [field]: value }))).toEqual({ reversed: false, problem: "mismatch" })
  })

  test("less and less often, at the end of its days once more, and then not", () => {
    const day = 86_400_000
    expect([0, 1, 2, 3, 90].map((turns) => watchDelayMs(turns, { fast: false, leftMs: 7 * day }))).toEqual([3_600_000, 7_200_000, 14_400_000, 21_600_000, 21_600_000])
    expect(watchDelayMs(9, { fast: false, leftMs: 1_000 })).toBe(1_000)
    expect([0, -1].map((leftMs) => watchDelayMs(0, { fast: false, leftMs }))).toEqual([null, null])
    expect([0, 9].map((turns) => watchDelayMs(turns, { fast: true, leftMs: day }))).toEqual([2_000, 60_000])
  })
})

describe("whatever is answered", () => {
  const states = fc.constantFrom(...TRANSFER_STATES)
  const transfers = fc.record({ state: fc.constantFrom("open" as const, "paid" as const, "failed" as const, "reversed" as const), amountVnd: fc.constantFrom(90_000, 1), reason: fc.constantFrom(null, "closed") }).map(known)
  const finds: fc.Arbitrary<FindAnswer> = fc.oneof(transfers.map((transfer) => ({ kind: "found" as const, transfer })), fc.constantFrom<FindAnswer>({ kind: "none" }, { kind: "several" }, { kind: "unclear", reason: "x" }))
  const sends: fc.Arbitrary<SendAnswer> = fc.oneof(transfers.map((transfer) => ({ kind: "taken" as const, transfer })), fc.constantFrom<SendAnswer>({ kind: "refused", reason: "x" }, { kind: "unclear", reason: "x" }))

  test("a line is paid only by the provider's word about exactly this transfer", () => {
    fc.assert(
      fc.property(states, finds, (state, answer) => {
        const turn = afterAsking(at(state), line, answer, now)
        const paid = turn.kind === "state" && turn.state === "paid"
        return !paid || state === "paid" || (answer.kind === "found" && answer.transfer.state === "paid" && answer.transfer.amountVnd === line.amountVnd)
      }),
    )
  })

  test("what may be out is never taken for failed without the provider's word", () => {
    fc.assert(fc.property(finds, (answer) => {
      const turn = afterAsking(at("sending"), line, answer, now)
      return !(turn.kind === "state" && turn.state === "failed") || answer.kind === "found"
    }))
    fc.assert(fc.property(sends, (answer) => {
      const turn = afterSending(line, answer)
      return turn.kind === "state" && (turn.state !== "failed" || answer.kind === "taken")
    }))
  })

  test("only an order that was sent and is not there goes out again", () => {
    fc.assert(fc.property(states, finds, (state, answer) => afterAsking(at(state), line, answer, now).kind !== "resend" || (state === "sending" && answer.kind === "none")))
  })
})

test("waiting grows to a quarter of an hour, and to seconds in the sandbox", () => {
  expect([0, 1, 5, 100].map((turns) => turnDelayMs(turns, false))).toEqual([30_000, 60_000, 900_000, 900_000])
  expect([0, 1, 100].map((turns) => turnDelayMs(turns, true))).toEqual([1_000, 2_000, 3_000])
})
