import { expect, test } from "vitest";
import { maskAccount, summariseMoney } from "./money-summary";
import type { Order } from "./schemas";

function order(id: string, payment: Partial<Order["payment"]>, refunds: Order["refunds"] = []): Order {
  return {
    id,
    display_id: id,
    items: [],
    total_vnd: 100_000,
    canceled_vnd: 0,
    can_cancel: false,
    cancellation: null,
    refunds,
    state: "paid",
    placed_at: "2026-11-20T01:00:00Z",
    payment: { rail: "vietqr", state: "paid", amount_vnd: 100_000, amount_received_vnd: 0, unclear_vnd: 0, unclear_pays: false, checking: null, cash_too: null, cash_may_be_taken: false, ...payment },
    buyer: {},
  };
}

test("money is counted once, by where it is", () => {
  const summary = summariseMoney([
    order("1", { state: "paid", rail: "vietqr", paid_at: "2026-11-20T02:00:00Z" }),
    order("2", { state: "paid", rail: "vietqr", paid_at: "2026-11-21T02:00:00Z", amount_vnd: 50_000 }),
    order("3", { state: "paid", rail: "vnpay" }),
    order("4", { state: "pending", amount_received_vnd: 30_000 }),
    order("5", { state: "expired" }),
    order("6", { state: "canceled" }),
    order("7", { state: "refunded" }),
  ]);
  expect(summary.received.totalVnd).toBe(150_000);
  expect(summary.received.lines.map((line) => line.orderId)).toEqual(["2", "1"]);
  expect(summary.collectedByMarket.totalVnd).toBe(100_000);
  expect(summary.waiting).toMatchObject({ totalVnd: 70_000, lines: [{ orderId: "4", amountVnd: 70_000 }] });
});

test("no orders, no money", () => {
  const { received, collectedByMarket, waiting } = summariseMoney([]);
  expect([received.totalVnd, collectedByMarket.totalVnd, waiting.totalVnd]).toEqual([0, 0, 0]);
});

test("only the end of an account number is shown", () => {
  expect(maskAccount("0123 4567 89")).toBe("•••• 6789");
  expect(maskAccount("1234")).toBe("••••");
});

test("cash is counted apart, and what went back is not the shop's any more", () => {
  const back = (state: "by_hand" | "returned" | "failed", surplus = false) => ({ id: state, amount_vnd: 10_000, state, at: "2026-11-20T03:00:00Z", surplus, transfer: null });
  const summary = summariseMoney([order("1", { rail: "cod" }), order("2", { rail: "vietqr" }, [back("by_hand"), back("returned"), back("failed"), back("by_hand", true)])]);
  expect(summary.cash.totalVnd).toBe(100_000);
  expect(summary.received.totalVnd).toBe(80_000);
  expect(summary.collectedByMarket.totalVnd).toBe(0);
});
