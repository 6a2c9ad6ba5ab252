import { expect, test } from "vitest"
import type { MerchantAnswer } from "./vnpay-merchant-api"
import { afterRefundQuery, afterRefundRequest, isRefundStuck, mayResend, nextRefundTryAt } from "./vnpay-refund-answer"

const answer = (fields: Partial<MerchantAnswer> = {}): MerchantAnswer => ({ responseCode: "00", message: "", amountVnd: 50_000, transactionNo: "7", transactionType: "03", transactionStatus: "05", params: {}, ...fields })

test("the answer to a request, by every code, sent for the first time and again", () => {
  const kinds = (resent: boolean) => ["00", "02", "03", "91", "94", "95", "97", "99", "zz"].map((responseCode) => afterRefundRequest(answer({ responseCode }), resent).kind)
  expect(kinds(false)).toEqual(["accepted", "rejected", "rejected", "rejected", "not_taken", "rejected", "unknown", "unknown", "unknown"])
  expect(kinds(true)).toEqual(["accepted", "rejected", "rejected", "rejected", "accepted", "rejected", "unknown", "unknown", "unknown"])
  expect(afterRefundRequest(answer({ transactionStatus: "09" }), false).kind).toBe("rejected")
  expect(afterRefundRequest(null, true).kind).toBe("unknown")
})

test("00 to the request is never yet the money", () => {
  for (const transactionStatus of ["00", "05", "06", ""]) expect(afterRefundRequest(answer({ transactionStatus }), false).kind).toBe("accepted")
})

test("the answer to a question, by every status", () => {
  const ours = { amountVnd: 50_000, transactionNo: "7" }
  const kinds = ["00", "05", "06", "09"].map((transactionStatus) => afterRefundQuery(answer({ transactionStatus }), ours, []).kind)
  expect(kinds).toEqual(["returned", "accepted", "accepted", "rejected"])
  expect(afterRefundQuery(answer({ transactionType: "01", transactionStatus: "00" }), ours, []).kind).toBe("unknown")
  expect(afterRefundQuery(answer({ responseCode: "94" }), ours, []).kind).toBe("unknown")
})

test.each([
  ["another amount", { amountVnd: 40_000, transactionNo: null }, [], "unknown"],
  ["another number", { amountVnd: 50_000, transactionNo: "8" }, [], "unknown"],
  ["no number yet, the only one of this amount", { amountVnd: 50_000, transactionNo: null }, [{ amountVnd: 1, transactionNo: "6" }], "returned"],
  ["no number yet, and the answer is about another", { amountVnd: 50_000, transactionNo: null }, [{ amountVnd: 50_000, transactionNo: "7" }], "unknown"],
  ["no number yet, another of this amount with a number of its own", { amountVnd: 50_000, transactionNo: null }, [{ amountVnd: 50_000, transactionNo: "6" }], "returned"],
  ["no number yet, another of this amount without one either", { amountVnd: 50_000, transactionNo: null }, [{ amountVnd: 50_000, transactionNo: null }], "unknown"],
] as const)("whose refund is it? %s", (_what, refund, others, kind) => {
  expect(afterRefundQuery(answer({ transactionStatus: "00" }), refund, others).kind).toBe(kind)
})

test("a request is the same only until midnight in Vietnam, whatever the server's zone", () => {
  const requested = "20261122235900"
  expect(mayResend(requested, new Date("2026-11-22T16:59:59Z"))).toBe(true)
  expect(mayResend(requested, new Date("2026-11-22T17:00:00Z"))).toBe(false)
})

test("a person looks after three days unsent or thirty days silent", () => {
  const now = new Date("2026-11-22T00:00:00Z")
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
  expect(isRefundStuck({ createdAt: daysAgo(2.9), acceptedAt: null, now })).toBe(false)
  expect(isRefundStuck({ createdAt: daysAgo(3.1), acceptedAt: null, now })).toBe(true)
  expect(isRefundStuck({ createdAt: daysAgo(29), acceptedAt: daysAgo(29), now })).toBe(false)
  expect(isRefundStuck({ createdAt: daysAgo(31), acceptedAt: daysAgo(31), now })).toBe(true)
})

test("asked again after ever longer pauses, at most six hours", () => {
  const now = new Date(0)
  expect([1, 2, 3, 30].map((tries) => nextRefundTryAt(now, tries, 120).getTime() / 60_000)).toEqual([2, 4, 8, 360])
})
