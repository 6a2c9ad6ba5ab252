import { expect, test } from "vitest";
import { groupOrders } from "./order-groups";
import type { Order, OrderState } from "./schemas";

const order = (id: string, state: OrderState, placedAt: string): Order => ({
  id,
  display_id: id,
  items: [],
  total_vnd: 0,
  canceled_vnd: 0,
  can_cancel: false,
  cancellation: null,
  refunds: [],
  state,
  placed_at: placedAt,
  payment: { rail: "vietqr", state: "paid", amount_vnd: 0, amount_received_vnd: 0, unclear_vnd: 0, unclear_pays: false, checking: null, cash_too: null, cash_may_be_taken: false },
  buyer: {},
});

test("what must be sent comes first, and in each group the newest order", () => {
  const groups = groupOrders([
    order("sent", "shipped", "2026-11-20T01:00:00Z"),
    order("old", "paid", "2026-11-20T01:00:00Z"),
    order("gone", "expired", "2026-11-22T01:00:00Z"),
    order("new", "paid", "2026-11-21T01:00:00Z"),
    order("arrived", "delivered", "2026-11-19T01:00:00Z"),
  ]);
  expect(groups.map((group) => [group.name, group.orders.map(({ id }) => id)])).toEqual([
    ["toShip", ["new", "old"]],
    ["sent", ["sent", "arrived"]],
    ["closed", ["gone"]],
  ]);
});
