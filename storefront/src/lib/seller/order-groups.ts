import type { Order, OrderState } from "./schemas";

export type OrderGroupName = "toShip" | "awaiting" | "sent" | "closed";

const groupOf: Record<OrderState, OrderGroupName> = {
  paid: "toShip",
  to_confirm: "toShip",
  to_ship: "toShip",
  pending_payment: "awaiting",
  shipped: "sent",
  delivered: "sent",
  canceled: "closed",
  expired: "closed",
};

const inThisOrder: readonly OrderGroupName[] = ["toShip", "awaiting", "sent", "closed"];

/** Orders under what has to be done with them, the newest first; groups without orders are left out. */
export function groupOrders(orders: readonly Order[]): { name: OrderGroupName; orders: Order[] }[] {
  const newestFirst = [...orders].sort((a, b) => b.placed_at.localeCompare(a.placed_at));
  return inThisOrder
    .map((name) => ({ name, orders: newestFirst.filter((order) => groupOf[order.state] === name) }))
    .filter((group) => group.orders.length > 0);
}
