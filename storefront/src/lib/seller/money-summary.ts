import type { Order } from "./schemas";

/** One order's share of the money, for the list under a sum. */
export type MoneyLine = { orderId: string; displayId: string; amountVnd: number; at: string; };
export type MoneyGroup = { totalVnd: number; lines: MoneyLine[]; };
export type MoneySummary = {
  /** VietQR: the buyer's bank sent it straight to the seller's account. */
  received: MoneyGroup;
  /** Taken at the door: never counted among what was paid without cash. */
  cash: MoneyGroup;
  /** VNPay: the buyer has paid, the operator of the market collected it. */
  collectedByMarket: MoneyGroup;
  /** Ordered, not (fully) paid yet; what is still missing. */
  waiting: MoneyGroup;
};

/** What was paid and what waits, from the seller's own orders alone. Expired, cancelled and refunded orders count nowhere. */
export function summariseMoney(orders: readonly Order[]): MoneySummary {
  const summary: MoneySummary = {
    received: { totalVnd: 0, lines: [] },
    cash: { totalVnd: 0, lines: [] },
    collectedByMarket: { totalVnd: 0, lines: [] },
    waiting: { totalVnd: 0, lines: [] },
  };
  for (const order of orders) {
    const { payment } = order;
    if (payment.state === "paid") {
      const group = payment.rail === "vietqr" ? summary.received : payment.rail === "cod" ? summary.cash : summary.collectedByMarket;
      add(group, order, payment.amount_vnd - returnedVnd(order), payment.paid_at ?? order.placed_at);
    } else if (payment.state === "pending") {
      const missingVnd = payment.amount_vnd - payment.amount_received_vnd;
      if (missingVnd > 0) add(summary.waiting, order, missingVnd, order.placed_at);
    }
  }
  for (const group of Object.values(summary)) group.lines.sort((a, b) => b.at.localeCompare(a.at));
  return summary;
}

/** What of a paid order went back, or is on its way; a surplus was never part of what it asks for. */
function returnedVnd(order: Order): number {
  return order.refunds.filter((refund) => refund.state !== "failed" && !refund.surplus).reduce((sum, refund) => sum + refund.amount_vnd, 0);
}

function add(group: MoneyGroup, order: Order, amountVnd: number, at: string): void {
  group.totalVnd += amountVnd;
  group.lines.push({ orderId: order.id, displayId: String(order.display_id), amountVnd, at });
}

/** `0123456789` → `•••• 6789`: enough to recognise one's own account over a shoulder, not enough to copy. */
export function maskAccount(accountNumber: string): string {
  const plain = accountNumber.replace(/[\s•*]/g, "");
  return plain.length < 6 ? "••••" : `•••• ${plain.slice(-4)}`;
}
