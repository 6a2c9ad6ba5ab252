import type { GroupOrder, OrderGroup, OrderRefund } from "@/lib/types";

/** Changes exactly when the order page has something new to show. */
export function orderSignature(group: OrderGroup): string {
  const orders = group.orders
    .map((order) => [order.id, order.state, order.payment.rail, order.payment.state, order.payment.amount_vnd, order.payment.amount_received_vnd, order.payment.unclear_vnd, order.payment.unclear_pays, order.payment.checking?.decide_by ?? "", cashSignature(order), order.shipment?.shipped_at ?? "", order.shipment?.received_at ?? "", refundSignature(order)].join(":"))
    .join("|");
  return `${orders}|${group.vnpay?.state ?? ""}|${group.vnpay?.failure ?? ""}|${group.vnpay?.qr?.expires_at ?? ""}`;
}

const cashSignature = ({ payment: { cash_too: cash } }: GroupOrder) => cash?.missing_at ?? cash?.returned_at ?? cash?.taken_at ?? "";

const refundSignature = (order: GroupOrder) =>
  order.refunds.map(({ id, state, transfer }) => [id, state, transfer?.state, transfer?.sender, transfer?.account?.ending, transfer?.sent_at, transfer?.problem_at].join("=")).join(",");

export const awaitsPayment = (order: GroupOrder) => order.state === "pending_payment";

/** The orders whose money VNPay or the bank is checking: they wait, and their buyer has nothing to pay. */
export const checkedOrders = ({ vnpay, orders }: OrderGroup) => (vnpay?.state === "checking" ? orders.filter((order) => awaitsPayment(order) && order.payment.rail === "vnpay") : []);

/** Whether the buyer still has something to pay now. */
export const asksForMoney = (group: OrderGroup) => group.orders.filter(awaitsPayment).length > checkedOrders(group).length;

/** Paid, and nothing of it was called off afterwards. */
export const isPaid = (order: GroupOrder) => order.payment.state === "paid" && (order.state === "paid" || order.state === "shipped" || order.state === "delivered");

/** What was paid and called off: whether any of it is still on its way back. "none" when nothing has to come back. */
export function moneyBack(order: { refunds: Pick<OrderRefund, "state">[] }): "none" | "underWay" | "done" {
  if (order.refunds.length === 0) return "none";
  return order.refunds.every(({ state }) => state === "returned") ? "done" : "underWay";
}

/** The amounts that wait for nothing but the buyer's word where they are to go. */
export const lacksAccount = ({ orders }: OrderGroup) => orders.flatMap(({ refunds }) => refunds.filter(({ transfer }) => transfer?.state === "waiting" && !transfer.account));

/** How far the parcels of these orders are, the slowest deciding; what was called off has none. */
export function parcels(orders: GroupOrder[]): "waiting" | "shipped" | "delivered" {
  const going = orders.filter(({ state }) => state !== "canceled" && state !== "expired");
  if (going.length === 0 || going.some(({ state }) => state !== "shipped" && state !== "delivered")) return "waiting";
  return going.every(({ state }) => state === "delivered") ? "delivered" : "shipped";
}

/** Nothing is to be paid now: the cash waits for the parcel at the door. */
export const paysAtDoor = (order: GroupOrder) => order.payment.rail === "cod" && order.payment.state === "pending";

/**
 * How the whole checkout stands: `cash` while something will be paid at the door and nothing else is due,
 * `paid` as soon as nothing is left to pay and something was paid.
 */
export function groupProgress(group: OrderGroup): "waiting" | "cash" | "paid" | "over" {
  if (group.orders.some(awaitsPayment)) return "waiting";
  if (group.orders.some(paysAtDoor)) return "cash";
  return group.orders.some(isPaid) ? "paid" : "over";
}
