/** A seller order paid by an intent: what it was to be, whether it counts as paid, and what the books have for it. */
export type ReportedOrder = { orderId: string; amountVnd: number; paid: boolean; bookedVnd: number | null }

/** A payment of /v1: no order, but an amount its caller asked for, and what the books have for it. */
export type ReportedCharge = { amountVnd: number; bookedVnd: number | null }

/** One payment of the day: what the gateway or bank told us, and the orders it pays, or the charge it is. */
export type ReportedPayment = { intentId: string; rail: string; succeeded: boolean; gatewayVnd: number; orders: ReportedOrder[]; charge?: ReportedCharge }

export type UnmatchedMoney = { transactionId: string; rail: string; amountVnd: number }

/** Came for a payment that was over, and goes back by itself: the gateway counts it, no order ever does. */
export type GivenBack = { rail: string; amountVnd: number }

export const DIFFERENCE_KINDS = ["gateway_and_orders", "money_without_order", "order_without_money", "not_in_books", "books_and_orders", "unmatched_money"] as const
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

export type Difference = { kind: DifferenceKind; subject: string; rail: string; orderId: string | null; gatewayVnd: number; ordersVnd: number; booksVnd: number }

/** `gatewayVnd` is all that came, as gateway or bank count their day; of it `givenBackVnd` paid nothing and goes back. */
export type RailTotals = { rail: string; payments: number; gatewayVnd: number; givenBackVnd: number; ordersVnd: number; booksVnd: number }

/**
 * The three ways of counting one day's money, per rail and payment by payment: what gateway and bank told us, what our
 * orders say was paid, what the books have. Every payment on which two of them disagree is a difference.
 */
export function compareDay(payments: ReportedPayment[], unmatched: UnmatchedMoney[], givenBack: GivenBack[] = []): { totals: RailTotals[]; differences: Difference[] } {
  const totals = new Map<string, RailTotals>()
  const differences: Difference[] = []
  for (const payment of payments) {
    const paid = payment.orders.filter((order) => order.paid)
    const { gatewayVnd, charge } = payment
    const ordersVnd = charge?.amountVnd ?? paid.reduce((sum, order) => sum + order.amountVnd, 0)
    const booksVnd = charge ? (charge.bookedVnd ?? 0) : payment.orders.reduce((sum, order) => sum + (order.bookedVnd ?? 0), 0)
    const total = totalOf(totals, payment.rail)
    total.payments += 1
    total.gatewayVnd += gatewayVnd
    total.ordersVnd += ordersVnd
    total.booksVnd += booksVnd
    const found = (kind: DifferenceKind, orderId: string | null = null) => differences.push({ kind, subject: orderId ?? payment.intentId, rail: payment.rail, orderId: orderId ?? payment.orders[0]?.orderId ?? null, gatewayVnd, ordersVnd, booksVnd })
    if (charge) {
      if (gatewayVnd !== charge.amountVnd) found("gateway_and_orders")
      if (charge.bookedVnd === null) found("not_in_books")
      else if (charge.bookedVnd !== charge.amountVnd) found("books_and_orders")
    } else if (paid.length === 0 && gatewayVnd > 0) found("money_without_order")
    else if (paid.length > 0 && (!payment.succeeded || gatewayVnd === 0)) found("order_without_money")
    else if (gatewayVnd !== ordersVnd) found("gateway_and_orders")
    for (const order of payment.orders) {
      if (order.paid && order.bookedVnd === null) found("not_in_books", order.orderId)
      else if (order.bookedVnd !== null && order.bookedVnd !== (order.paid ? order.amountVnd : 0)) found("books_and_orders", order.orderId)
    }
  }
  for (const { transactionId, rail, amountVnd } of unmatched) {
    totalOf(totals, rail).gatewayVnd += amountVnd
    differences.push({ kind: "unmatched_money", subject: transactionId, rail, orderId: null, gatewayVnd: amountVnd, ordersVnd: 0, booksVnd: 0 })
  }
  for (const { rail, amountVnd } of givenBack) {
    const total = totalOf(totals, rail)
    total.gatewayVnd += amountVnd
    total.givenBackVnd += amountVnd
  }
  return { totals: [...totals.values()].sort((a, b) => (a.rail < b.rail ? -1 : 1)), differences }
}

function totalOf(totals: Map<string, RailTotals>, rail: string): RailTotals {
  const total = totals.get(rail) ?? { rail, payments: 0, gatewayVnd: 0, givenBackVnd: 0, ordersVnd: 0, booksVnd: 0 }
  totals.set(rail, total)
  return total
}
