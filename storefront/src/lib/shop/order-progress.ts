import type { GroupOrder, OrderGroup } from "@/lib/types";

/** Changes exactly when the order page has something new to show. */
export function orderSignature(group: OrderGroup): string {
  return group.orders
    .map((order) => [order.id, order.state, order.payment.state, order.payment.amount_received_vnd, order.shipment?.shipped_at ?? ""].join(":"))
    .join("|");
}

export const awaitsPayment = (order: GroupOrder) => order.state === "pending_payment";

/** Paid, and nothing of it was called off afterwards. */
export const isPaid = (order: GroupOrder) => order.state === "paid" || order.state === "shipped" || order.state === "delivered";

/** How the whole checkout stands: `paid` as soon as nothing is left to pay and something was paid. */
export function groupProgress(group: OrderGroup): "waiting" | "paid" | "over" {
  if (group.orders.some(awaitsPayment)) return "waiting";
  return group.orders.some(isPaid) ? "paid" : "over";
}
